package io.watchdeck.ui.queues;

import java.util.List;

/// A group of dead letters in the list.
///
/// @param mark  `A`, `B` …
/// @param of    how many letters all groups were made of; empty where those are all that there are
/// @param share of the letters that all groups were made of
/// @param span  when they were first sent
/// @param notes what else is certain of them
record GroupLine(String key, String mark, String name, String count, String of, double share, String span,
        List<Note> notes,
        String sentence) {

    /// @param loud whether it is something to heed
    record Note(String text, boolean loud) {}
}
