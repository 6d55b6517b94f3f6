package io.watchdeck.ui.overview;

import io.watchdeck.ui.kit.AbsencePane;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.TaskBlocks;
import io.watchdeck.ui.kit.TextWidth;
import io.watchdeck.ui.kit.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Running of desired, a square a task, and the kind of capacity.
final class TasksCell extends FactsCell {

    private static final double ROOM = 108;

    private final AbsencePane absence = new AbsencePane();
    private final Label count = Texts.label("", "wd-strong");
    private final Label services = Texts.yielding("", "wd-12", "wd-muted");
    private final TaskBlocks blocks = new TaskBlocks();
    private final Label capacity = Texts.yielding("", "wd-12", "wd-muted");
    private final FreshnessLabel late = new FreshnessLabel();
    private final HBox second = line(blocks, capacity, late);
    private final VBox content = lines(line(count, services), second);

    TasksCell(Supplier<RowShape> shape) {
        super(shape);
    }

    @Override
    Object part(StackFacts facts) {
        return facts.tasks();
    }

    @Override
    Node content(StackFacts facts) {
        TasksFigure tasks = facts.tasks();
        if (tasks.absence().isPresent()) {
            absence.show(tasks.absence().get(), isCompact());
            return absence;
        }
        count.setText(tasks.count());
        tasks.tone().on(count);
        double beside = room() - TextWidth.of(tasks.count(), true, 13) - GAP;
        Texts.set(services, isCompact() ? "" : TextWidth.fitting(beside, false, 12, List.of(tasks.services(), "")));
        double mark = tasks.late().isPresent() ? FreshnessLabel.DISC + GAP : 0;
        blocks.show(tasks.blocks(), Math.min(ROOM, room() - mark), tasks.sentence());
        double left = room() - blocks.getPrefWidth() - GAP;
        Texts.set(capacity, tasks.late().isPresent() ? ""
                : TextWidth.fitting(left, false, 12, List.of(tasks.capacity(), "")));
        Texts.explain(count, tasks.sentence());
        Texts.explain(services, tasks.sentence());
        tasks.late().ifPresent(age -> late.fit(age, left));
        Texts.shown(late, tasks.late().isPresent());
        Texts.shown(second, !isCompact());
        return content;
    }
}
