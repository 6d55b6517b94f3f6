package io.watchdeck.operations.proof;

import io.watchdeck.queues.letters.LetterMark;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// What a look into a dead-letter queue found of the messages that were there when a redrive began.
///
/// @param complete whether every message of the queue was looked at
/// @param back     those that came back: they have been sent anew since
/// @param stayed   those that were never moved
/// @param strange  those that were not there before
record Looked(boolean complete, long back, long stayed, long strange) {

    /// How many were met.
    long seen() {
        return back + stayed + strange;
    }

    /// @param before body hashes of what was there, each with how many there were of it
    /// @param begun  a message that was sent later is not the one that was there, but may be the same body again
    static Looked of(Iterable<LetterMark> found, boolean complete, Map<String, Integer> before, Instant begun) {
        var left = new HashMap<>(before);
        long back = 0;
        long stayed = 0;
        long strange = 0;
        for (LetterMark one : found) {
            Integer known = left.computeIfPresent(one.hash(), (_, count) -> count - 1);
            if (known == null || known < 0) {
                strange++;
            } else if (one.sentAt().isAfter(begun)) {
                back++;
            } else {
                stayed++;
            }
        }
        return new Looked(complete, back, stayed, strange);
    }
}
