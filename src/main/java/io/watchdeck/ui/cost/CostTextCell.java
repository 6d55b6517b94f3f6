package io.watchdeck.ui.cost;

import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Tone;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// An amount, or a word in its place.
final class CostTextCell extends TableCell<Row<String, CostLine>, CostLine> {

    private final Function<CostLine, Said> says;

    CostTextCell(Function<CostLine, Said> says) {
        this.says = says;
        getStyleClass().addAll("cost-text", "number");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable CostLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        Said said = says.apply(line);
        setText(said.text());
        FontIcon icon = said.absence().map(kind -> Icons.icon(Icons.of(kind), "absence-icon")).orElse(null);
        setGraphic(icon);
        said.tone().on(this);
        pseudoClassStateChanged(CostTablePane.NOTICED, said.tone() == Tone.NOTICE);
    }
}
