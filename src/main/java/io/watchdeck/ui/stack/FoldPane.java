package io.watchdeck.ui.stack;

import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import javafx.scene.control.TreeItem;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Folds and unfolds what stands below a line of a tree.
final class FoldPane extends StackPane {

    private final FontIcon chevron = Icons.icon(Glyph.CHEVRON_RIGHT);
    private @Nullable TreeItem<?> item;
    private Subscription looks = Subscription.EMPTY;

    FoldPane(double width) {
        getStyleClass().add("fold-handle");
        setMinWidth(width);
        setPrefWidth(width);
        getChildren().add(chevron);
        setOnMousePressed(event -> {
            if (item != null) {
                item.setExpanded(!item.isExpanded());
                event.consume();
            }
        });
    }

    /// @param wanted what it folds from now on
    void fold(@Nullable TreeItem<?> wanted) {
        if (wanted != item) {
            looks.unsubscribe();
            item = wanted;
            looks = wanted == null ? Subscription.EMPTY
                    : Subscription.combine(
                            wanted.expandedProperty().subscribe(expanded -> chevron.setRotate(expanded ? 90 : 0)),
                            wanted.leafProperty().subscribe(leaf -> chevron.setVisible(!leaf)));
        }
        chevron.setManaged(wanted != null);
    }
}
