package io.watchdeck.ui.settings;

import io.watchdeck.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// What the console itself is and where its files lie, fit for copying, and the way to a support bundle.
final class SupportViewModel {

    private final Words words;
    private final Surroundings surroundings;
    private final ReadOnlyObjectWrapper<Told> told = new ReadOnlyObjectWrapper<>(Told.NOTHING);

    /// @param word  of its key
    /// @param label in words
    record Fact(String word, String label, String value) {}

    /// What has become of the bundle.
    ///
    /// @param text    in words; empty before one was asked for
    /// @param held    the names of what is in it
    /// @param file    where it is
    /// @param making  whether one is being made
    /// @param trouble whether none could be made
    record Told(String text, String held, Optional<Path> file, boolean making, boolean trouble) {
        static final Told NOTHING = new Told("", "", Optional.empty(), false, false);
    }

    SupportViewModel(Words words, Surroundings surroundings) {
        this.words = words;
        this.surroundings = surroundings;
    }

    /// Follows what becomes of the bundle.
    ///
    /// @return ends that
    Subscription follow() {
        return surroundings.about().bundles().lastProperty()
                .subscribe(last -> told.set(last.map(this::told).orElse(Told.NOTHING)));
    }

    private Told told(Bundled last) {
        return switch (last) {
            case Bundled.Making() ->
                new Told(words.say("ui.settings.support.making"), "", Optional.empty(), true, false);
            case Bundled.Made(Path file, long bytes, List<String> names) ->
                new Told(words.say("ui.settings.support.made", file.toString(), words.number(bytes), names.size()),
                        words.say("ui.settings.support.holds", words.list(names)), Optional.of(file), false, false);
            case Bundled.Unmade(var why) ->
                new Told(words.say("ui.settings.support.unmade", words.say(why)), "", Optional.empty(), false, true);
        };
    }

    /// In the order in which they are shown.
    List<Fact> facts() {
        About about = surroundings.about();
        return Stream.of(fact("version", about.version()), fact("java", about.java()), fact("javafx", about.javafx()),
                fact("system", about.system()),
                fact("data", surroundings.data().map(Located::told)
                        .orElseGet(() -> words.say("ui.settings.files.none"))),
                fact("config", surroundings.settings().told()),
                fact("log", about.log().map(Located::told)
                        .orElseGet(() -> words.say("ui.settings.support.noLog"))))
                .toList();
    }

    private Fact fact(String word, String value) {
        return new Fact(word, words.say("ui.settings.support." + word), value);
    }

    /// Every fact in a line of its own.
    String all() {
        return facts().stream().map(fact -> fact.label() + ": " + fact.value()).collect(Collectors.joining("\n"));
    }

    void make() {
        surroundings.about().bundles().make();
    }

    ReadOnlyObjectProperty<Told> toldProperty() {
        return told.getReadOnlyProperty();
    }
}
