package io.watchdeck.operations;

import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.stack.ServiceSpec.Range;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

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
/// @param unlisted       messages that were looked at and whose hashes are not among them, because they are too many
/// @param jobs           that had failed and were chosen to be submitted again
/// @param groups         how many of the hashed messages were in each group of what was looked at, by
///                       [io.watchdeck.queues.letters.Signature#hash()]; empty in entries of versions that did not keep
///                       them
public record Baseline(OptionalInt desired, Optional<Range> range, Optional<String> taskDefinition,
        Optional<String> deployment, List<CapacityShare> strategy, OptionalLong messages, Map<String, Integer> hashes,
        long unlisted, List<FailedJob> jobs, Map<String, Integer> groups) {

    /// The journal is written with every change of an entry, and keeps no more hashes than these: some 300 kB.
    public static final int MOST_HASHES = 5_000;

    public Baseline {
        strategy = List.copyOf(strategy);
        hashes = Map.copyOf(hashes);
        jobs = List.copyOf(jobs);
        groups = Map.copyOf(groups);
    }

    /// Without groups.
    public Baseline(OptionalInt desired, Optional<Range> range, Optional<String> taskDefinition,
            Optional<String> deployment, List<CapacityShare> strategy, OptionalLong messages,
            Map<String, Integer> hashes, long unlisted, List<FailedJob> jobs) {
        this(desired, range, taskDefinition, deployment, strategy, messages, hashes, unlisted, jobs, Map.of());
    }

    /// With every hash.
    public Baseline(OptionalInt desired, Optional<Range> range, Optional<String> taskDefinition,
            Optional<String> deployment, List<CapacityShare> strategy, OptionalLong messages,
            Map<String, Integer> hashes, List<FailedJob> jobs) {
        this(desired, range, taskDefinition, deployment, strategy, messages, hashes, 0, jobs);
    }

    /// Whether the bodies of all messages of before are known by their hashes.
    public boolean knowsBodies() {
        return !hashes.isEmpty() && unlisted == 0;
    }

    /// As the journal keeps it.
    public Baseline bounded() {
        if (hashes.size() <= MOST_HASHES) {
            return this;
        }
        Map<String, Integer> kept = hashes.entrySet().stream().sorted(Map.Entry.comparingByKey()).limit(MOST_HASHES)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Baseline(desired, range, taskDefinition, deployment, strategy, messages, kept,
                unlisted + count(hashes) - count(kept), jobs, groups);
    }

    /// The same with how many messages were in each group.
    public Baseline grouped(Map<String, Integer> counts) {
        return new Baseline(desired, range, taskDefinition, deployment, strategy, messages, hashes, unlisted, jobs,
                counts);
    }

    private static long count(Map<String, Integer> of) {
        return of.values().stream().mapToLong(Integer::longValue).sum();
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
