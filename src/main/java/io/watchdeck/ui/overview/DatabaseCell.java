package io.watchdeck.ui.overview;

import io.watchdeck.ui.kit.AbsencePane;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.Meter;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Connections of the fullest database against its limit.
final class DatabaseCell extends FactsCell {

    private final AbsencePane absence = new AbsencePane();
    private final Label text = Texts.label("", "wd-strong");
    private final Label unit = Texts.yielding("", "wd-12", "wd-muted");
    private final Meter meter = new Meter(6);
    private final FreshnessLabel late = new FreshnessLabel();
    private final HBox second = line(meter, late);
    private final VBox content = lines(line(text, unit), second);

    DatabaseCell(ObservableBooleanValue compact) {
        super(compact);
        meter.setMinWidth(24);
        meter.setPrefWidth(90);
        HBox.setHgrow(meter, Priority.ALWAYS);
        meter.setMaxWidth(160);
    }

    @Override
    void show(StackFacts facts) {
        DatabaseFigure database = facts.database();
        if (database.absence().isPresent()) {
            absence.show(database.absence().get(), isCompact());
            setGraphic(absence);
            return;
        }
        text.setText(database.text());
        database.tone().on(text);
        text.getStyleClass().remove("wd-strong");
        if (!database.none()) {
            text.getStyleClass().add("wd-strong");
        }
        Texts.set(unit, database.unit());
        database.share().ifPresent(share -> meter.show(share, 0, database.limit(), database.tone() == Tone.MUTED
                ? Tone.PLAIN : database.tone(), database.sentence()));
        Texts.shown(meter, database.share().isPresent());
        database.late().ifPresent(late::show);
        Texts.shown(late, database.late().isPresent());
        Texts.shown(second, !isCompact() && (database.share().isPresent() || database.late().isPresent()));
        Texts.explain(text, database.sentence());
        setGraphic(content);
    }
}
