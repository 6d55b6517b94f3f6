package io.watchdeck.ui.explorer;

import io.watchdeck.metrics.SeriesId;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.Row;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A text of the legend.
final class LegendCell extends TableCell<Row<SeriesId, LegendLine>, LegendLine> {

    static final PseudoClass STRONG = PseudoClass.getPseudoClass("strong");
    static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");

    private static final double DATED_GAP = 8;

    private final Function<LegendLine, String> says;
    private final BiConsumer<LegendCell, LegendLine> also;

    /// @param also told of each line that is shown
    LegendCell(Function<LegendLine, String> says, BiConsumer<LegendCell, LegendLine> also) {
        this.says = says;
        this.also = also;
        getStyleClass().add("legend-cell");
    }

    LegendCell asNumber() {
        getStyleClass().add("number");
        return this;
    }

    /// Puts the colour of the line, the stack and its environment in place of the text.
    void mark(int colour, EnvironmentBadge badge) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("swatch", PickCell.style(colour));
        var content = new HBox(swatch, new Label(getText()), badge);
        content.getStyleClass().add("legend-mark");
        content.setAlignment(Pos.CENTER_LEFT);
        setText(null);
        setGraphic(content);
    }

    /// Puts the age of the value before it; no node where it is on time.
    void date(Optional<Age> age) {
        age.ifPresent(late -> {
            var label = new FreshnessLabel();
            label.show(late);
            setGraphic(label);
            setGraphicTextGap(DATED_GAP);
        });
    }

    @Override
    protected void updateItem(@Nullable LegendLine line, boolean empty) {
        super.updateItem(line, empty);
        setGraphic(null);
        if (empty || line == null) {
            setText(null);
        } else {
            setText(says.apply(line));
            also.accept(this, line);
        }
    }
}
