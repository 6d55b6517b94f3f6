package io.watchdeck.ui.settings;

import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.NotePane;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What is watched, file by file, with the folder that they lie in.
final class StackFilesPane extends VBox {

    private final Words words;
    private final Desktop desktop;
    private final VBox list = new VBox();

    StackFilesPane(StackFilesViewModel model, Words words, Desktop desktop) {
        this.words = words;
        this.desktop = desktop;
        getStyleClass().addAll("wd-card", "settings-form");
        setMinWidth(0);
        setId("settings-stack-files");
        getChildren().add(list);
        model.linesProperty().subscribe(this::show);
    }

    private void show(List<StackLine> lines) {
        list.getChildren().setAll(IntStream.range(0, lines.size()).mapToObj(index -> {
            var pane = new VBox(line(lines.get(index), index));
            pane.getStyleClass().add("setting");
            return pane;
        }).toList());
    }

    private Node line(StackLine line, int index) {
        var title = new HBox(Texts.label(line.name(), "wd-13", "wd-strong"));
        title.getStyleClass().add("meter-top");
        title.setAlignment(Pos.CENTER_LEFT);
        line.environment().ifPresent(environment -> title.getChildren().add(new EnvironmentBadge(environment, words)));
        title.getChildren().add(Texts.yielding(line.account(), "wd-12", "wd-muted"));
        var texts = new VBox(title);
        line.states().forEach(state -> texts.getChildren().add(state(state, line.tone())));
        texts.getChildren().add(Texts.wrapping(line.place(), "wd-12", "wd-muted",
                line.file().isPresent() ? "wd-mono" : "wd-place"));
        return new FileLinePane(words, desktop, "settings-stack-" + index, texts, line.file());
    }

    private static NotePane state(String text, Tone tone) {
        return new NotePane(Icons.icon(tone == Tone.WARNING ? Glyph.ALERT : Glyph.CHECK_CIRCLE_OUTLINE,
                tone == Tone.WARNING ? "warning-icon" : "stack-fine"), Texts.wrapping(text, "wd-12"));
    }
}
