package io.watchdeck.operations.preflight;

import io.watchdeck.model.Reading;
import io.watchdeck.operations.JournalEntry;
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
public record OwnFacts(Optional<Look> look, Reading<Map<String, Resubmitted>> resubmitted,
        List<JournalEntry> followed) {

    public OwnFacts {
        followed = List.copyOf(followed);
    }

    public static OwnFacts none(Instant now) {
        return new OwnFacts(Optional.empty(), Reading.known(Map.of(), now), List.of());
    }

    /// @param hashes body hashes of the messages, each with how many of them there were
    /// @param since  when the first of them was looked at
    /// @param hidden until when the last of them is hidden by it, at the latest
    public record Look(Map<String, Integer> hashes, Instant since, Instant hidden) {
        public Look {
            hashes = Map.copyOf(hashes);
        }

        /// One that hides nothing any more.
        public Look(Map<String, Integer> hashes, Instant since) {
            this(hashes, since, since);
        }

        int count() {
            return hashes.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// @param job id of the new one; empty where the answer to its submission was lost
    public record Resubmitted(Optional<String> job, Instant at, String person) {}
}
