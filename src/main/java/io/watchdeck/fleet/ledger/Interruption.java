package io.watchdeck.fleet.ledger;

import io.watchdeck.fleet.ServiceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Spot took back the capacity of a task.
///
/// @param task        its ARN
/// @param zone        Availability Zone, or empty
/// @param provider    capacity provider, such as `FARGATE_SPOT`
/// @param startedAt   when it began to run; empty where it never did, or AWS does not say
/// @param seenAt      when the console first learnt of it
/// @param stoppingAt  when it was given notice; empty where AWS does not say
/// @param stoppedAt   empty while it is under notice, and for ever where nobody looked when it ended
/// @param stopCode    as AWS gave it; empty under notice, and sometimes for ever
/// @param reason      AWS's own sentence, or empty
/// @param replacement the task that took its place, once it ran
public record Interruption(ServiceKey service, String task, String zone, String provider, Optional<Instant> startedAt,
        Instant seenAt, Optional<Instant> stoppingAt, Optional<Instant> stoppedAt, String stopCode, String reason,
        Learnt learnt, Optional<Replacement> replacement) implements LedgerEntry {

    private static final Duration SECOND = Duration.ofSeconds(1);

    /// Another task of the service in the place of the interrupted one.
    ///
    /// @param task      its ARN
    /// @param runningAt when it began to run
    public record Replacement(String task, Instant runningAt) {}

    @Override
    public String id() {
        return task;
    }

    /// When it was given notice; where AWS does not say, when it stopped; else when it was first seen.
    @Override
    public Instant at() {
        return stoppingAt.or(() -> stoppedAt).orElse(seenAt);
    }

    @Override
    public Kind kind() {
        return Kind.INTERRUPTION;
    }

    /// Whether AWS said what it is. A task on Spot that is to stop and runs on without a word is taken for one under
    /// notice until AWS says otherwise.
    public boolean isCertain() {
        return !stopCode.isEmpty() || !reason.isEmpty();
    }

    /// For how long it had run when it was given notice.
    public Optional<Duration> age() {
        return startedAt.filter(start -> !start.isAfter(at())).map(start -> Duration.between(start, at()));
    }

    /// From the stop of the task until its replacement ran. Zero is no measured time but says that nothing was waited for:
    /// the replacement ran before, or within the second of the stop; a time that was measured is a second or more. Empty
    /// while there is none, and where it is not known when the task stopped.
    public Optional<Duration> timeToReplacement() {
        return replacement.flatMap(one -> stoppedAt.map(stop -> waited(Duration.between(stop, one.runningAt()))));
    }

    /// What two times of ECS are apart, of which less than a second says nothing.
    static Duration waited(Duration apart) {
        return apart.compareTo(SECOND) < 0 ? Duration.ZERO : apart;
    }

    public Interruption replacedBy(Replacement one) {
        return new Interruption(service, task, zone, provider, startedAt, seenAt, stoppingAt, stoppedAt, stopCode,
                reason, learnt, Optional.of(one));
    }

    /// The same with what is known later: what was known before and is not told again stays.
    public Interruption with(Interruption later) {
        return new Interruption(service, task, newer(zone, later.zone), newer(provider, later.provider),
                later.startedAt.or(() -> startedAt), seenAt.isBefore(later.seenAt) ? seenAt : later.seenAt,
                later.stoppingAt.or(() -> stoppingAt), later.stoppedAt.or(() -> stoppedAt),
                newer(stopCode, later.stopCode), newer(reason, later.reason), learnt,
                later.replacement.or(() -> replacement));
    }

    private static String newer(String before, String later) {
        return later.isEmpty() ? before : later;
    }
}
