package io.watchdeck.aws;

import io.watchdeck.refresh.Limiter;

/// Every call that this package makes, with the IAM action it needs and the allowance it draws on.
enum AwsApi {
    GET_CALLER_IDENTITY("sts:GetCallerIdentity", Allowance.STS),
    ASSUME_ROLE("sts:AssumeRole", Allowance.STS),
    LIST_CLUSTERS("ecs:ListClusters", Allowance.ECS_CLUSTERS),
    DESCRIBE_CLUSTERS("ecs:DescribeClusters", Allowance.ECS_CLUSTERS),
    LIST_SERVICES("ecs:ListServices", Allowance.ECS_SERVICES),
    DESCRIBE_TASK_DEFINITION("ecs:DescribeTaskDefinition", Allowance.ECS_DEFINITIONS),
    DESCRIBE_SERVICES("ecs:DescribeServices", Allowance.ECS_SERVICES),
    LIST_TASKS("ecs:ListTasks", Allowance.ECS_TASKS),
    DESCRIBE_TASKS("ecs:DescribeTasks", Allowance.ECS_TASKS),
    LIST_SERVICE_DEPLOYMENTS("ecs:ListServiceDeployments", Allowance.ECS_DEPLOYMENTS),
    DESCRIBE_SERVICE_DEPLOYMENTS("ecs:DescribeServiceDeployments", Allowance.ECS_DEPLOYMENTS),
    DESCRIBE_SERVICE_REVISIONS("ecs:DescribeServiceRevisions", Allowance.ECS_REVISIONS),
    UPDATE_SERVICE("ecs:UpdateService", Allowance.ECS_CHANGES),
    STOP_SERVICE_DEPLOYMENT("ecs:StopServiceDeployment", Allowance.ECS_CHANGES),
    STOP_TASK("ecs:StopTask", Allowance.ECS_TASK_CHANGES),
    GET_METRIC_DATA("cloudwatch:GetMetricData", Allowance.METRIC_DATA),
    GET_METRIC_STATISTICS("cloudwatch:GetMetricStatistics", Allowance.STATISTICS),
    LIST_METRICS("cloudwatch:ListMetrics", Allowance.LIST_METRICS),
    DESCRIBE_ALARMS("cloudwatch:DescribeAlarms", Allowance.ALARMS),
    DESCRIBE_ALARM_HISTORY("cloudwatch:DescribeAlarmHistory", Allowance.ALARM_HISTORY),
    LIST_QUEUES("sqs:ListQueues", Allowance.SQS),
    GET_QUEUE_URL("sqs:GetQueueUrl", Allowance.SQS),
    GET_QUEUE_ATTRIBUTES("sqs:GetQueueAttributes", Allowance.SQS),
    LIST_DEAD_LETTER_SOURCE_QUEUES("sqs:ListDeadLetterSourceQueues", Allowance.SQS),
    RECEIVE_MESSAGE("sqs:ReceiveMessage", Allowance.SQS),
    LIST_MESSAGE_MOVE_TASKS("sqs:ListMessageMoveTasks", Allowance.SQS_MOVES),
    START_MESSAGE_MOVE_TASK("sqs:StartMessageMoveTask", Allowance.SQS_MOVES),
    CANCEL_MESSAGE_MOVE_TASK("sqs:CancelMessageMoveTask", Allowance.SQS_MOVES),
    PURGE_QUEUE("sqs:PurgeQueue", Allowance.SQS),
    GET_COST_AND_USAGE("ce:GetCostAndUsage", Allowance.COST),
    DESCRIBE_BUDGETS("budgets:ViewBudget", Allowance.COST),
    DESCRIBE_DB_INSTANCES("rds:DescribeDBInstances", Allowance.RDS),
    DESCRIBE_DB_CLUSTERS("rds:DescribeDBClusters", Allowance.RDS),
    DESCRIBE_DB_PARAMETERS("rds:DescribeDBParameters", Allowance.RDS),
    DESCRIBE_DB_CLUSTER_PARAMETERS("rds:DescribeDBClusterParameters", Allowance.RDS),
    DESCRIBE_EVENTS("rds:DescribeEvents", Allowance.RDS),
    DESCRIBE_REPLICATION_GROUPS("elasticache:DescribeReplicationGroups", Allowance.ELASTICACHE),
    DESCRIBE_CACHE_CLUSTERS("elasticache:DescribeCacheClusters", Allowance.ELASTICACHE),
    DESCRIBE_LOAD_BALANCERS("elasticloadbalancing:DescribeLoadBalancers", Allowance.LOAD_BALANCING),
    DESCRIBE_TARGET_GROUPS("elasticloadbalancing:DescribeTargetGroups", Allowance.LOAD_BALANCING),
    DESCRIBE_TARGET_HEALTH("elasticloadbalancing:DescribeTargetHealth", Allowance.LOAD_BALANCING),
    DESCRIBE_TARGET_GROUP_ATTRIBUTES("elasticloadbalancing:DescribeTargetGroupAttributes", Allowance.LOAD_BALANCING),
    DESCRIBE_SCALABLE_TARGETS("application-autoscaling:DescribeScalableTargets", Allowance.SCALING),
    DESCRIBE_SCALING_POLICIES("application-autoscaling:DescribeScalingPolicies", Allowance.SCALING),
    DESCRIBE_SCALING_ACTIVITIES("application-autoscaling:DescribeScalingActivities", Allowance.SCALING),
    REGISTER_SCALABLE_TARGET("application-autoscaling:RegisterScalableTarget", Allowance.SCALING_CHANGES),
    DESCRIBE_JOB_QUEUES("batch:DescribeJobQueues", Allowance.BATCH),
    LIST_JOBS("batch:ListJobs", Allowance.BATCH),
    DESCRIBE_JOBS("batch:DescribeJobs", Allowance.BATCH),
    SUBMIT_JOB("batch:SubmitJob", Allowance.BATCH),
    LIST_PIPES("pipes:ListPipes", Allowance.PIPES),
    DESCRIBE_PIPE("pipes:DescribePipe", Allowance.PIPES),
    LIST_PIPELINES("codepipeline:ListPipelines", Allowance.PIPELINES),
    GET_PIPELINE("codepipeline:GetPipeline", Allowance.PIPELINES),
    GET_PIPELINE_STATE("codepipeline:GetPipelineState", Allowance.PIPELINES),
    DESCRIBE_LOG_GROUPS("logs:DescribeLogGroups", Allowance.LOG_GROUPS),
    FILTER_LOG_EVENTS("logs:FilterLogEvents", Allowance.LOG_EVENTS),
    GET_RESOURCES("tag:GetResources", Allowance.TAGS);

