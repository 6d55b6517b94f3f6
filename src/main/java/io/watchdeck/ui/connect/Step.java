package io.watchdeck.ui.connect;

import java.util.Locale;

/// The steps to a watched account, in their order.
enum Step {
    PROFILE, ACCOUNT, STACK, WRITE;

    /// Used in node ids and keys of words.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
