package io.watchdeck.ui.settings;

import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// What the console is, line by line with a way to copy it, and the support bundle.
final class SupportPane extends VBox {

    private final SupportViewModel model;
    private final Words words;
    private final Desktop desktop;
    private final Surroundings surroundings;
    private final Button make;
    private final Button folder;
    private final Label text = Texts.wrapping("", "wd-12");
    private final Label held = Texts.wrapping("", "wd-12", "wd-muted");
    private Subscription following = Subscription.EMPTY;

    SupportPane(SupportViewModel model, Words words, Desktop desktop, Surroundings surroundings) {
        this.model = model;
        this.words = words;
        this.desktop = desktop;
        this.surroundings = surroundings;
        getStyleClass().addAll("wd-card", "settings-form");
        setMinWidth(0);
        setId("settings-support");
        make = new Button(words.say("ui.settings.support.make"), Icons.icon(Glyph.LIFEBUOY));
        folder = new Button(words.say("ui.settings.support.show"), Icons.icon(Glyph.FOLDER_OPEN_OUTLINE));
        getChildren().add(row(bundle()));
        model.facts().forEach(fact -> getChildren().add(row(line(fact))));
        getChildren().add(row(all()));
        // The desk outlasts this.
        sceneProperty().subscribe(scene -> {
            following.unsubscribe();
            following = scene == null ? Subscription.EMPTY : model.follow();
        });
        model.toldProperty().subscribe(this::show);
    }

    private Node bundle() {
        text.setId("settings-bundle-told");
        held.setId("settings-bundle-holds");
        make.setId("settings-bundle-make");
        make.getStyleClass().add("accent");
        make.setMinWidth(Region.USE_PREF_SIZE);
        make.setOnAction(_ -> model.make());
        folder.setId("settings-bundle-folder");
        folder.setMinWidth(Region.USE_PREF_SIZE);
        folder.setOnAction(_ -> model.toldProperty().get().file().map(Path::getParent)
                .ifPresent(there -> desktop.open(there.toUri())));
        var texts = texts(Texts.label(words.say("ui.settings.support.bundle"), "wd-13", "wd-strong"),
                Texts.wrapping(words.say("ui.settings.support.bundle.why"), "wd-12", "wd-muted"), text, held);
        return line(texts, folder, make);
    }

    private void show(SupportViewModel.Told told) {
        Texts.set(text, told.text());
        text.setGraphic(told.text().isEmpty() ? null
                : told.trouble() ? Icons.icon(Glyph.ALERT, "warning-icon")
                : Icons.icon(told.making() ? Glyph.LIFEBUOY
                        : Glyph.CHECK_CIRCLE_OUTLINE));
        Texts.set(held, told.held());
        Texts.shown(folder, told.file().isPresent());
        make.setDisable(told.making());
    }

    private Node line(SupportViewModel.Fact fact) {
        Optional<Located> located = switch (fact.word()) {
            case "data" -> surroundings.data();
            case "config" -> Optional.of(surroundings.settings());
            case "log" -> surroundings.about().log();
            default -> Optional.empty();
        };
        String id = "settings-support-" + fact.word();
        Label value = Texts.wrapping(fact.value(), "wd-12");
        if (located.isPresent()) {
            value.getStyleClass().add("wd-mono");
        }
        var texts = texts(Texts.label(fact.label(), "wd-13", "wd-strong"), value);
        if (located.isPresent()) {
            return new FileLinePane(words, desktop, id, texts, located.map(Located::path));
        }
        return line(texts, copying(id + "-copy", words.say("ui.settings.support.copy"), fact.label(), fact.value()));
    }

    private Node all() {
        var texts = texts(Texts.label(words.say("ui.settings.support.all"), "wd-13", "wd-strong"),
                Texts.wrapping(words.say("ui.settings.support.all.why"), "wd-12", "wd-muted"));
        return line(texts, copying("settings-support-all-copy", words.say("ui.settings.support.copy"),
                words.say("ui.settings.support.all"), model.all()));
    }

    private Button copying(String id, String why, String what, String value) {
        var button = new Button(null, Icons.icon(Glyph.CONTENT_COPY));
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(why + ": " + what);
        Texts.explain(button, why);
        button.setOnAction(_ -> desktop.copy(value));
        return button;
    }

    private static VBox texts(Node... lines) {
        var texts = new VBox(lines);
        texts.getStyleClass().add("setting-texts");
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        return texts;
    }

    private static Node line(Node... parts) {
        var line = new HBox(parts);
        line.getStyleClass().add("setting-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Node row(Node line) {
        var row = new VBox(line);
        row.getStyleClass().add("setting");
        return row;
    }
}
