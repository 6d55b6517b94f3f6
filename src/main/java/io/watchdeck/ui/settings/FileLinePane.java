package io.watchdeck.ui.settings;

import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A file or folder: what it is, where it lies, and the ways to it.
final class FileLinePane extends HBox {

    private final Words words;
    private final Desktop desktop;

    /// @param id    of the node; those of its buttons begin with it
    /// @param texts what it is
    /// @param path  empty for what has no file
    FileLinePane(Words words, Desktop desktop, String id, VBox texts, Optional<Path> path) {
        this.words = words;
        this.desktop = desktop;
        getStyleClass().add("setting-line");
        setId(id);
        setAlignment(Pos.CENTER_LEFT);
        texts.getStyleClass().add("setting-texts");
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        getChildren().add(texts);
        path.ifPresent(there -> getChildren().addAll(
                button(id + "-copy", Glyph.CONTENT_COPY, "ui.settings.files.copy", there,
                        () -> desktop.copy(there.toString())),
                button(id + "-folder", Glyph.FOLDER_OPEN_OUTLINE, "ui.settings.files.folder", there,
                        () -> open(Files.isDirectory(there) ? there : there.getParent())),
                button(id + "-open", Glyph.OPEN_IN_NEW, "ui.settings.files.open", there,
                        () -> open(there))));
        getChildren().stream().filter(node -> (id + "-open").equals(node.getId()))
                .forEach(node -> Texts.shown(node, path.filter(FileLinePane::isText).isPresent()));
    }

    private static boolean isText(Path path) {
        String name = path.toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /// What is not there yet cannot be opened: the folder that will hold it can.
    private void open(Path wanted) {
        for (Path one = wanted; one != null; one = one.getParent()) {
            if (Files.exists(one)) {
                desktop.open(one.toUri());
                return;
            }
        }
    }

    private Node button(String id, Glyph icon, String key, Path path, Runnable action) {
        var button = new Button(null, Icons.icon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(words.say(key) + ": " + path.getFileName());
        Texts.explain(button, words.say(key));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// A title with where it lies.
    static VBox texts(String title, String why, Label where) {
        return new VBox(Texts.label(title, "wd-13", "wd-strong"), Texts.wrapping(why, "wd-12", "wd-muted"), where);
    }
}
