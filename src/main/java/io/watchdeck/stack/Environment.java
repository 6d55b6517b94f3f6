package io.watchdeck.stack;

import java.util.Locale;

/// What the stack is for. Decides its badge and how much an operation asks before it acts; never a severity.
public enum Environment {
    DEVELOPMENT, TEST, PRODUCTION;

    /// The word of the stack file: `development`, `test` or `production`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
