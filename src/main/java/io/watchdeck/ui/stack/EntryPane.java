package io.watchdeck.ui.stack;

import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.AbsencePane;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.SeverityIcon;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One thing in the drawer: an icon, and lines of text beside it.
final class EntryPane extends HBox {

    private final VBox texts;

    EntryPane(Node icon, Node... lines) {
        texts = new VBox(lines);
        texts.getStyleClass().add("drawer-texts");
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        getStyleClass().add("drawer-entry");
        setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(icon, texts);
        setAccessibleText(Texts.read(texts));
    }

    /// One more line, where there is something to say.
    EntryPane with(String text, Tone tone, String full) {
        if (!text.isEmpty()) {
            texts.getChildren().add(sentence(text, tone, full));
            setAccessibleText(Texts.read(texts));
        }
        return this;
    }

    static Node icon(Tone tone) {
        return switch (tone) {
            case CRITICAL -> new SeverityIcon(Severity.CRITICAL, false);
            case WARNING -> new SeverityIcon(Severity.WARNING, false);
            case NOTICE -> new SeverityIcon(Severity.NOTICE, false);
            case FINE -> new SeverityIcon(Severity.FINE, false);
            case MUTED, PLAIN -> Icons.icon(Glyph.MINUS_CIRCLE_OUTLINE);
        };
    }

    static HBox line(Node... nodes) {
        var line = new HBox(nodes);
        line.getStyleClass().add("cell-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /// A text of as many lines as it needs, with all of it on hover where it is a short form.
    static Label sentence(String text, Tone tone, String full) {
        Label label = Texts.wrapping(text, "wd-12");
        tone.on(label);
        HBox.setHgrow(label, Priority.ALWAYS);
        Texts.explain(label, full);
        return label;
    }

    /// A time, with the whole of it on hover.
    static Label dated(String text, String full, String... styleClasses) {
        Label label = Texts.label(text, styleClasses);
        Texts.explain(label, full);
        return label;
    }

    static Node absent(Absence absence) {
        var pane = new AbsencePane();
        pane.show(absence);
        return pane;
    }
}