    /// Calls that AWS counts together, per account and Region: "Amazon ECS API request throttling", "CloudWatch service
    /// quotas" and "Request throttling for the Elastic Load Balancing API"; FilterLogEvents is 5 a second ("How do I
    /// determine throttling in my CloudWatch logs?"). The others publish no rate that these few calls could reach;
    /// theirs are our own good manners. GetMetricStatistics may be called 400 times a second, by all tools together.
    private enum Allowance {
        STS(50, 50),
        ECS_CLUSTERS(50, 20),
        ECS_DEFINITIONS(50, 20),
        ECS_SERVICES(100, 20),
        ECS_TASKS(100, 20),
        ECS_DEPLOYMENTS(50, 20),
        ECS_REVISIONS(50, 20),
        ECS_CHANGES(50, 5),
        ECS_TASK_CHANGES(100, 40),
        METRIC_DATA(50, 50),
        STATISTICS(100, 100),
        LIST_METRICS(25, 25),
        ALARMS(9, 9),
        ALARM_HISTORY(20, 20),
        SQS(200, 200),
        SQS_MOVES(10, 10),
        COST(5, 1),
        RDS(20, 10),
        ELASTICACHE(20, 10),
        LOAD_BALANCING(40, 10),
        SCALING(20, 10),
        SCALING_CHANGES(10, 5),
        BATCH(20, 10),
        PIPES(10, 10),
        PIPELINES(10, 5),
        LOG_GROUPS(10, 5),
        LOG_EVENTS(5, 5),
        TAGS(10, 5);

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
