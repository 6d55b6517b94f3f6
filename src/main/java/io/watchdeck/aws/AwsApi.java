package io.watchdeck.aws;

import io.watchdeck.refresh.Limiter;

/// Every call that this package makes, with the IAM action it needs and the allowance it draws on.
enum AwsApi {
    GET_CALLER_IDENTITY("sts:GetCallerIdentity", Allowance.STS),
    ASSUME_ROLE("sts:AssumeRole", Allowance.STS),
    DESCRIBE_SERVICES("ecs:DescribeServices", Allowance.ECS_SERVICES),
    LIST_TASKS("ecs:ListTasks", Allowance.ECS_TASKS),
    DESCRIBE_TASKS("ecs:DescribeTasks", Allowance.ECS_TASKS),
    GET_METRIC_DATA("cloudwatch:GetMetricData", Allowance.METRIC_DATA),
    LIST_METRICS("cloudwatch:ListMetrics", Allowance.LIST_METRICS),
    DESCRIBE_ALARMS("cloudwatch:DescribeAlarms", Allowance.ALARMS),
    GET_QUEUE_URL("sqs:GetQueueUrl", Allowance.SQS),
    GET_QUEUE_ATTRIBUTES("sqs:GetQueueAttributes", Allowance.SQS),
    DESCRIBE_SCALABLE_TARGETS("application-autoscaling:DescribeScalableTargets", Allowance.SCALING),
    DESCRIBE_SCALING_POLICIES("application-autoscaling:DescribeScalingPolicies", Allowance.SCALING),
    DESCRIBE_SCALING_ACTIVITIES("application-autoscaling:DescribeScalingActivities", Allowance.SCALING),
    DESCRIBE_JOB_QUEUES("batch:DescribeJobQueues", Allowance.BATCH),
    LIST_JOBS("batch:ListJobs", Allowance.BATCH),
    DESCRIBE_PIPE("pipes:DescribePipe", Allowance.PIPES),
    GET_PIPELINE_STATE("codepipeline:GetPipelineState", Allowance.PIPELINES),
    FILTER_LOG_EVENTS("logs:FilterLogEvents", Allowance.LOG_EVENTS);

    /// Calls that AWS counts together, per account and Region: "Amazon ECS API request throttling" and "CloudWatch
    /// service quotas". SQS and STS publish no rate that these few calls could reach; theirs are our own good manners.
    /// So are those of Application Auto Scaling, Batch, EventBridge Pipes and CodePipeline, whose quota pages name none
    /// for reading. FilterLogEvents is 5 a second ("How do I determine throttling in my CloudWatch logs?").
    private enum Allowance {
        STS(50, 50),
        ECS_SERVICES(100, 20),
        ECS_TASKS(100, 20),
        METRIC_DATA(50, 50),
        LIST_METRICS(25, 25),
        ALARMS(9, 9),
        SQS(200, 200),
        SCALING(20, 10),
        BATCH(20, 10),
        PIPES(10, 10),
        PIPELINES(10, 5),
        LOG_EVENTS(5, 5);

        private final Limiter.Rate rate;

        Allowance(int burst, double perSecond) {
            rate = new Limiter.Rate(burst, perSecond);
        }
    }

    private final String iamAction;
    private final Allowance allowance;

    AwsApi(String iamAction, Allowance allowance) {
        this.iamAction = iamAction;
        this.allowance = allowance;
    }

    /// Such as `ecs:DescribeServices`.
    String iamAction() {
        return iamAction;
    }

    Limiter.Rate rate() {
        return allowance.rate;
    }

    String bucket() {
        return allowance.name();
    }
}
