package io.watchdeck.ui.overview;

import io.watchdeck.ui.kit.AbsencePane;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Meter;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// Month to date against the plan, with the forecast. Over plan is a notice, never an alarm.
final class CostCell extends FactsCell {

    private final AbsencePane absence = new AbsencePane();
    private final Label plannedOnly = Texts.yielding("", "wd-12", "wd-muted");
    private final Label spent = Texts.label("", "wd-strong");
    private final Label plan = Texts.yielding("", "wd-12", "wd-muted");
    private final Label contradiction = Texts.label("");
    private final Meter meter = new Meter(4);
    private final Label forecast = Texts.yielding("", "wd-11");
    private final HBox first = line(spent, plan, contradiction);
    private final VBox content = lines(first, meter, forecast);
    private final VBox unknown = lines(absence, plannedOnly);

    CostCell(ObservableBooleanValue compact) {
        super(compact);
        contradiction.setGraphic(Icons.icon(MaterialDesignA.ALERT_OUTLINE, "contradiction"));
        meter.tickIsPlan();
        meter.setPrefWidth(110);
        meter.setMaxWidth(110);
        content.getStyleClass().add("cost-cell");
    }

    @Override
    void show(StackFacts facts) {
        CostFigure cost = facts.cost();
        if (cost.absence().isPresent()) {
            absence.show(cost.absence().get(), isCompact());
            Texts.set(plannedOnly, isCompact() ? "" : cost.plan());
            setGraphic(unknown);
            return;
        }
        spent.setText(cost.spent());
        plan.setText(cost.plan());
        Texts.explain(contradiction, cost.contradiction());
        contradiction.setAccessibleText(cost.contradiction());
        Texts.shown(contradiction, !cost.contradiction().isEmpty());
        meter.show(cost.planShare().isPresent() ? cost.share() : 0, cost.forecastShare(), cost.planShare(), Tone.PLAIN,
                cost.spent() + " " + cost.plan() + ", " + cost.forecast());
        forecast.setText(cost.forecast());
        cost.forecastTone().on(forecast);
        Texts.shown(meter, !isCompact());
        Texts.shown(forecast, !isCompact() && !cost.forecast().isEmpty());
        setGraphic(content);
    }
}
