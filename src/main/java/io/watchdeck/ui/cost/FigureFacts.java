package io.watchdeck.ui.cost;

import io.watchdeck.ui.kit.Tone;
import java.util.List;

/// One of the four figures above the tables.
///
/// @param id          the last part of its node's id
/// @param mark        of which day it is
/// @param values      one for each currency; one word where nothing is known
/// @param known       whether the values are amounts
/// @param detail      below, as far as there is room
/// @param explanation all of it
record FigureFacts(String id, String title, String mark, List<Value> values, boolean known, String detail,
        String explanation) {

    record Value(String text, Tone tone) {}

    FigureFacts {
        values = List.copyOf(values);
    }
}
