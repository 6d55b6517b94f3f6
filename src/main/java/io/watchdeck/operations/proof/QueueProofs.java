package io.watchdeck.operations.proof;

import io.watchdeck.model.Sent;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.queues.JobControl.Submitted;
import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.letters.RedriveTask;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The proofs of what changes queues and jobs, except redrives.
final class QueueProofs {

    /// A job that fails at once has failed by then.
    private static final Duration WATCHED = Duration.ofMinutes(2);

    private QueueProofs() {}

    /// SQS takes up to a minute, and its counts follow another one later.
    static Finding purge(JournalEntry entry, QueueState queue, Instant now) {
        long there = queue.visible() + queue.inFlight() + queue.delayed();
        if (there == 0) {
            return Patience.isSettled(entry, now) ? emptied(entry, now) : Finding.going("proof.purge.settling");
        }
        if (!Patience.isOver(entry, now)) {
            return Finding.going("proof.purge.going", there);
        }
        boolean asBefore = entry.before().messages().isPresent()
                && there >= entry.before().messages().getAsLong();
        return Finding.ended(now, entry.isUnsure() && asBefore ? Result.NOT_DONE : Result.NOT_KNOWN,
                entry.isUnsure() && asBefore ? "proof.purge.notDone" : "proof.purge.left", there);
    }

    private static Finding emptied(JournalEntry entry, Instant now) {
        OptionalLong before = entry.before().messages();
        return before.isPresent() ? Finding.ended(now, Result.WORKED, "proof.purge.worked", before.getAsLong())
                : Finding.ended(now, Result.WORKED, "proof.purge.workedUncounted");
    }

    static Finding cancel(JournalEntry entry, List<RedriveTask> tasks, Instant now) {
        Optional<RedriveTask> newest = tasks.stream().findFirst();
        if (newest.isEmpty()) {
            return Finding.ended(now, Result.WORKED, "proof.cancel.gone");
        }
        RedriveTask task = newest.get();
        return switch (task.status()) {
            case "CANCELLED" -> Finding.ended(now, Result.WORKED, "proof.cancel.worked", task.moved());
            case "COMPLETED" -> Finding.ended(now, Result.NOT_DONE, "proof.cancel.tooLate", task.moved());
            case "FAILED" -> Finding.ended(now, Result.NOT_DONE, "proof.cancel.failed", task.moved(), task.reason());
            case "RUNNING" -> Patience.isSettled(entry, now)
                    ? Finding.ended(now, entry.isUnsure() ? Result.NOT_DONE : Result.FAILED, "proof.cancel.runs",
                            task.moved())
                    : Finding.going("proof.readingBack");
            default -> Patience.isOver(entry, now)
                    ? Finding.ended(now, Result.NOT_KNOWN, "proof.cancel.late", task.status())
                    : Finding.going("proof.cancel.going", task.status(), task.moved());
        };
    }

    /// The job whose submission may have left without an answer; a lost answer ends the sending, so that there is one at
    /// most.
    static Optional<String> lost(JournalEntry entry, Operation.Resubmit jobs) {
        return IntStream.range(0, Math.min(entry.sendings().size(), jobs.jobs().size()))
                .filter(i -> !(entry.sendings().get(i).answer().orElse(null) instanceof Sent.Taken))
                .mapToObj(jobs.jobs()::get).findFirst();
    }

    /// Jobs of the name of a lost one that Batch has since, or had shortly before by its clock, and that are none of those
    /// whose answers came. One that is younger than the operation is it; of several nobody can tell.
    ///
    /// @param known   ids of the new jobs whose answers came
    /// @param namesakes as Batch lists them
    static Finding lost(JournalEntry entry, Operation.Resubmit jobs, Set<String> known, List<Submitted> namesakes,
            BatchQueueState queue, Instant now) {
        List<Submitted> found = namesakes.stream().filter(one -> !known.contains(one.id())).toList();
        boolean isIt = found.size() == 1 && !found.getFirst().at().isBefore(entry.begun());
        if (!isIt && !found.isEmpty()) {
            return jobs(entry, jobs, known, queue, now);
        }
        var all = new LinkedHashSet<>(known);
        found.forEach(one -> all.add(one.id()));
        Finding failed = jobs(entry, jobs, all, queue, now);
        if (now.isBefore(Patience.since(entry).plus(WATCHED)) || !again(queue, all).isEmpty()) {
            return failed;
        }
        if (all.size() == jobs.jobs().size()) {
            return Finding.ended(now, Result.WORKED, "proof.jobs.workedUnsure", all.size(), String.join(", ", all));
        }
        return all.isEmpty() ? Finding.ended(now, Result.NOT_DONE, "proof.jobs.notDone")
                : Finding.ended(now, Result.PARTLY, "proof.jobs.partly", all.size(), jobs.jobs().size(),
                        String.join(", ", all));
    }

    private static List<FailedJob> again(BatchQueueState queue, Set<String> submitted) {
        return queue.failed().stream().filter(job -> submitted.contains(job.id())).toList();
    }

    /// @param submitted ids of the new jobs
    static Finding jobs(JournalEntry entry, Operation.Resubmit jobs, Set<String> submitted, BatchQueueState queue,
            Instant now) {
        List<FailedJob> again = again(queue, submitted);
        if (!again.isEmpty()) {
            return Finding.ended(now, Result.FAILED, "proof.jobs.failed", again.size(), submitted.size(),
                    again.stream().map(FailedJob::reason).distinct().collect(Collectors.joining("; ")));
        }
        if (now.isBefore(Patience.since(entry).plus(WATCHED))) {
            return Finding.going(submitted.size(), jobs.jobs().size(), "proof.jobs.going", submitted.size());
        }
        int unsent = jobs.jobs().size() - entry.sendings().size();
        int unsure = entry.sendings().size() - submitted.size();
        if (unsent > 0) {
            return Finding.ended(now, Result.NOT_KNOWN, "proof.jobs.unsent", submitted.size(), unsure, unsent);
        }
        return unsure > 0
                ? Finding.ended(now, Result.NOT_KNOWN, "proof.jobs.unsure", submitted.size(), unsure)
                : Finding.ended(now, Result.WORKED, "proof.jobs.worked", submitted.size(),
                        String.join(", ", submitted));
    }
}
