package io.watchdeck.ui.alarms;

import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.RowCell;
import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A line of the list, whichever it is: the nodes of both kinds are kept.
final class AlarmCell extends RowCell<AlarmLine.Key, AlarmLine> {

    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");
    private static final PseudoClass LEADING = PseudoClass.getPseudoClass("leading");

    private final AlarmRowPane row;
    private final GroupHeadPane head;

    /// @param onWidth told how wide a cell is, beside the scroll bar
    AlarmCell(AlarmRowPane row, GroupHeadPane head, DoubleConsumer onWidth) {
        super("alarm-cell", onWidth);
        this.row = row;
        this.head = head;
    }

    @Override
    protected void changed(@Nullable Row<AlarmLine.Key, AlarmLine> line) {
        pseudoClassStateChanged(HEAD, line != null && line.facts() instanceof AlarmLine.Head);
        pseudoClassStateChanged(LEADING, line != null && getIndex() == 0);
    }

    @Override
    protected Region written(AlarmLine newest) {
        return switch (newest) {
            case AlarmLine.Head group -> head.show(group);
            case AlarmLine.Alarm alarm -> row.show(alarm);
        };
    }
}
