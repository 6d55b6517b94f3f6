package io.watchdeck.ui.settings;

import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What the console does without as the cap comes near, step by step, with the one that it is at.
final class StepsPane extends SectionCardPane {

    /// Brings the mark to the middle of the first line.
    private static final Insets MARK = new Insets(3, 0, 0, 0);

    private final GridPane steps = new GridPane();
    private Optional<List<MeterPage.Step>> shown = Optional.empty();

    StepsPane(SettingsViewModel model, Words words) {
        super(Glyph.SPEEDOMETER_SLOW, words.say("ui.settings.steps.title"),
                words.say("ui.settings.steps.note"));
        setId("settings-steps");
        steps.getStyleClass().addAll("settings-content", "settings-grid");
        var texts = new ColumnConstraints();
        texts.setHgrow(Priority.ALWAYS);
        steps.getColumnConstraints().addAll(fixed(), fixed(), texts);
        getChildren().add(steps);
        model.pageProperty().subscribe(page -> page.map(MeterPage::steps).ifPresent(this::show));
    }

    private void show(List<MeterPage.Step> newest) {
        if (!shown.equals(Optional.of(newest))) {
            shown = Optional.of(newest);
            steps.getChildren().clear();
            for (int row = 0; row < newest.size(); row++) {
                show(newest.get(row), row);
            }
        }
    }

    private void show(MeterPage.Step step, int row) {
        Node mark = Icons.icon(step.now() ? Glyph.CIRCLE : Glyph.CIRCLE_OUTLINE, "step-mark",
                step.now() ? "step-now" : "step-other");
        mark.setAccessibleText(step.now() ? step.from() : "");
        Label from = Texts.label(step.from(), "wd-12", step.now() ? "wd-strong" : "wd-muted");
        Label what = Texts.wrapping(step.what(), "wd-12");
        (step.now() ? Tone.PLAIN : Tone.MUTED).on(what);
        steps.addRow(row, mark, from, what);
        GridPane.setValignment(mark, VPos.TOP);
        GridPane.setMargin(mark, MARK);
        GridPane.setValignment(from, VPos.TOP);
        steps.setAlignment(Pos.TOP_LEFT);
    }

    private static ColumnConstraints fixed() {
        var column = new ColumnConstraints();
        column.setMinWidth(Region.USE_PREF_SIZE);
        return column;
    }
}
