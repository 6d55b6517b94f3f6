package io.watchdeck.ui.shell;

import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The words of the window's language, and beside them those of each language that a person may type in.
final class Tongues {

    private final Words own;
    private final List<Words> typed;

    Tongues(Words own) {
        this.own = own;
        typed = Stream.of(Locale.ENGLISH, Locale.KOREAN).map(language -> new Words(language, own.zone())).toList();
    }

    Words own() {
        return own;
    }

    /// A text without its arguments, in every language.
    List<Folded> of(String key) {
        return typed.stream().map(words -> words.say(key, "").strip()).distinct().map(Folded::of).toList();
    }

    /// What stands between the commas of a text, in every language.
    List<Folded> listed(String key) {
        return typed.stream().flatMap(words -> Stream.of(words.say(key).split(","))).map(String::strip).distinct()
                .map(Folded::of).toList();
    }

    /// Both.
    List<Folded> all(String key, String aliases) {
        var all = new ArrayList<>(of(key));
        all.addAll(listed(aliases));
        return List.copyOf(all);
    }
}
