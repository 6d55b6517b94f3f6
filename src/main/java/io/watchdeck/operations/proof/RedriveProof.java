package io.watchdeck.operations.proof;

import io.watchdeck.model.Phrase;
import io.watchdeck.model.When;
import io.watchdeck.operations.Baseline;
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
    /// The key of the remark that a move task was seen ended before it had moved all.
    static final String STOPPED = "proof.redrive.endedEarly";
    /// The same in entries of versions that did not tell how many were left.
    private static final String STOPPED_BEFORE = "proof.redrive.stopped";
    /// The key of the remark that SQS tells no more of the move task, as the emulation of SQS does of what is over.
    static final String VANISHED = "proof.redrive.vanished";

    /// So long the verdict waits for messages that are hidden: longer than a look of this console hides them, and counts may
    /// be behind that.
    private static final Duration HIDDEN = Duration.ofMinutes(6);

    private final JournalEntry entry;
    private final Operation.Redrive redrive;
    private final Readings readings;
    private final Instant now;

    /// Whether a sentence about a redrive says that its task has ended.
    static boolean isOver(String key) {
        return key.equals(COMPLETED) || isStopped(key) || key.equals(VANISHED);
    }

    private static boolean isStopped(String key) {
        return key.equals(STOPPED) || key.equals(STOPPED_BEFORE);
    }

    private static boolean isOfKind(String key, JournalEntry.Remark remark) {
        String known = remark.sentence().key();
        return known.equals(key) || isStopped(key) && isStopped(known);
    }

    /// What was read for one look.
    ///
    /// @param tasks   newest first
    /// @param letters the dead-letter queue
    /// @param back    how long a message that fails again takes to be a dead letter again, by the slowest source; empty
    ///                where the sources are not known
    /// @param drained whether the sources hold nothing more that could come back
    /// @param looking whether a person's look hides messages of the queue now, which SQS may not count yet
    /// @param look    looks at the messages themselves, which hides them for a while: at all of them, or until so many are
    ///                back; those that were sent after the moment are back
    /// @param tally   of the looks so far
    record Readings(List<RedriveTask> tasks, QueueState letters, Optional<Duration> back, boolean drained,
            boolean looking, BiFunction<Instant, OptionalInt, Looked> look, Tally tally) {

        long inQueue() {
            return letters.visible() + letters.inFlight() + letters.delayed();
        }

        /// Whether a look would not meet all that is in the queue: what is hidden is not received.
        boolean hides() {
            return looking || letters.inFlight() + letters.delayed() > 0;
        }
    }

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
                .filter(one -> Arrival.of(entry).mayBegin(one.startedAt())).toList();
        return since.stream().filter(one -> one.handle().isPresent() && one.handle().equals(entry.began())).findFirst()
                .or(() -> since.stream().min(Comparator
                        .comparing(one -> Duration.between(entry.begun(), one.startedAt()).abs())));
    }

    private Finding judge(RedriveTask task) {
        Optional<RedriveCount> known = count(task);
        if (known.isEmpty()) {
            return uncounted(task);
        }
        RedriveCount count = known.get();
        return switch (task.status()) {
            case "COMPLETED" -> settled(COMPLETED, Optional.of(task), count, this::verdict);
            case "CANCELLED" -> settled(STOPPED, Optional.of(task), count,
                    (sure, how) -> ended(Result.CANCELLED, "proof.redrive.cancelled", sure, how));
            case "FAILED" -> settled(STOPPED, Optional.of(task), count,
                    (sure, how) -> ended(Result.FAILED, "proof.redrive.failed", sure,
                            Phrase.of("proof.redrive.besides", how, Phrase.of("proof.told", task.reason()))));
            default -> running(task, count);
        };
    }

    /// Empty where neither the pre-flight nor SQS counted what was there before: then nothing that is there now tells
    /// what came back.
    private Optional<RedriveCount> count(RedriveTask task) {
        OptionalLong total = entry.before().messages().isPresent() ? entry.before().messages() : task.toMove();
        return total.isEmpty() ? Optional.empty() : Optional.of(RedriveCount.of(total.getAsLong(), task.moved(),
                task.toMove().orElse(total.getAsLong()), readings.inQueue()));
    }

    private Finding uncounted(RedriveTask task) {
        return switch (task.status()) {
            case "FAILED" -> Finding.ended(now, Result.FAILED, "proof.redrive.failedUncounted", task.moved(),
                    Phrase.of("proof.told", task.reason()));
            case "CANCELLED" -> Finding.ended(now, Result.CANCELLED, "proof.redrive.cancelledUncounted", task.moved());
            case "COMPLETED" -> Finding.ended(now, Result.NOT_KNOWN, "proof.redrive.uncounted", task.moved(),
                    readings.inQueue());
            default -> new Finding.Going(Phrase.of("proof.redrive.goingUncounted", task.moved(), task.status()),
                    OptionalLong.of(task.moved()), OptionalLong.empty(), OptionalLong.empty());
        };
    }

    private Finding running(RedriveTask task, RedriveCount count) {
        Finding.Going going = going(count, Phrase.of(task.isRunning() ? "proof.redrive.going" : "proof.redrive.status",
                count.moved(), count.total(), count.back(), task.status()));
        OptionalLong lasting = readings.tally().back(now, readings.inQueue(), count.remaining());
        if (!task.isRunning() || redrive.bounces().isEmpty()) {
            return going;
        }
        int allowed = redrive.bounces().getAsInt();
        var cancel = new AutoCancel(entry);
        if (cancel.isIntended()) {
            return cancel.isDue(now) ? stop(count.back(), task, going) : cancel.told(going);
        }
        long back = count.back() < allowed ? 0 : surely(task, lasting);
        return back >= allowed ? stop(back, task, going) : going;
    }

    /// How many came back for sure. SQS's counts may be a minute behind what is moved, so that messages seem to be back
    /// that have only not been counted away: a redrive is not cancelled for that. Where the bodies of before are known,
    /// they are looked for and those that are seen again count; else what the queue holds beyond all that was to be
    /// moved a minute ago ([Tally]). Where only some of the bodies are known, either is enough.
    private long surely(RedriveTask task, OptionalLong lasting) {
        long counted = entry.before().knowsBodies() ? 0 : lasting.orElse(0);
        return entry.before().hashes().isEmpty() || counted >= redrive.bounces().orElseThrow() ? counted
                : Math.max(counted, readings.look().apply(task.startedAt(), redrive.bounces()).back());
    }

    private Finding stop(long back, RedriveTask task, Finding.Going going) {
        return new Finding.Stop(Phrase.of(AutoCancel.INTENDED, back, redrive.bounces().orElseThrow()), task.handle(),
                going);
    }

    private static Finding.Going going(RedriveCount count, Phrase sentence) {
        return new Finding.Going(sentence, OptionalLong.of(count.moved()), OptionalLong.of(count.total()),
                OptionalLong.of(count.back()));
    }

    /// What fails again is back after a while, whatever ended the task: the verdict waits for it, unless nothing is left that
    /// could come back. Then it says so, because a later moment was told before.
    ///
    /// @param key  of the remark that it was seen ended
    /// @param task empty where SQS tells no more of it
    private Finding settled(String key, Optional<RedriveTask> task, RedriveCount count,
            BiFunction<RedriveCount, Phrase, Finding> verdict) {
        Optional<JournalEntry.Remark> seen =
                entry.remarks().stream().filter(remark -> isOfKind(key, remark)).findFirst();
        Instant end = seen.map(JournalEntry.Remark::at).orElse(now);
        Instant until = until(end, seen);
        boolean empty = readings.tally().isEmptyForGood(now, readings.drained());
        Optional<Phrase> nothing =
                now.isAfter(end.plus(Patience.SETTLING)) ? nothingLeft(task, empty) : Optional.empty();
        boolean early = now.isBefore(until);
        if (early && nothing.isEmpty()) {
            return watched(key, count, until);
        }
        BiFunction<RedriveCount, Phrase, Finding> told = early
                ? (sure, how) -> verdict.apply(sure, Phrase.of("proof.redrive.besides", how, nothing.orElseThrow()))
                : verdict;
        if (!entry.before().knowsBodies()) {
            return told.apply(count, byCounts());
        }
        Instant atLast = until.plus(HIDDEN);
        return byBodies(count, task.map(RedriveTask::startedAt).orElse(entry.begun()), told,
                now.isBefore(atLast) ? Optional.of(watched(key, count, early ? until : atLast)) : Optional.empty());
    }

    private Finding watched(String key, RedriveCount count, Instant until) {
        When last = new When(until, now);
        return going(count, key.equals(STOPPED)
                ? Phrase.of(key, count.moved(), count.back(), last, count.remaining())
                : Phrase.of(key, count.moved(), count.back(), last));
    }

    /// While the sources cannot be read, the moment that was told when it was seen ended counts.
    private Instant until(Instant end, Optional<JournalEntry.Remark> seen) {
        return readings.back().map(way -> end.plus(way).plus(Patience.SETTLING))
                .or(() -> seen.flatMap(remark -> remark.sentence().arguments().stream()
                        .filter(When.class::isInstance).map(When.class::cast).map(When::at).findFirst()))
                .orElseGet(() -> end.plus(Patience.SETTLING));
    }

    private static Optional<Phrase> nothingLeft(Optional<RedriveTask> task, boolean empty) {
        if (task.filter(one -> one.moved() == 0).isPresent()) {
            return Optional.of(Phrase.of("proof.redrive.noneMoved"));
        }
        return empty ? Optional.of(Phrase.of("proof.redrive.noneLeft")) : Optional.empty();
    }

    /// What is hidden is waited for: that a look does not meet it does not tell that it is gone.
    ///
    /// @param wait empty where it has been waited for long enough
    private Finding byBodies(RedriveCount count, Instant started, BiFunction<RedriveCount, Phrase, Finding> verdict,
            Optional<Finding> wait) {
        if (readings.hides()) {
            return wait.orElseGet(() -> verdict.apply(count, hiddenStill()));
        }
        Looked looked = readings.look().apply(started, OptionalInt.empty());
        if (!looked.complete()) {
            return verdict.apply(count, byCounts());
        }
        if (looked.seen() < readings.inQueue()) {
            return wait.orElseGet(() -> verdict.apply(count, hiddenStill()));
        }
        long total = entry.before().hashes().values().stream().mapToLong(Integer::longValue).sum();
        var exact = new RedriveCount(total, count.moved(), looked.stayed(), looked.back());
        return verdict.apply(exact,
                Phrase.of("proof.redrive.byBodies", total, looked.strange(), new When(started, now)));
    }

    private Phrase hiddenStill() {
        return Phrase.of("proof.redrive.besides", byCounts(), Phrase.of("proof.redrive.stayedHidden"));
    }

    private Phrase byCounts() {
        Baseline before = entry.before();
        return before.unlisted() == 0 ? Phrase.of("proof.redrive.byCounts") : Phrase.of("proof.redrive.byCountsBounded",
                before.hashes().values().stream().mapToLong(Integer::longValue).sum(), before.unlisted());
    }

    private Finding verdict(RedriveCount count, Phrase how) {
        if (count.back() > 0) {
            return ended(count.accepted() > 0 ? Result.PARTLY : Result.FAILED, "proof.redrive.cameBack", count, how);
        }
        return count.remaining() > 0 ? ended(Result.PARTLY, "proof.redrive.remaining", count, how)
                : ended(Result.WORKED, "proof.redrive.worked", count, how);
    }

    private Finding ended(Result result, String key, RedriveCount count, Phrase how) {
        return ended(result, key, count, how, new AutoCancel(entry).came(result == Result.CANCELLED));
    }

    private Finding ended(Result result, String key, RedriveCount count, Phrase how, Optional<Phrase> came) {
        Phrase told = came.map(one -> Phrase.of("proof.redrive.besides", how, one)).orElse(how);
        return new Finding.Ended(new Verdict(result, Phrase.of(key, count.moved(), count.total(),
                count.back(), count.remaining(), count.unaccounted(), told), now));
    }

    /// SQS tells of no task since: it was not begun, or the emulation of SQS forgets what is over.
    private Finding untold() {
        if (!Patience.isSettled(entry, now)) {
            return Finding.going("proof.readingBack");
        }
        long there = readings.inQueue();
        if (entry.before().messages().isEmpty()) {
            return Finding.ended(now, Result.NOT_KNOWN, "proof.redrive.untoldUncounted", there);
        }
        long total = entry.before().messages().getAsLong();
        if (there >= total && entry.isUnsure()) {
            return Finding.ended(now, Result.NOT_DONE, "proof.redrive.notDone", there);
        }
        return settled(VANISHED, Optional.empty(), new RedriveCount(total, Math.max(0, total - there), there, 0),
                this::vanished);
    }

    /// What the queue tells alone: how many of those that are there came back only the bodies tell.
    private Finding vanished(RedriveCount found, Phrase how) {
        var count = new RedriveCount(found.total(), Math.max(0, found.total() - found.remaining()), found.remaining(),
                found.back());
        var cancel = new AutoCancel(entry);
        if (cancel.isTaken()) {
            return ended(Result.CANCELLED, "proof.redrive.untold", count, how);
        }
        return entry.isUnsure() || count.remaining() > 0 && count.back() == 0
                ? ended(Result.NOT_KNOWN, "proof.redrive.untold", count, how, cancel.cameUntold())
                : verdict(count, how);
    }
}
