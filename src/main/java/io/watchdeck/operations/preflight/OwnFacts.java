package io.watchdeck.operations.preflight;

import io.watchdeck.model.Reading;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What this console itself did to a queue, or saw in it, before an operation on it.
///
/// @param look        at its dead letters; empty where nobody has looked
/// @param resubmitted what was submitted again, by the id of the job that failed; not known where the journal cannot be
///                    read
public record OwnFacts(Optional<Look> look, Reading<Map<String, Resubmitted>> resubmitted) {

    public static OwnFacts none(Instant now) {
        return new OwnFacts(Optional.empty(), Reading.known(Map.of(), now));
    }

    /// @param hashes body hashes of the messages, each with how many of them there were
    /// @param since  when the first of them was looked at
    public record Look(Map<String, Integer> hashes, Instant since) {
        public Look {
            hashes = Map.copyOf(hashes);
        }

        int count() {
            return hashes.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// @param job id of the new one; empty where the answer to its submission was lost
    public record Resubmitted(Optional<String> job, Instant at, String person) {}
}
