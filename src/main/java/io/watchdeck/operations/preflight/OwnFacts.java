package io.watchdeck.operations.preflight;

import io.watchdeck.model.Reading;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.queues.letters.RedriveTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What this console itself did, and saw in a queue, before an operation.
///
/// @param look        at its dead letters; empty where nobody has looked
/// @param resubmitted what was submitted again, by the id of the job that failed; not known where the journal cannot be
///                    read
/// @param followed    what it began on the stack and still follows
/// @param bounced     how its newest redrive of the queue went, where messages came back that may be there now
public record OwnFacts(Optional<Look> look, Reading<Map<String, Resubmitted>> resubmitted,
        List<JournalEntry> followed, Optional<Bounced> bounced) {

    /// @param moved by the redrive that was begun then
    /// @param back  of them
    public record Bounced(long moved, long back, Instant begun) {}

    /// Where nothing has come back.
    public OwnFacts(Optional<Look> look, Reading<Map<String, Resubmitted>> resubmitted, List<JournalEntry> followed) {
        this(look, resubmitted, followed, Optional.empty());
    }

    public OwnFacts {
        followed = List.copyOf(followed);
    }

    public static OwnFacts none(Instant now) {
        return new OwnFacts(Optional.empty(), Reading.known(Map.of(), now), List.of());
    }

    /// @param hashes body hashes of the messages, each with how many of them there were
    /// @param since  when the first of them was looked at
    /// @param hidden until when the last of them is hidden by it, at the latest
    /// @param moving when this console last began to move them, after the look; empty where it did not
    public record Look(Map<String, Integer> hashes, Instant since, Instant hidden, Optional<Instant> moving) {
        public Look {
            hashes = Map.copyOf(hashes);
        }

        public Look(Map<String, Integer> hashes, Instant since, Instant hidden) {
            this(hashes, since, hidden, Optional.empty());
        }

        /// One that hides nothing any more.
        public Look(Map<String, Integer> hashes, Instant since) {
            this(hashes, since, since);
        }

        /// Whether some of them may have been moved away since. They were not where every redrive since is over and moved
        /// nothing; of one that this console began, SQS must tell that.
        ///
        /// @param redrives as SQS lists them; empty where that is not known
        public boolean mayBeMoved(List<RedriveTask> redrives) {
            Instant from = moving.map(at -> at.minus(JournalEntry.SKEW)).filter(since::isAfter).orElse(since);
            List<RedriveTask> later = redrives.stream().filter(one -> one.startedAt().isAfter(from)).toList();
            return !later.stream().allMatch(RedriveTask::movedNothing) || moving.isPresent() && later.isEmpty();
        }

        int count() {
            return hashes.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// @param job id of the new one; empty where the answer to its submission was lost
    public record Resubmitted(Optional<String> job, Instant at, String person) {}
}
