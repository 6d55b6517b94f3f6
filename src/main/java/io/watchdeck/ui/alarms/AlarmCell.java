package io.watchdeck.ui.alarms;

import io.watchdeck.ui.kit.CellContent;
import io.watchdeck.ui.kit.Row;
import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A line of the list, whichever it is: the nodes of both kinds are kept.
final class AlarmCell extends ListCell<Row<AlarmLine.Key, AlarmLine>> {

    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

    private final AlarmRowPane row;
    private final GroupHeadPane head;
    private final CellContent content = CellContent.filling(this);
    private Subscription line = Subscription.EMPTY;

    /// @param onWidth told how wide a cell is, beside the scroll bar
    AlarmCell(AlarmRowPane row, GroupHeadPane head, DoubleConsumer onWidth) {
        this.row = row;
        this.head = head;
        getStyleClass().add("alarm-cell");
        setPrefWidth(0);
        widthProperty().subscribe(width -> onWidth.accept(width.doubleValue()));
    }

    @Override
    protected void updateItem(@Nullable Row<AlarmLine.Key, AlarmLine> item, boolean empty) {
        super.updateItem(item, empty);
        line.unsubscribe();
        line = Subscription.EMPTY;
        boolean isHead = !empty && item != null && item.facts() instanceof AlarmLine.Head;
        pseudoClassStateChanged(HEAD, isHead);
        if (item == null || empty) {
            content.hide();
        } else {
            line = item.factsProperty().subscribe(this::show);
        }
    }

    private void show(AlarmLine newest) {
        content.show(newest, () -> switch (newest) {
            case AlarmLine.Head group -> head.show(group);
            case AlarmLine.Alarm alarm -> row.show(alarm);
        });
        setAccessibleText(newest instanceof AlarmLine.Alarm ? row.getAccessibleText() : head.getAccessibleText());
    }
}
