package io.watchdeck.ui.kit;

import java.util.Locale;

/// What of a typed filter does not do what was meant.
///
/// @param typed the column's name, or the expression
public record FilterProblem(Kind kind, String typed) {

    public enum Kind {
        /// It is looked for as it is typed, the colon with it.
        NO_COLUMN,
        /// An expression that is not one, or not yet. It is left out, as are those below.
        NOT_COMPLETE, TOO_LONG, TOO_SLOW;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
