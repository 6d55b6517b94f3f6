package io.watchdeck.ui.shell;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/// What a person has typed into the palette: words, all of which must be found.
record Typed(List<Folded> words) {

    /// More is no search for a name; it bounds what one key can cost.
    private static final int WORDS = 8;
    private static final int LETTERS = 200;

    Typed {
        words = List.copyOf(words);
    }

    static Typed of(String text) {
        return new Typed(Stream.of(text.substring(0, Math.min(LETTERS, text.length())).strip().split("\\s+"))
                .map(Folded::of).filter(word -> !word.isEmpty()).limit(WORDS).toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /// Each letter of a text that is there because it was typed.
    BitSet marks(Folded text) {
        var all = new BitSet();
        words.forEach(word -> all.or(text.marks(word)));
        return all;
    }
}
