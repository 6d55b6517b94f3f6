package io.watchdeck.ui.settings;

import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Where the console's files lie, and how long what is in them is kept.
final class PlacesPane extends VBox {

    private final Words words;
    private final Desktop desktop;

    private PlacesPane(Words words, Desktop desktop, String id) {
        this.words = words;
        this.desktop = desktop;
        getStyleClass().addAll("wd-card", "settings-form");
        setMinWidth(0);
        setId(id);
    }

    /// The files that a person writes, and the history.
    static PlacesPane files(Surroundings surroundings, Words words, Desktop desktop) {
        var pane = new PlacesPane(words, desktop, "settings-places");
        pane.place("file", Optional.of(surroundings.settings()));
        pane.place("stacks", Optional.of(surroundings.stacks()));
        pane.place("data", surroundings.data());
        return pane;
    }

    /// The folder of the stack files.
    static PlacesPane stacks(Surroundings surroundings, Words words, Desktop desktop) {
        var pane = new PlacesPane(words, desktop, "settings-stack-folder");
        pane.place("stacks", Optional.of(surroundings.stacks()));
        return pane;
    }

    /// What the history holds beside samples, how long, and where.
    static PlacesPane history(Surroundings surroundings, Words words, Desktop desktop) {
        var pane = new PlacesPane(words, desktop, "settings-history");
        pane.add(pane.kept(words.say("ui.settings.history.records"), words.say("ui.settings.history.records.why"),
                words.say("ui.settings.history.kept.hour")));
        pane.place("data", surroundings.data());
        return pane;
    }

    private void add(Node line) {
        var row = new VBox(line);
        row.getStyleClass().add("setting");
        getChildren().add(row);
    }

    private Node kept(String title, String why, String howLong) {
        var texts = new VBox(Texts.label(title, "wd-13", "wd-strong"), Texts.wrapping(why, "wd-12", "wd-muted"));
        texts.getStyleClass().add("setting-texts");
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var line = new HBox(texts, Texts.label(howLong, "wd-13"));
        line.getStyleClass().add("setting-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void place(String what, Optional<Located> located) {
        String key = "ui.settings.files." + what;
        VBox texts = FileLinePane.texts(words.say(key), words.say(key + ".why"),
                located.map(one -> Texts.wrapping(one.told(), "wd-12", "wd-mono"))
                        .orElseGet(() -> Texts.wrapping(words.say("ui.settings.files.none"), "wd-12")));
        add(new FileLinePane(words, desktop, getId() + "-" + what, texts, located.map(Located::path)));
    }
}
