package io.watchdeck.operations.gate;

import java.text.BreakIterator;
import java.util.Locale;

/// What a stopped task keeps as its reason: who stopped it, and why.
final class Reason {

    /// ECS keeps so many characters of a stopped task's reason.
    private static final int MOST = 255;

    private Reason() {}

    /// Cut where ECS would cut it, between two characters as people read them: never within one that is written with
    /// several.
    static String of(String person, String note) {
        String said = "Watchdeck, " + person + (note.isBlank() ? "" : ": " + note.strip());
        if (said.length() <= MOST) {
            return said;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(said);
        return said.substring(0, characters.preceding(MOST + 1));
    }
}
