package io.watchdeck.ui.overview;

import io.watchdeck.ui.kit.AbsencePane;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Dead letters and jobs.
final class QueuesCell extends FactsCell {

    private final AbsencePane absence = new AbsencePane();
    private final Label first = Texts.yielding("");
    private final Label second = Texts.yielding("", "wd-12");
    private final FreshnessLabel late = new FreshnessLabel();
    private final VBox content = lines(line(first, late), second);

    QueuesCell(ObservableBooleanValue compact) {
        super(compact);
    }

    @Override
    void show(StackFacts facts) {
        QueuesFigure queues = facts.queues();
        if (queues.absence().isPresent()) {
            absence.show(queues.absence().get(), isCompact());
            setGraphic(absence);
            return;
        }
        first.setText(queues.first());
        queues.firstTone().on(first);
        first.getStyleClass().remove("wd-strong");
        if (queues.firstTone() == Tone.CRITICAL || queues.firstTone() == Tone.WARNING) {
            first.getStyleClass().add("wd-strong");
        }
        second.setText(queues.second());
        queues.secondTone().on(second);
        Texts.shown(second, !isCompact() && !queues.second().isEmpty());
        queues.late().ifPresent(late::show);
        Texts.shown(late, queues.late().isPresent());
        setGraphic(content);
    }
}
