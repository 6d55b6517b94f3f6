/// Reads and changes AWS through the ports: clients, one adapter and one pure mapper for each service, one translation of
/// failures. The only package that knows the AWS SDK.
///
/// Read first: [AwsConnector], then [AwsApi] (every call we make), [AwsCalls] (how a call is made) and [AwsFailures]
/// (what its exceptions mean). Nothing imports this package but the root; it starts no thread.
///
/// A request that changes something is made by classes named `*Control` alone, and sent once: [AwsCalls] repeats none, the
/// SDK repeats none, and [Departure] sees to it that the JDK's connection does not either.
///
/// ## The calls of one reading
///
/// One reading asks for everything of all stacks, as `status` and F5 do (`status` leaves targets and cost out). The
/// formulas are the smallest numbers that the limits of each API allow; `ReadingCallsTest` counts against this table.
/// An *access* is one account and Region as one set of credentials reaches it. A further reading that has the same
/// calls is `=`; where it has fewer, an answer is kept, and the last column says how long.
///
/// | call | for each | first reading | further ones | because |
/// | --- | --- | --- | --- | --- |
/// | STS AssumeRole | role | 1 | 0 | kept until shortly before it ends |
/// | STS GetCallerIdentity | access | 1 | = | nothing else is read before it is known who we are |
/// | ECS DescribeServices | cluster | ⌈services/10⌉ | = | 10 names a call |
/// | ECS ListTasks | cluster | max(1, ⌈running/100⌉) + max(1, ⌈stopped/100⌉) | = | two lists, 100 a page |
/// | ECS DescribeTasks | cluster | ⌈tasks/100⌉ | = | 100 ARNs a call |
/// | Application Auto Scaling DescribeScalableTargets | access | ⌈services/50⌉ | = | 50 a page |
/// | Application Auto Scaling DescribeScalingPolicies | access | min(⌈policies/10⌉, scalable) | = | list or one each |
/// | CloudWatch ListMetrics | metric name | max(1, ⌈sets/500⌉) | 0 | where only AWS knows dimensions; kept an hour |
/// | CloudWatch GetMetricStatistics | free access | metrics + latencies | = | one metric a call, at no price |
/// | CloudWatch GetMetricData | paying access | ⌈metrics/500⌉ + ⌈percentiles/500⌉ | = | 500 a call; percentiles fail apart |
/// | CloudWatch DescribeAlarms | access | max(1, ⌈alarms/100⌉) | = | 100 a page |
/// | SQS GetQueueUrl | queue | 1 | 0 | kept while the queue is there |
/// | SQS GetQueueAttributes | queue | 1 | = | one queue a call; dead-letter queues are queues |
/// | RDS DescribeDBInstances | access | ⌈databases/100⌉ + ⌈clusters/100⌉ | ⌈instances/100⌉ + ⌈clusters/100⌉ | kept |
/// | RDS DescribeDBClusters | access | ⌈clusters/100⌉ | = | 100 names a call |
/// | RDS DescribeDBParameters | parameter group | 1 | 0 | one group a call; kept an hour |
/// | RDS DescribeDBClusterParameters | cluster parameter group | 1 | 0 | one group a call; kept an hour |
/// | Elastic Load Balancing v2 DescribeTargetGroups | access | ⌈groups/20⌉ | 0 | 20 names a call; ARNs are kept |
/// | Elastic Load Balancing v2 DescribeTargetHealth | target group | 1 | = | one group a call |
/// | Batch DescribeJobQueues | access | ⌈jobQueues/100⌉ | = | 100 names a call |
/// | Batch ListJobs | job state | min(most, max(1, ⌈jobs/1000⌉)) | = | 7 states a queue, 1000 jobs a page |
/// | Pipes DescribePipe | pipe | 1 | = | one pipe a call |
/// | CodePipeline GetPipelineState | pipeline | 1 | = | one pipeline a call |
/// | Cost Explorer GetCostAndUsage | tag key | pages | 0 | all values of a key at once, for every Region; kept a day |
/// | Budgets DescribeBudgets | access | max(1, ⌈budgets/100⌉) | 0 | 100 a page; asked for with the bill |
///
/// Metrics are read in one of two ways, each with the smallest number of its price. A *free access* is one of the console,
/// as long as its account has some left of the requests that CloudWatch answers free of charge: that is the lowest price.
/// A *paying access* has none left, or is one of a command, which reads once while somebody waits: these are the fewest
/// calls. A stretch of the past is in the first way ⌈periods/1440⌉ calls for each metric.
///
/// What the words count: `services` of the stack files; `running`, `stopped` and `tasks` of the cluster, ours or not;
/// `scalable` services that have a range, `policies` of all ECS services; `sets` of dimensions in which the metric
/// exists; `metrics` and `percentiles` one for each component, of a cache for each node, `latencies` the metrics of which
/// percentiles are asked; `alarms` of the account and
/// Region; `databases` of the stack files, `clusters` those that are no instance, `instances` those that are one;
/// `groups` of targets; `jobs` in the state, and `most` the pages that are read of it: 10 of FAILED, 1 of SUCCEEDED,
/// all of others; `pages` of the bill, whose size AWS does not tell, and those of a second question by usage type where a
/// plan of the key splits a service; `budgets` of the account.
///
/// Which way to the policies is the shorter one shows only when the list goes on after `scalable` pages: these calls
/// are then made in vain, once. That a database is a cluster is kept as long as it is there.
///
/// Asked for only by whoever looks there, never by a reading: `DescribeScalingActivities` (one call every 30 s while the
/// details of a service are open, and one every six hours for each that something scales, to be kept), `FilterLogEvents` (while its log is open too: up to 3 calls for the last 15 minutes of
/// a quiet group, then one every 5 s) with `DescribeTaskDefinition` (one for each revision, kept); while the Spot screen is shown `DescribeTaskDefinition` again, and
/// `DescribeTargetGroupAttributes` (one an hour for each target group of services on Spot); every
/// five minutes for the events of databases, where a history is kept, `DescribeEvents` (for instances and, where a cluster
/// is watched, for clusters max(1, ⌈events/100⌉) calls each); once after the console was
/// closed `DescribeAlarmHistory` (one call for 100 changes of state that it has not seen); by
/// `discover` alone: `ListClusters`, `DescribeClusters`, `ListServices`, `DescribeLoadBalancers`,
/// `DescribeReplicationGroups`, `DescribeCacheClusters`, `ListQueues`, `ListPipes`, `ListPipelines`, `GetPipeline`, `DescribeLogGroups`,
/// `GetResources`.
///
/// Only for a change that a person begins, before it and while it is followed: `ListServiceDeployments`,
/// `DescribeServiceDeployments` and, for revisions that were not met before, `DescribeServiceRevisions` (one call each a
/// look at a service), `DescribeTargetGroupAttributes` (one a target group), `DescribeJobs` (one a job),
/// `ListDeadLetterSourceQueues` and `ListMessageMoveTasks` (one a look at a dead-letter queue). The changes themselves, one
/// request each: `UpdateService`, `StopTask`, `StopServiceDeployment`, `RegisterScalableTarget`, `SubmitJob`,
/// `ReceiveMessage` (which hides what it shows), `StartMessageMoveTask`, `CancelMessageMoveTask`, `PurgeQueue`.
@NullMarked
package io.watchdeck.aws;

import org.jspecify.annotations.NullMarked;
