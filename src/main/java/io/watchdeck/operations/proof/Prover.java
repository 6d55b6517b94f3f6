package io.watchdeck.operations.proof;

import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Sent;
import io.watchdeck.operations.Controls;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.operations.proof.RedriveProof.Readings;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.letters.LetterMark;
import io.watchdeck.queues.letters.RedriveTask;
import io.watchdeck.watch.Cloud;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Reads back what came of operations. Blocking.
public final class Prover {

    private final Clock clock;
    private final Function<JournalEntry, List<JournalEntry>> journal;

    /// Looks at the messages of a dead-letter queue.
    public interface Looking {

        /// @param complete whether they are all that the queue holds
        record Marks(List<LetterMark> marks, boolean complete) {}

        /// Looks at all of them, or until enough are found: then only at some in each look, those of earlier looks being
        /// known.
        Marks look(String queue, Optional<Enough> until);

        /// Whether a person's look at the queue hides messages of it now.
        boolean hides(String queue);

        /// @param wanted what counts
        /// @param count  how many of them are enough to know
        record Enough(Predicate<LetterMark> wanted, int count) {}
    }

    /// @param journal what this console did since an entry began
    public Prover(Clock clock, Function<JournalEntry, List<JournalEntry>> journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /// Looks once. What cannot be read now is tried again by the next look, until nobody waits any longer.
    ///
    /// @param tally of the looks at this entry; the same for each of them
    public Finding look(JournalEntry entry, Cloud cloud, Controls controls, Looking looking, Tally tally) {
        Instant now = clock.instant();
        return switch (entry.operation()) {
            case Operation.StopDeployment stop -> judged(entry, controls.deployments().deployments(stop.service()),
                    found -> new StopProof(entry, stop, found, () -> service(cloud, stop.service()), now).judge());
            case Operation.OfService on -> judged(entry, service(cloud, on.service()),
                    state -> ofService(entry, on, state, cloud, controls));
            case Operation.Redrive redrive -> redrive(entry, redrive, cloud, controls,
                    new Watching(looking, tally));
            case Operation.CancelRedrive cancel -> judged(entry, controls.redrives().redrives(cancel.queue()),
                    tasks -> QueueProofs.cancel(entry, tasks, now));
            case Operation.Purge purge ->
                judged(entry, queue(cloud, purge.queue()), state -> QueueProofs.purge(entry, state, now));
            case Operation.Resubmit jobs -> cloud.batch()
                    .map(batch -> judged(entry, batch.batchQueues(List.of(jobs.queue())).get(jobs.queue()),
                            state -> jobs(entry, jobs, state, controls)))
                    .orElseGet(() -> Finding.ended(now, Result.NOT_KNOWN, "proof.unreadable",
                            Failure.notKept().sentence()));
        };
    }

    private Finding ofService(JournalEntry entry, Operation.OfService operation, ServiceState state, Cloud cloud,
            Controls controls) {
        Instant now = clock.instant();
        return switch (operation) {
            case Operation.Scale scale -> scale(entry, scale, state, cloud);
            case Operation.ForceDeployment _, Operation.RollBack _ -> rollout(entry, operation, state, controls);
            case Operation.SpotWeight spot -> spot.force()
                    ? ServiceProofs.both(entry, spot, state, rollout(entry, operation, state, controls))
                    : ServiceProofs.strategy(entry, spot, state, since(entry), now);
            case Operation.StopTask stop -> judged(entry, cloud.fleet().tasks(stop.service().cluster()),
                    (List<TaskState> tasks) -> ServiceProofs.task(entry, stop, tasks, state, now));
            case Operation.StopDeployment _ -> throw new IllegalArgumentException("judged by its own reading");
        };
    }

    /// A submission whose answer was lost is looked for by its name.
    private Finding jobs(JournalEntry entry, Operation.Resubmit jobs, BatchQueueState state, Controls controls) {
        Instant now = clock.instant();
        Set<String> known = submitted(entry);
        return QueueProofs.lost(entry, jobs).map(job -> judged(entry,
                controls.jobs().submitted(jobs.queue(), job, entry.begun().minus(JournalEntry.SKEW)),
                namesakes -> QueueProofs.lost(entry, jobs, known, namesakes, state, now)))
                .orElseGet(() -> QueueProofs.jobs(entry, jobs, known, state, now));
    }

    private Finding rollout(JournalEntry entry, Operation.OfService operation, ServiceState state,
            Controls controls) {
        return new RolloutProof(entry, state, controls.deployments().deployments(operation.service()), since(entry),
                clock.instant()).judge();
    }

    private Since since(JournalEntry entry) {
        return new Since(entry, journal);
    }

    /// A range that is not there is another than the one that is wanted; one that cannot be read is not.
    private Finding scale(JournalEntry entry, Operation.Scale scale, ServiceState state, Cloud cloud) {
        Instant now = clock.instant();
        if (scale.range().isEmpty()) {
            return new ScaleProof(entry, scale, state, Optional.empty(), since(entry), now).judge();
        }
        Reading<ScalingRange> range = cloud.scaling()
                .map(source -> source.ranges(List.of(scale.service())).get(scale.service()))
                .orElseGet(() -> Reading.unknown(Failure.notKept(), now));
        return range instanceof Reading.Unknown<ScalingRange>(var failure, var _)
                && failure.kind() == Failure.Kind.ABSENT
                        ? new ScaleProof(entry, scale, state, Optional.empty(), since(entry), now).judge()
                        : judged(entry, range,
                                found -> new ScaleProof(entry, scale, state, Optional.of(found), since(entry), now)
                                        .judge());
    }

    private record Watching(Looking looking, Tally tally) {}

    private Finding redrive(JournalEntry entry, Operation.Redrive redrive, Cloud cloud, Controls controls,
            Watching watching) {
        String queue = redrive.queue();
        return judged(entry, controls.redrives().redrives(queue), (List<RedriveTask> tasks) -> judged(entry,
                queue(cloud, queue), letters -> {
                    List<QueueState> sources = sources(cloud, controls, queue);
                    var readings = new Readings(tasks, letters, back(sources), isDrained(sources),
                            watching.looking().hides(queue),
                            looked(entry, queue, watching.looking()), watching.tally());
                    return new RedriveProof(entry, redrive, readings, clock.instant()).judge();
                }));
    }

    private static BiFunction<Instant, OptionalInt, Looked> looked(JournalEntry entry, String queue,
            Looking looking) {
        Map<String, Integer> before = entry.before().hashes();
        return (since, back) -> {
            Looking.Marks marks = looking.look(queue, back.isEmpty() ? Optional.empty()
                    : Optional.of(new Looking.Enough(mark -> mark.sentAt().isAfter(since)
                            && before.containsKey(mark.hash()), back.getAsInt())));
            return Looked.of(marks.marks(), marks.complete(), before, since);
        };
    }

    private static List<QueueState> sources(Cloud cloud, Controls controls, String queue) {
        List<String> names = known(controls.redrives().sources(queue)).orElse(List.of());
        return names.isEmpty() ? List.of()
                : cloud.queues().queues(names).values().stream().flatMap(one -> known(one).stream()).toList();
    }

    private static Optional<Duration> back(List<QueueState> sources) {
        return sources.stream().flatMap(one -> one.redrive().stream()
                .map(policy -> one.visibility().multipliedBy(policy.maxReceiveCount()))).max(Duration::compareTo);
    }

    private static boolean isDrained(List<QueueState> sources) {
        return !sources.isEmpty()
                && sources.stream().allMatch(one -> one.visible() + one.inFlight() + one.delayed() == 0);
    }

    private static Set<String> submitted(JournalEntry entry) {
        return entry.sendings().stream().flatMap(one -> one.answer().stream()).filter(Sent.Taken.class::isInstance)
                .flatMap(answer -> ((Sent.Taken) answer).id().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Reading<ServiceState> service(Cloud cloud, ServiceKey key) {
        return cloud.fleet().services(key.cluster(), List.of(key.service())).get(key.service());
    }

    private static Reading<QueueState> queue(Cloud cloud, String name) {
        Map<String, Reading<QueueState>> all = cloud.queues().queues(List.of(name));
        return all.get(name);
    }

    private static <T> Optional<T> known(Reading<T> reading) {
        return reading instanceof Reading.Known<T>(T value, var _) ? Optional.of(value) : Optional.empty();
    }

    private <T> Finding judged(JournalEntry entry, Reading<T> reading, Function<T, Finding> judge) {
        return switch (reading) {
            case Reading.Known<T>(T value, var _) -> judge.apply(value);
            case Reading.Unknown<T>(Failure failure, Instant at) -> Patience.isOver(entry, at)
                    ? Finding.ended(at, Result.NOT_KNOWN, "proof.unreadable", failure.sentence())
                    : Finding.going("proof.unread", failure.sentence());
        };
    }
}
