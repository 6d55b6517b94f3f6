package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.CellContent;
import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.SeverityIcon;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Icon, name, stack, padlock where it is only a preview, a flash where no dialog asks, environment and keys. A click does it.
final class PaletteCell extends ListCell<PaletteRow> {

    private final Words words;
    private final CellContent content = CellContent.filling(this);

    /// @param clicked told the number of the row
    PaletteCell(Words words, IntConsumer clicked) {
        this.words = words;
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                clicked.accept(getIndex());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable PaletteRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            content.hide();
            setAccessibleText(null);
            return;
        }
        content.show(row, () -> line(row));
        applyCss(); // else what comes with a layout is painted once without its fonts
        setAccessibleText(row.spoken());
    }

    private HBox line(PaletteRow row) {
        FontIcon icon = row.severity().<FontIcon>map(worst -> new SeverityIcon(worst, false))
                .orElseGet(() -> Icons.icon(row.glyph()));
        var line = new HBox(icon, text(row.name(), "wd-13"), text(row.where(), "wd-12", "wd-muted"), Texts.spacer());
        line.getStyleClass().add("palette-line");
        line.setAlignment(Pos.CENTER_LEFT);
        if (!row.locked().isEmpty()) {
            var lock = Texts.label(row.locked(), "wd-12", "wd-muted", "palette-lock");
            lock.setGraphic(Icons.icon(Glyph.LOCK_OUTLINE));
            line.getChildren().add(lock);
        }
        if (!row.atOnce().isEmpty()) {
            var now = Texts.label(row.atOnce(), "wd-12", "wd-muted", "palette-lock");
            now.setGraphic(Icons.icon(Glyph.FLASH_OUTLINE));
            line.getChildren().add(now);
        }
        row.environment().ifPresent(one -> line.getChildren().add(new EnvironmentBadge(one, words)));
        if (!row.shortcut().isEmpty()) {
            line.getChildren().add(Texts.label(row.shortcut(), "key-hint"));
        }
        return line;
    }

    private static HBox text(List<PaletteRow.Part> parts, String... styleClasses) {
        var text = new HBox();
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        for (PaletteRow.Part part : parts) {
            Label label = Texts.yielding(part.text(), styleClasses);
            if (part.typed()) {
                label.getStyleClass().add("palette-typed");
            }
            text.getChildren().add(label);
        }
        return text;
    }
}
