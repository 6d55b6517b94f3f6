package io.watchdeck.ui.overview;

import io.watchdeck.ui.kit.AbsenceMark;
import io.watchdeck.ui.kit.AbsencePane;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.Sparkline;
import io.watchdeck.ui.kit.TextWidth;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Requests as a line, errors as bars at its foot, both in numbers beside.
final class TrafficCell extends FactsCell {

    private static final double WIDEST = 260;
    private static final double NARROWEST = 40;
    private static final double PICTURE_GAP = 9;
    /// What numbers usually take, so that the pictures of all rows end at one line.
    private static final double NUMBERS = 86;
    /// An age with its disc.
    private static final double LATE = 62;

    private final AbsencePane absence = new AbsencePane();
    private final Label none = Texts.yielding("", "wd-muted");
    private final Sparkline line = new Sparkline(NARROWEST, 34);
    private final Label rate = Texts.label("");
    private final Label failed = Texts.label("", "wd-12");
    private final AbsenceMark unknown = new AbsenceMark();
    private final FreshnessLabel late = new FreshnessLabel();
    private final HBox content = line(line, lines(line(rate, late), line(failed, unknown)));

    TrafficCell(Supplier<RowShape> shape) {
        super(shape);
        content.getStyleClass().add("traffic-cell");
    }

    @Override
    Object part(StackFacts facts) {
        return facts.traffic();
    }

    @Override
    Node content(StackFacts facts) {
        TrafficFigure traffic = facts.traffic();
        if (traffic.absence().isPresent()) {
            absence.show(traffic.absence().get(), isCompact());
            return absence;
        }
        if (traffic.none()) {
            none.setText(traffic.sentence());
            return none;
        }
        showPicture(traffic);
        rate.setText(traffic.rate());
        boolean loud = traffic.tone() == Tone.CRITICAL || traffic.tone() == Tone.WARNING;
        failed.setText(TextWidth.fitting(room(), loud, 12,
                List.of(traffic.failed(), traffic.failedShort())));
        Texts.explain(rate, traffic.sentence());
        Texts.explain(failed, traffic.sentence());
        traffic.failedUnknown().ifPresent(absence -> unknown.show(absence, ""));
        Texts.shown(unknown, !isCompact() && traffic.failedUnknown().isPresent());
        (loud ? traffic.tone() : Tone.MUTED).on(failed);
        Tone.strong(failed, loud);
        double left = room() - (line.isManaged() ? line.getPrefWidth() + PICTURE_GAP : 0);
        traffic.late().ifPresent(age -> late.fit(age, left - TextWidth.of(traffic.rate(), false, 13) - GAP));
        Texts.shown(late, traffic.late().isPresent());
        Texts.shown(failed, !isCompact());
        return content;
    }

    /// The picture takes what the numbers leave, and goes first where that is too little.
    private void showPicture(TrafficFigure traffic) {
        double numbers = Math.max(TextWidth.of(traffic.rate(), false, 13) + (traffic.late().isPresent() ? LATE : 0),
                isCompact() ? 0 : TextWidth.of(traffic.failed(), true, 12));
        double width = Math.floor(Math.min(WIDEST, room() - Math.max(NUMBERS, numbers) - PICTURE_GAP - 1));
        Texts.shown(line, width >= NARROWEST);
        double height = isCompact() ? 20 : 34;
        line.setMinSize(width, height);
        line.setPrefSize(width, height);
        line.setMaxSize(width, height);
        line.range(traffic.from(), traffic.to());
        line.show(traffic.requests(), traffic.errors(), OptionalDouble.empty(), Tone.PLAIN, traffic.sentence());
    }
}
