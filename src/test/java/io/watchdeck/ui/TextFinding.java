package io.watchdeck.ui;

import java.util.Locale;

/// A text of a screen that a person cannot read as it was meant.
///
/// @param where ids and style classes from the window to the text
public record TextFinding(Kind kind, String where, String text) {

    public enum Kind {
        /// Ends in an ellipsis, or is not drawn at all, and nothing tells the whole of it.
        CUT,
        /// What cuts off leaves a part of the glyphs.
        CLIPPED,
        /// Two texts are drawn over each other.
        OVERLAPPING,
        /// English in Korean.
        UNTRANSLATED
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " '" + text.replace("\n", "\\n") + "' at " + where;
    }
}
