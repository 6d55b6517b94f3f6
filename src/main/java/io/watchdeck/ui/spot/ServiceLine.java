package io.watchdeck.ui.spot;

import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.Tone;
import java.util.Optional;

/// A service as a row says it, or all of them together.
///
/// @param key         empty for all together
/// @param environment empty for all together
/// @param share       how many of its tasks are on Spot now
/// @param counted     interruptions
/// @param rate        against the plan
/// @param watched     how much of the time is known
/// @param replaced    the time to replacement in the middle
record ServiceLine(String key, String name, String stackName, Optional<Environment> environment, Two share,
        Two counted, Two rate, Two watched, Two replaced) {

    boolean isAll() {
        return key.isEmpty();
    }

    /// Two lines of a column.
    ///
    /// @param said all of it, on hover
    record Two(String above, Tone tone, String below, Tone belowTone, String said) {

        static Two of(String above, String below) {
            return new Two(above, Tone.PLAIN, below, Tone.MUTED, "");
        }

        static Two missing(String word, String why) {
            return new Two(word, Tone.MUTED, "", Tone.MUTED, why);
        }

        Two toned(Tone other) {
            return new Two(above, other, below, belowTone, said);
        }

        Two saying(String all) {
            return new Two(above, tone, below, belowTone, all);
        }
    }
}
