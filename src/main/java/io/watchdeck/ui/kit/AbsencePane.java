package io.watchdeck.ui.kit;

import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// An absence where a figure would stand: icon, word, and the reason below.
public final class AbsencePane extends VBox {

    private static final StyleGroup CLASSES =
            new StyleGroup(Stream.of(Absence.Kind.values()).map(AbsencePane::styleClass).toList());

    private final Label word = Texts.yielding("", "absence-word");
    private final Label detail = Texts.yielding("", "wd-12", "wd-muted");
    private final FontIcon icon = Icons.icon(Icons.of(Absence.Kind.ASKING), "absence-icon");

    public AbsencePane() {
        getStyleClass().add("absence");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(word, detail);
    }

    public void show(Absence absence) {
        show(absence, false);
    }

    /// @param oneLine leaves the detail to the tooltip
    public void show(Absence absence, boolean oneLine) {
        icon.setIconCode(Icons.of(absence.kind()));
        word.setGraphic(icon);
        word.setText(absence.word());
        Texts.set(detail, oneLine ? "" : absence.detail());
        setMinWidth(0);
        Texts.explainWhole(word, absence.sentence());
        Texts.explainWhole(detail, absence.sentence());
        CLASSES.set(this, styleClass(absence.kind()));
    }

    private static String styleClass(Absence.Kind kind) {
        return "absence-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
