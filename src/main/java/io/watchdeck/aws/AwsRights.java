package io.watchdeck.aws;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The rights that the calls of this package need, and no others.
///
/// @param purpose a name for the statement of a policy, such as `WatchdeckReads`
/// @param actions in alphabetical order
public record AwsRights(String purpose, List<String> actions) {

    /// What only `discover` asks.
    private static final Set<AwsApi> DISCOVERING = Set.of(AwsApi.LIST_CLUSTERS, AwsApi.DESCRIBE_CLUSTERS,
            AwsApi.LIST_SERVICES, AwsApi.DESCRIBE_LOAD_BALANCERS, AwsApi.DESCRIBE_REPLICATION_GROUPS,
            AwsApi.DESCRIBE_CACHE_CLUSTERS, AwsApi.LIST_QUEUES, AwsApi.LIST_PIPES, AwsApi.LIST_PIPELINES,
            AwsApi.GET_PIPELINE, AwsApi.GET_RESOURCES);
    /// What changes something, or leaves a trace.
    private static final Set<AwsApi> CHANGING = Set.of(AwsApi.UPDATE_SERVICE, AwsApi.STOP_SERVICE_DEPLOYMENT,
            AwsApi.STOP_TASK, AwsApi.REGISTER_SCALABLE_TARGET, AwsApi.SUBMIT_JOB, AwsApi.RECEIVE_MESSAGE,
            AwsApi.START_MESSAGE_MOVE_TASK, AwsApi.CANCEL_MESSAGE_MOVE_TASK, AwsApi.PURGE_QUEUE);
    /// What SQS does in the name of whoever starts a redrive, who never calls it: "Configuring queue permissions for
    /// dead-letter queue redrive".
    private static final List<String> MOVING = List.of("sqs:DeleteMessage", "sqs:SendMessage");

    public AwsRights {
        actions = List.copyOf(actions);
    }

    /// @param readOnly without operations
    public static List<AwsRights> of(boolean readOnly) {
        AwsRights reads = of("WatchdeckReads",
                api -> !DISCOVERING.contains(api) && !CHANGING.contains(api), List.of());
        AwsRights discovers = of("WatchdeckDiscovers", DISCOVERING::contains, List.of());
        return readOnly ? List.of(reads, discovers)
                : List.of(reads, discovers, of("WatchdeckChanges", CHANGING::contains, MOVING));
    }

    private static AwsRights of(String purpose, Predicate<AwsApi> wanted, List<String> besides) {
        return new AwsRights(purpose, Stream.concat(Arrays.stream(AwsApi.values()).filter(wanted)
                .map(AwsApi::iamAction), besides.stream()).sorted().toList());
    }
}
