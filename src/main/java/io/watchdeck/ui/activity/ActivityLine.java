package io.watchdeck.ui.activity;

import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.Tone;
import java.util.Optional;
import java.util.UUID;

/// An operation as a row of the list says it.
///
/// @param moments  when it began, in the local zone and in UTC
/// @param change   `5 → 9`
/// @param note     why; may be empty
/// @param result   empty while it is followed
/// @param verdict  its word
/// @param sentence what it came to, or of one that is followed the newest that was seen
/// @param took     of one that is followed, how long it has run so far
record ActivityLine(UUID id, Operation.Kind kind, String time, String moments, String age, String title,
        String stackName, Environment environment, String change, String person, String note,
        Optional<Result> result, String verdict, String sentence, String took) {

    boolean running() {
        return result.isEmpty();
    }

    Tone tone() {
        return result.map(Tone::of).orElse(Tone.NOTICE);
    }
}
