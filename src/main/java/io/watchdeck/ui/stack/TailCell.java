package io.watchdeck.ui.stack;

import io.watchdeck.ui.kit.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

/// A line of a log in a row of fixed height. The word for its level has a colour; all of the line is in the tooltip.
final class TailCell extends ListCell<TailLine> {

    private final Label time = text(Texts.label("", "wd-muted"));
    private final Label before = text(Texts.label(""));
    private final Label level = text(Texts.label(""));
    private final Label after = text(Texts.yielding(""));
    private final HBox row = new HBox(time, before, level, after);

    TailCell() {
        row.getStyleClass().add("log-row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        setPrefWidth(0);
    }

    private static Label text(Label label) {
        label.getStyleClass().addAll(List.of("wd-mono", "wd-11"));
        return label;
    }

    @Override
    protected void updateItem(TailLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            Texts.explain(this, "");
            return;
        }
        time.setText(line.time());
        boolean whole = line.level().isEmpty();
        before.setText(whole ? "" : line.before());
        level.setText(line.level());
        line.tone().on(level);
        after.setText(whole ? line.before() : line.after());
        Texts.shown(before, !before.getText().isEmpty());
        Texts.shown(level, !whole);
        setGraphic(row);
        Texts.explain(this, line.full());
    }
}
