package io.watchdeck.ui.kit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// An absence where a figure would stand: icon, word, and the reason below. Where the word has no room beside the icon it
/// takes the reason's place, and what has no room there either is left out; the tooltip and a screen reader tell both.
public final class AbsencePane extends VBox {

    private static final StyleGroup CLASSES =
            new StyleGroup(Stream.of(Absence.Kind.values()).map(AbsencePane::styleClass).toList());
    /// With the gap to the word.
    private static final double ICON = 23;
    private static final double WORD_SIZE = 13;
    private static final double DETAIL_SIZE = 12;
    private static final double WORD_LINE = 20;
    private static final double DETAIL_LINE = 15;

    private final Label word = Texts.yielding("", "absence-word");
    private final Label detail = Texts.yielding("", "wd-12", "wd-muted");
    private final FontIcon icon = Icons.icon(Icons.of(Absence.Kind.ASKING), "absence-icon");
    private String reason = "";
    private boolean below;

    public AbsencePane() {
        getStyleClass().add("absence");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        word.setGraphic(icon);
        getChildren().addAll(word, detail);
        widthProperty().subscribe(_ -> fit());
        heightProperty().subscribe(_ -> fit());
    }

    public void show(Absence absence) {
        show(absence, false);
    }

    /// @param oneLine leaves the detail to the tooltip
    public void show(Absence absence, boolean oneLine) {
        icon.show(Icons.of(absence.kind()));
        word.setText(absence.word());
        below = !oneLine;
        reason = oneLine ? "" : absence.detail();
        detail.setText(reason);
        String more = absence.sentence().contains(absence.detail()) || absence.detail().equals(absence.word())
                ? absence.sentence() : absence.detail() + "\n" + absence.sentence();
        Texts.explainWhole(word, more);
        Texts.explain(detail, Texts.explanation(word));
        CLASSES.set(this, styleClass(absence.kind()));
        fit();
    }

    /// Chooses what has room.
    private void fit() {
        boolean known = getWidth() > 0;
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        boolean narrow = known && wordWidth() > room;
        word.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        String second = narrow && below ? word.getText() : reason;
        Texts.set(detail, !known || detailWidth(second) <= room ? second : twoLines(second, room));
    }

    /// An IAM action breaks behind its service, a sentence between its words.
    private String twoLines(String second, double room) {
        if (getHeight() - snappedTopInset() - snappedBottomInset() < WORD_LINE + 2 * DETAIL_LINE) {
            return "";
        }
        int colon = second.indexOf(':');
        List<String> lines = colon > 0 && second.indexOf(' ') < 0
                ? List.of(second.substring(0, colon + 1), second.substring(colon + 1))
                : TextWidth.wrapped(second, room, false, DETAIL_SIZE, 2);
        return lines.stream().allMatch(line -> detailWidth(line) <= room) ? String.join("\n", lines) : "";
    }

    private double wordWidth() {
        return ICON + Math.ceil(TextWidth.of(word.getText(), false, WORD_SIZE));
    }

    private static double detailWidth(String line) {
        return Math.ceil(TextWidth.of(line, false, DETAIL_SIZE));
    }

    /// What all of it needs, whatever is shown now, so that the words come back with the room.
    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + Math.max(wordWidth(), detailWidth(reason)) + snappedRightInset();
    }

    private static String styleClass(Absence.Kind kind) {
        return "absence-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
