package io.watchdeck.ui.queues;

import java.util.List;

/// A group of dead letters in the list.
///
/// @param mark  `A`, `B` …
/// @param share of all letters that were looked at
/// @param span  when they were first sent
/// @param notes what else is certain of them
record GroupLine(String key, String mark, String name, String count, double share, String span, List<Note> notes,
        String sentence) {

    /// @param loud whether it is something to heed
    record Note(String text, boolean loud) {}
}
