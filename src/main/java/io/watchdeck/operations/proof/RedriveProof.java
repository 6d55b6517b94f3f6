package io.watchdeck.operations.proof;

import io.watchdeck.model.Phrase;
import io.watchdeck.model.When;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.letters.RedriveTask;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/// How far a redrive is, whether its messages come back, and what became of them.
///
/// SQS does not say when a move task ended: the moment at which it was first seen ended counts, and stands in the
/// journal.
final class RedriveProof {

    /// The key of the remark that a move task was seen completed.
    static final String COMPLETED = "proof.redrive.completed";
    private static final Duration SKEW = Duration.ofMinutes(2);

    private final JournalEntry entry;
    private final Operation.Redrive redrive;
    private final Readings readings;
    private final Instant now;

    /// What was read for one look.
    ///
    /// @param tasks   newest first
    /// @param letters the dead-letter queue
    /// @param back    how long a message that fails again takes to be a dead letter again, by the slowest source; empty
    ///                where the sources are not known
    /// @param drained whether the sources hold nothing more that could come back
    /// @param look    looks at the messages themselves, which hides them for a while: at all of them, or until so many are
    ///                back; those that were sent after the moment are back
    record Readings(List<RedriveTask> tasks, QueueState letters, Optional<Duration> back, boolean drained,
            BiFunction<Instant, OptionalInt, Looked> look) {}

    RedriveProof(JournalEntry entry, Operation.Redrive redrive, Readings readings, Instant now) {
        this.entry = entry;
        this.redrive = redrive;
        this.readings = readings;
        this.now = now;
    }

    Finding judge() {
        return own().map(this::judge).orElseGet(this::untold);
    }

    /// The task whose handle was the answer. SQS tells handles of running tasks alone: else it is the one that began
    /// nearest to the request, since no two of a queue run at the same time.
    private Optional<RedriveTask> own() {
        List<RedriveTask> since = readings.tasks().stream()
                .filter(one -> one.startedAt().isAfter(entry.begun().minus(SKEW))).toList();
        return since.stream().filter(one -> one.handle().isPresent() && one.handle().equals(entry.began())).findFirst()
                .or(() -> since.stream().min(Comparator
                        .comparing(one -> Duration.between(entry.begun(), one.startedAt()).abs())));
    }

    private Finding judge(RedriveTask task) {
        RedriveCount count = count(task);
        return switch (task.status()) {
            case "FAILED" ->
                ended(Result.FAILED, "proof.redrive.failed", count, Phrase.of("proof.told", task.reason()));
            case "CANCELLED" -> ended(Result.CANCELLED, "proof.redrive.cancelled", count, byCounts());
            case "COMPLETED" -> completed(count, task.startedAt());
            default -> running(task, count);
        };
    }

    private RedriveCount count(RedriveTask task) {
        long there = readings.letters().visible() + readings.letters().inFlight() + readings.letters().delayed();
        long total = entry.before().messages().orElse(task.toMove().orElse(task.moved()));
        return RedriveCount.of(total, task.moved(), task.toMove().orElse(total), there);
    }

    private Finding running(RedriveTask task, RedriveCount count) {
        boolean asked = entry.sendings().size() > entry.planned();
        if (task.isRunning() && !asked && redrive.bounces().isPresent()
                && count.back() >= redrive.bounces().getAsInt()) {
            long seen = entry.before().hashes().isEmpty() ? count.back()
                    : readings.look().apply(task.startedAt(), redrive.bounces()).back();
            if (seen >= redrive.bounces().getAsInt()) {
                return new Finding.Stop(Phrase.of("proof.redrive.bounces", seen, redrive.bounces().getAsInt()));
            }
        }
        return going(count, Phrase.of(task.isRunning() ? "proof.redrive.going" : "proof.redrive.status", count.moved(),
                count.total(), count.back(), task.status()));
    }

    private static Finding going(RedriveCount count, Phrase sentence) {
        return new Finding.Going(sentence, OptionalLong.of(count.moved()), OptionalLong.of(count.total()),
                OptionalLong.of(count.back()));
    }

    /// What fails again is back after a while: the verdict waits for it.
    private Finding completed(RedriveCount count, Instant started) {
        Instant end = entry.remarks().stream().filter(remark -> remark.sentence().key().equals(COMPLETED))
                .map(JournalEntry.Remark::at).findFirst().orElse(now);
        Instant until = end.plus(readings.back().orElse(Duration.ZERO)).plus(Patience.SETTLING);
        boolean settled = now.isAfter(end.plus(Patience.SETTLING));
        if (now.isBefore(until) && !(settled && readings.drained())) {
            return going(count, Phrase.of(COMPLETED, count.moved(), count.back(), new When(until, now)));
        }
        return entry.before().hashes().isEmpty() ? verdict(count, byCounts()) : byBodies(count, started);
    }

    private Finding byBodies(RedriveCount count, Instant started) {
        Looked looked = readings.look().apply(started, OptionalInt.empty());
        if (!looked.complete()) {
            return verdict(count, byCounts());
        }
        long total = entry.before().hashes().values().stream().mapToLong(Integer::longValue).sum();
        var exact = new RedriveCount(total, count.moved(), looked.stayed(), looked.back());
        return verdict(exact, Phrase.of("proof.redrive.byBodies", total, looked.strange(), new When(started, now)));
    }

    private static Phrase byCounts() {
        return Phrase.of("proof.redrive.byCounts");
    }

    private Finding verdict(RedriveCount count, Phrase how) {
        if (count.back() > 0) {
            return ended(count.accepted() > 0 ? Result.PARTLY : Result.FAILED, "proof.redrive.cameBack", count, how);
        }
        return count.remaining() > 0 ? ended(Result.PARTLY, "proof.redrive.remaining", count, how)
                : ended(Result.WORKED, "proof.redrive.worked", count, how);
    }

    private Finding ended(Result result, String key, RedriveCount count, Phrase how) {
        return new Finding.Ended(new Verdict(result, Phrase.of(key, count.moved(), count.total(),
                count.back(), count.remaining(), count.unaccounted(), how), now));
    }

    /// SQS tells of no task since: it was not begun, or the emulation of SQS forgets what is over.
    private Finding untold() {
        if (!Patience.isSettled(entry, now)) {
            return Finding.going("proof.readingBack");
        }
        long there = readings.letters().visible() + readings.letters().inFlight() + readings.letters().delayed();
        long total = entry.before().messages().orElse(0);
        if (there >= total && entry.isUnsure()) {
            return Finding.ended(now, Result.NOT_DONE, "proof.redrive.notDone", there);
        }
        var count = new RedriveCount(total, Math.max(0, total - there), there, 0);
        return entry.isUnsure() ? ended(Result.NOT_KNOWN, "proof.redrive.untold", count, byCounts())
                : ended(there == 0 ? Result.WORKED : Result.NOT_KNOWN,
                        there == 0 ? "proof.redrive.worked" : "proof.redrive.untold",
                        count, byCounts());
    }
}
