package io.watchdeck.ui.overview;

import io.watchdeck.ui.kit.AbsencePane;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Meter;
import io.watchdeck.ui.kit.TextWidth;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Month to date against the plan, with the forecast. Over plan is a notice, never an alarm.
final class CostCell extends FactsCell {

    private static final double WIDEST_BAR = 180;
    private static final double SIGN = 20;
    /// Of an absence with its reason and the plan.
    private static final int LINES = 3;

    private final AbsencePane absence = new AbsencePane();
    private final Label plannedOnly = Texts.yielding("", "wd-12", "wd-muted");
    private final Label spent = Texts.label("", "wd-strong");
    private final Label plan = Texts.label("", "wd-12", "wd-muted");
    private final Label contradiction = Texts.label("");
    private final Meter meter = new Meter(4);
    private final Label forecast = Texts.yielding("", "wd-11");
    private final HBox first = line(spent, plan, contradiction);
    private final VBox content = lines(first, meter, forecast);
    private final VBox unknown = lines(absence, plannedOnly);

    CostCell(Supplier<RowShape> shape) {
        super(shape);
        contradiction.setGraphic(Icons.icon(Glyph.ALERT_OUTLINE, "contradiction"));
        meter.tickIsPlan();
        meter.setMinWidth(0);
        meter.setMaxWidth(WIDEST_BAR);
        content.getStyleClass().add("cost-cell");
    }

    @Override
    Object part(StackFacts facts) {
        return facts.cost();
    }

    @Override
    Node content(StackFacts facts) {
        CostFigure cost = facts.cost();
        if (cost.absence().isPresent()) {
            absence.show(cost.absence().get(), linesOfTheRow() < LINES);
            Texts.set(plannedOnly, isCompact() ? "" : cost.plan());
            return unknown;
        }
        spent.setText(cost.spent());
        boolean contradicts = !cost.contradiction().isEmpty();
        double left = room() - TextWidth.of(cost.spent(), true, 13) - GAP - (contradicts ? SIGN : 0);
        Texts.set(plan, TextWidth.fitting(left, false, 12, List.of(cost.plan(), "")));
        Texts.explain(spent,
                cost.spent() + " " + cost.plan() + (cost.outside().isEmpty() ? "" : "\n" + cost.outside()));
        Texts.explain(contradiction, cost.contradiction());
        contradiction.setAccessibleText(cost.contradiction());
        Texts.shown(contradiction, contradicts);
        meter.setPrefWidth(room());
        meter.show(cost.planShare().isPresent() ? cost.share() : 0, cost.forecastShare(), cost.planShare(), Tone.PLAIN,
                cost.spent() + " " + cost.plan() + ", " + cost.forecast());
        forecast.setText(cost.forecast());
        cost.forecastTone().on(forecast);
        Texts.shown(meter, !isCompact());
        Texts.shown(forecast, !isCompact() && !cost.forecast().isEmpty());
        return content;
    }
}
