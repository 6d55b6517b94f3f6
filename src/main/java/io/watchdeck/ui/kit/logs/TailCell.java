package io.watchdeck.ui.kit.logs;

import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import java.util.List;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// A line of a log in a row of fixed height. The word for its level has a colour; all of the line is in the tooltip.
final class TailCell extends ListCell<TailLine> {

    private static final PseudoClass AFTER = PseudoClass.getPseudoClass("after-cursor");

    private final Predicate<TailLine> unfolded;
    private final Predicate<TailLine> first;
    private final FontIcon fold = Icons.icon(Glyph.CHEVRON_RIGHT);
    private final StackPane mark = new StackPane(fold);
    private final Label time = text(Texts.label("", "wd-muted"));
    private final Label before = text(Texts.label(""));
    private final Label level = text(Texts.label(""));
    private final Label after = text(Texts.yielding(""));
    private final HBox row = new HBox(mark, time, before, level, after);

    /// @param unfolded whether all of a line is shown below it
    /// @param first    whether it is the first after the moment around which the lines are
    TailCell(Predicate<TailLine> unfolded, Predicate<TailLine> first) {
        this.unfolded = unfolded;
        this.first = first;
        fold.getStyleClass().add("log-fold");
        mark.getStyleClass().add("log-mark");
        time.getStyleClass().add("log-time");
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
        pseudoClassStateChanged(AFTER, !empty && line != null && first.test(line));
        if (empty || line == null) {
            setGraphic(null);
            Texts.explain(this, "");
            return;
        }
        fold.setVisible(line.folds());
        fold.show(unfolded.test(line) ? Glyph.CHEVRON_DOWN : Glyph.CHEVRON_RIGHT);
        time.setText(line.time());
        boolean whole = line.level().isEmpty();
        before.setText(whole ? "" : line.before());
        level.setText(line.level());
        line.tone().on(level);
        after.setText(whole ? line.before() : line.after());
        Texts.shown(time, line.part() == 0);
        Texts.shown(before, !before.getText().isEmpty());
        Texts.shown(level, !whole);
        setGraphic(row);
        Texts.explain(this, line.full());
    }
}
