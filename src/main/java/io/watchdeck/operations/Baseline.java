package io.watchdeck.operations;

import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.stack.ServiceSpec.Range;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How things stood before an operation, as far as its proof and its journal entry need it.
///
/// @param desired        tasks
/// @param range          of autoscaling; empty where there is none, or it does not matter
/// @param taskDefinition ARN of the primary deployment's
/// @param deployment     id of the primary deployment
/// @param strategy       of capacity providers; empty where the service has a launch type
/// @param messages       in the queue, approximately
/// @param hashes         the body hashes of its messages, each with how many of them there were; empty where nobody looked
///                       at all of them
/// @param jobs           that had failed and were chosen to be submitted again
public record Baseline(OptionalInt desired, Optional<Range> range, Optional<String> taskDefinition,
        Optional<String> deployment, List<CapacityShare> strategy, OptionalLong messages, Map<String, Integer> hashes,
        List<FailedJob> jobs) {

    public Baseline {
        strategy = List.copyOf(strategy);
        hashes = Map.copyOf(hashes);
        jobs = List.copyOf(jobs);
    }

    public static Baseline none() {
        return new Baseline(OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
                OptionalLong.empty(), Map.of(), List.of());
    }

    public static Baseline ofMessages(long count, Map<String, Integer> hashes) {
        return new Baseline(OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
                OptionalLong.of(count), hashes, List.of());
    }

    public static Baseline ofJobs(List<FailedJob> jobs) {
        return new Baseline(OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
                OptionalLong.empty(), Map.of(), jobs);
    }
}
