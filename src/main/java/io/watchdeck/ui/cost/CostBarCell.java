package io.watchdeck.ui.cost;

import io.watchdeck.ui.kit.Bullet;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Tone;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// A bar to the plan, or why there is none.
final class CostBarCell extends TableCell<Row<String, CostLine>, CostLine> {

    private final Bullet bullet = new Bullet();

    CostBarCell() {
        getStyleClass().addAll("cost-text", "cost-bar");
        setPrefWidth(0);
        bullet.prefWidthProperty().bind(widthProperty().subtract(20));
    }

    @Override
    protected void updateItem(@Nullable CostLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null || line.bar().isEmpty()) {
            setGraphic(null);
            setContentDisplay(ContentDisplay.TEXT_ONLY);
            setText(empty || line == null ? null : line.cells().beside().text());
            (line == null ? Tone.PLAIN : line.cells().beside().tone()).on(this);
            return;
        }
        CostLine.Bar bar = line.bar().get();
        bullet.show(bar.toDate(), bar.forecast(), bar.ticks(), line.sentence());
        setText(null);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(bullet);
    }
}
