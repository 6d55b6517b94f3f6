package io.watchdeck.aws;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.watchdeck.aws.LoopbackAws.Answer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The services of AWS that the console reads, with their calls and the shape of their errors.
enum AwsService {
    STS(Protocol.QUERY, "sts:GetCallerIdentity"),
    ECS(Protocol.JSON, "ecs:DescribeServices", "ecs:ListTasks", "ecs:DescribeTasks"),
    METRICS(Protocol.QUERY, "cloudwatch:GetMetricData", "cloudwatch:ListMetrics"),
    ALARMS(Protocol.QUERY, "cloudwatch:DescribeAlarms"),
    SQS(Protocol.JSON, "sqs:GetQueueUrl", "sqs:GetQueueAttributes"),
    SCALING(Protocol.JSON, "application-autoscaling:DescribeScalableTargets",
            "application-autoscaling:DescribeScalingPolicies"),
    RDS(Protocol.QUERY, "rds:DescribeDBInstances", "rds:DescribeDBClusters", "rds:DescribeDBParameters"),
    ELB(Protocol.QUERY, "elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeTargetHealth"),
    BATCH(Protocol.REST, "batch:DescribeJobQueues", "batch:ListJobs"),
    PIPES(Protocol.REST, "pipes:DescribePipe"),
    PIPELINES(Protocol.JSON, "codepipeline:GetPipelineState"),
    COST(Protocol.JSON, "ce:GetCostAndUsage"),
    BUDGETS(Protocol.JSON, "budgets:ViewBudget"),
    LOGS(Protocol.JSON, "logs:FilterLogEvents");

    enum Protocol { JSON, REST, QUERY }

    private final Protocol protocol;
    /// IAM actions by operation.
    private final Map<String, String> actions;

    AwsService(Protocol protocol, String... actions) {
        this.protocol = protocol;
        this.actions = Arrays.stream(actions).collect(toUnmodifiableMap(AwsService::operation, Function.identity()));
    }

    private static String operation(String action) {
        return action.equals("budgets:ViewBudget") ? "DescribeBudgets" : action.substring(action.indexOf(':') + 1);
    }

    static Optional<AwsService> of(String operation) {
        return Arrays.stream(values()).filter(service -> service.actions.containsKey(operation)).findFirst();
    }

    Map<String, String> actions() {
        return actions;
    }

    /// As this service refuses, with AWS's own words.
    Answer error(int status, String code, String message) {
        return switch (protocol) {
            case JSON -> LoopbackAws.jsonError(status, code, message);
            case REST -> LoopbackAws.restError(status, code, message);
            case QUERY -> LoopbackAws.xmlError(status, code, message);
        };
    }

    Answer denied(String operation) {
        String message = "User: arn:aws:iam::123456789012:user/sora is not authorized to perform: "
                + actions.get(operation) + " on resource: * because no identity-based policy allows it";
        return switch (protocol) {
            case JSON -> error(400, "AccessDeniedException", message);
            case REST -> error(403, "AccessDeniedException", message);
            case QUERY -> error(403, "AccessDenied", message);
        };
    }

    Answer throttled() {
        return switch (protocol) {
            case JSON -> error(400, "ThrottlingException", "Rate exceeded");
            case REST -> error(429, "TooManyRequestsException", "Too Many Requests");
            case QUERY -> error(400, "Throttling", "Rate exceeded");
        };
    }

    Answer broken() {
        return switch (protocol) {
            case JSON -> error(500, "InternalServerError", "We encountered an internal error. Please try again.");
            case REST -> error(500, "InternalException", "An internal error occurred.");
            case QUERY ->
                error(500, "InternalFailure", "The request processing has failed because of an unknown error");
        };
    }

    Answer truncated() {
        return switch (protocol) {
            case JSON -> LoopbackAws.truncated("application/x-amz-json-1.1", "{\"services\":[{\"servi");
            case REST -> LoopbackAws.truncated("application/json", "{\"jobQueues\":[{\"jobQ");
            case QUERY -> LoopbackAws.truncated("text/xml", "<Response xmlns=\"http://aws.example/doc/\"><Resu");
        };
    }
}
