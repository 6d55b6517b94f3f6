package io.watchdeck.ui.cost;

import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.SeverityIcon;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// A name; that of a stack with its sign and environment.
final class CostNameCell extends TableCell<Row<String, CostLine>, CostLine> {

    private final Words words;
    private final SeverityIcon sign = new SeverityIcon();
    private final EnvironmentBadge badge = new EnvironmentBadge();
    private final Label name = Texts.yielding("");
    private final HBox content = new HBox(sign, name, badge);

    CostNameCell(Words words) {
        this.words = words;
        getStyleClass().add("cost-name");
        content.getStyleClass().add("cost-name-line");
        content.setAlignment(Pos.CENTER_LEFT);
        content.setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable CostLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        name.setText(line.name());
        Texts.shown(sign, line.sign().isPresent());
        line.sign().ifPresent(severity -> sign.show(severity, false));
        Texts.shown(badge, line.environment().isPresent());
        line.environment().ifPresent(environment -> badge.show(environment, words));
        setGraphic(content);
    }
}
