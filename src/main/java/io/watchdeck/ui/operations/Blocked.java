package io.watchdeck.ui.operations;

import java.util.List;

/// Why an operation cannot be done, where that is not for a person to change in its dialog: the account does not answer,
/// what it is judged by cannot be had, or the desk has declined it.
///
/// @param title   what it comes to
/// @param reasons a sentence each
/// @param whole   whether nothing else is known of the operation
record Blocked(String title, List<String> reasons, boolean whole) {

    Blocked {
        reasons = List.copyOf(reasons);
    }
}
