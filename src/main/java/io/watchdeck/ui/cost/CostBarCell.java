package io.watchdeck.ui.cost;

import io.watchdeck.ui.kit.Bullet;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// A bar to the plan, or why there is none.
final class CostBarCell extends TableCell<Row<String, CostLine>, CostLine> {

    private final Bullet bullet = new Bullet();
    /// May reach over the next cells: where there is no bar these are empty.
    private final Label beside = Texts.blank();

    CostBarCell() {
        getStyleClass().addAll("cost-text", "cost-bar");
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setViewOrder(-1);
        bullet.prefWidthProperty().bind(widthProperty().subtract(20));
    }

    @Override
    protected void updateItem(@Nullable CostLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null || line.bar().isEmpty()) {
            beside.setText(empty || line == null ? "" : line.cells().beside().text());
            (line == null ? Tone.PLAIN : line.cells().beside().tone()).on(beside);
            setGraphic(beside);
            return;
        }
        CostLine.Bar bar = line.bar().get();
        bullet.show(bar.toDate(), bar.forecast(), bar.ticks(), line.sentence());
        setGraphic(bullet);
    }
}
