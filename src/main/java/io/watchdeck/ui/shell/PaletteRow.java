package io.watchdeck.ui.shell;

import io.watchdeck.model.Severity;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.Glyph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// One row of the palette.
///
/// @param severity  of the trouble that it is in; empty where it is in none, and where it is something to be done
/// @param locked    why it is only a preview for now, in a word; empty where it is not
/// @param atOnce    that no dialog asks first, in a word; empty where one does, and where nothing is changed
/// @param shortcut  the keys that do the same; empty where there are none
/// @param spoken    all of it as a screen reader says it
record PaletteRow(String id, Deed deed, Glyph glyph, Optional<Severity> severity, List<Part> name, List<Part> where,
        Optional<Environment> environment, String locked, String atOnce, String shortcut, String spoken) {

    PaletteRow {
        name = List.copyOf(name);
        where = List.copyOf(where);
    }

    /// @param typed whether it is there because it was typed
    record Part(String text, boolean typed) {}

    /// A text in parts, of which those that were typed are marked.
    static List<Part> parts(Folded text, Typed typed) {
        BitSet marks = typed.marks(text);
        var parts = new ArrayList<Part>();
        int from = 0;
        for (int at = 1; at <= text.text().length(); at++) {
            if (at == text.text().length() || marks.get(at) != marks.get(from)) {
                parts.add(new Part(text.text().substring(from, at), marks.get(from)));
                from = at;
            }
        }
        return parts;
    }

    static String text(List<Part> parts) {
        return String.join("", parts.stream().map(Part::text).toList());
    }
}
