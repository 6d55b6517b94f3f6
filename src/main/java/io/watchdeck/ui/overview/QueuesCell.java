package io.watchdeck.ui.overview;

import io.watchdeck.ui.kit.AbsencePane;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.TextWidth;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Dead letters and jobs.
final class QueuesCell extends FactsCell {

    private final AbsencePane absence = new AbsencePane();
    private final Label first = Texts.yielding("");
    private final Label second = Texts.yielding("", "wd-12");
    private final FreshnessLabel late = new FreshnessLabel();
    private final VBox content = lines(line(first, late), second);

    QueuesCell(Supplier<RowShape> shape) {
        super(shape);
    }

    @Override
    Object part(StackFacts facts) {
        return facts.queues();
    }

    @Override
    Node content(StackFacts facts) {
        QueuesFigure queues = facts.queues();
        if (queues.absence().isPresent()) {
            absence.show(queues.absence().get(), isCompact());
            return absence;
        }
        double left = room() - (queues.late().isPresent() ? FreshnessLabel.DISC + GAP : 0);
        boolean loud = queues.firstTone() == Tone.CRITICAL || queues.firstTone() == Tone.WARNING;
        first.setText(TextWidth.fitting(left, loud, 13, List.of(queues.first(), queues.firstShort())));
        Texts.explain(first, said(queues));
        queues.firstTone().on(first);
        Tone.strong(first, loud);
        second.setText(queues.second().isEmpty() ? "" : TextWidth.fitting(room(), false, 12, queues.second()));
        Texts.explain(second, said(queues));
        queues.secondTone().on(second);
        Texts.shown(second, !isCompact() && !queues.second().isEmpty());
        queues.late().ifPresent(age -> late.fit(age, room() - TextWidth.of(first.getText(), loud, 13) - GAP));
        Texts.shown(late, queues.late().isPresent());
        return content;
    }

    private static String said(QueuesFigure queues) {
        return queues.secondInFull().isEmpty() ? queues.first() : queues.first() + "\n" + queues.secondInFull();
    }
}
