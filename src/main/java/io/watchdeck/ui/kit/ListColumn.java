package io.watchdeck.ui.kit;

import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A column of a list whose rows are not a table's. One column has what the others leave.
///
/// @param key   of the text above it; empty for none
/// @param usual its width in a list of the usual width; 0 for the one that has what the others leave
/// @param share of the width beyond the usual one, from 0 to 1
public record ListColumn(String key, double usual, double share) {

    /// As wide as a list is beside its details in a window of the usual size; what is more is shared.
    private static final double USUAL = 790;

    private Optional<Double> width(double all) {
        return usual > 0 ? Optional.of(Math.floor(usual + share * Math.max(0, all - USUAL))) : Optional.empty();
    }

    /// What stands above it.
    public Label title(Words words) {
        return Texts.yielding(key.isEmpty() ? "" : words.say(key), "wd-12", "wd-strong", "wd-muted");
    }

    /// Puts a part into each column.
    public static void place(HBox row, List<ListColumn> columns, List<? extends Region> parts) {
        parts.forEach(part -> part.getStyleClass().add("list-column"));
        row.getChildren().setAll(parts);
        row.widthProperty().subscribe(all -> {
            double inside = all.doubleValue() - row.snappedLeftInset() - row.snappedRightInset();
            for (int place = 0; place < columns.size(); place++) {
                size(parts.get(place), columns.get(place).width(inside));
            }
        });
    }

    private static void size(Region part, Optional<Double> fixed) {
        fixed.ifPresentOrElse(width -> {
            part.setMinWidth(width);
            part.setPrefWidth(width);
            part.setMaxWidth(width);
        }, () -> {
            part.setMinWidth(0);
            HBox.setHgrow(part, Priority.ALWAYS);
            part.setMaxWidth(Double.MAX_VALUE);
        });
    }

    /// The two lines of a row in one column.
    public static VBox lines(Node above, Node below) {
        var lines = new VBox(above, below);
        lines.getStyleClass().add("cell-lines");
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        return lines;
    }
}
