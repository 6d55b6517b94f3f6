package io.watchdeck.aws;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.watchdeck.aws.LoopbackAws.Answer;
import io.watchdeck.watch.Subject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// The services of AWS that the console reads, with their calls and the shape of their errors.
public enum AwsService {
    STS(Protocol.QUERY, EnumSet.of(Subject.IDENTITY), "sts:GetCallerIdentity"),
    ECS(Protocol.JSON, EnumSet.of(Subject.SERVICES, Subject.TASKS), "ecs:DescribeServices", "ecs:ListTasks",
            "ecs:DescribeTasks"),
    METRICS(Protocol.QUERY, EnumSet.of(Subject.METRICS), "cloudwatch:GetMetricData",
            "cloudwatch:GetMetricStatistics", "cloudwatch:ListMetrics"),
    ALARMS(Protocol.QUERY, EnumSet.of(Subject.ALARMS), "cloudwatch:DescribeAlarms"),
    SQS(Protocol.JSON, EnumSet.of(Subject.QUEUES), "sqs:GetQueueUrl", "sqs:GetQueueAttributes"),
    SCALING(Protocol.JSON, EnumSet.of(Subject.SCALING), "application-autoscaling:DescribeScalableTargets",
            "application-autoscaling:DescribeScalingPolicies"),
    RDS(Protocol.QUERY, EnumSet.of(Subject.DATABASES), "rds:DescribeDBInstances", "rds:DescribeDBClusters",
            "rds:DescribeDBParameters"),
    ELB(Protocol.QUERY, EnumSet.of(Subject.TARGETS), "elasticloadbalancing:DescribeTargetGroups",
            "elasticloadbalancing:DescribeTargetHealth"),
    BATCH(Protocol.REST, EnumSet.of(Subject.BATCH), "batch:DescribeJobQueues", "batch:ListJobs"),
    PIPES(Protocol.REST, EnumSet.of(Subject.PIPES), "pipes:DescribePipe"),
    PIPELINES(Protocol.JSON, EnumSet.of(Subject.PIPELINES), "codepipeline:GetPipelineState"),
    COST(Protocol.JSON, EnumSet.of(Subject.COST), "ce:GetCostAndUsage"),
    BUDGETS(Protocol.JSON, EnumSet.noneOf(Subject.class), "budgets:ViewBudget"),
    LOGS(Protocol.JSON, EnumSet.noneOf(Subject.class), "logs:FilterLogEvents");

    enum Protocol { JSON, REST, QUERY }

    private final Protocol protocol;
    private final Set<Subject> subjects;
    /// IAM actions by operation.
    private final Map<String, String> actions;

    AwsService(Protocol protocol, Set<Subject> subjects, String... actions) {
        this.protocol = protocol;
        this.subjects = Set.copyOf(subjects);
        this.actions = Arrays.stream(actions).collect(toUnmodifiableMap(AwsService::operation, Function.identity()));
    }

    private static String operation(String action) {
        return action.equals("budgets:ViewBudget") ? "DescribeBudgets" : action.substring(action.indexOf(':') + 1);
    }

    /// What is read from it.
    Set<Subject> subjects() {
        return subjects;
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
