package io.watchdeck.ui.overview;

import io.watchdeck.ui.kit.AbsencePane;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.Sparkline;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import java.util.OptionalDouble;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Requests as a line, errors as bars at its foot, both in numbers beside.
final class TrafficCell extends FactsCell {

    private static final double WIDE = 68;
    private static final double NARROW = 40;
    private static final double NUMBERS = 80;
    private static final double BARE = 120;

    private final AbsencePane absence = new AbsencePane();
    private final Label none = Texts.yielding("", "wd-muted");
    private final Sparkline line = new Sparkline(WIDE, 34);
    private final Label rate = Texts.yielding("");
    private final Label failed = Texts.yielding("", "wd-12");
    private final FreshnessLabel late = new FreshnessLabel();
    private final HBox content = line(line, lines(line(rate, late), failed));

    TrafficCell(ObservableBooleanValue compact) {
        super(compact);
        content.getStyleClass().add("traffic-cell");
    }

    @Override
    void show(StackFacts facts) {
        TrafficFigure traffic = facts.traffic();
        if (traffic.absence().isPresent()) {
            absence.show(traffic.absence().get(), isCompact());
            setGraphic(absence);
            return;
        }
        if (traffic.none()) {
            none.setText(traffic.sentence());
            setGraphic(none);
            return;
        }
        Texts.shown(line, room() > BARE);
        double width = room() < WIDE + NUMBERS ? NARROW : WIDE;
        double height = isCompact() ? 20 : 34;
        line.setMinSize(width, height);
        line.setPrefSize(width, height);
        line.setMaxSize(width, height);
        line.range(traffic.from(), traffic.to());
        line.show(traffic.requests(), traffic.errors(), OptionalDouble.empty(), Tone.PLAIN, traffic.sentence());
        rate.setText(traffic.rate());
        failed.setText(traffic.failed());
        boolean loud = traffic.tone() == Tone.CRITICAL || traffic.tone() == Tone.WARNING;
        (loud ? traffic.tone() : Tone.MUTED).on(failed);
        failed.getStyleClass().remove("wd-strong");
        if (loud) {
            failed.getStyleClass().add("wd-strong");
        }
        traffic.late().ifPresent(late::show);
        Texts.shown(late, traffic.late().isPresent());
        Texts.shown(failed, !isCompact());
        setGraphic(content);
    }
}
