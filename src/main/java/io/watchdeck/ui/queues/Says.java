package io.watchdeck.ui.queues;

import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Tone;
import java.util.Optional;

/// What a cell of the table says.
///
/// @param second      the line below; empty for none
/// @param absence     why there is nothing to say
/// @param explanation in full, for the tooltip; may be empty
record Says(String text, Tone tone, String second, Tone secondTone, Optional<Absence> absence, String explanation) {

    static final Says NOTHING = of("", Tone.PLAIN);

    static Says of(String text, Tone tone) {
        return new Says(text, tone, "", Tone.MUTED, Optional.empty(), "");
    }

    static Says absent(Absence why) {
        return new Says("", Tone.MUTED, "", Tone.MUTED, Optional.of(why), why.sentence());
    }

    Says below(String line, Tone how) {
        return new Says(text, tone, line, how, absence, explanation);
    }

    Says explained(String full) {
        return new Says(text, tone, second, secondTone, absence, full);
    }

    /// Both lines in one, as a screen reader and a file have them.
    String whole() {
        String first = absence.map(Absence::word).orElse(text);
        return second.isEmpty() ? first : first.isEmpty() ? second : first + ", " + second;
    }
}
