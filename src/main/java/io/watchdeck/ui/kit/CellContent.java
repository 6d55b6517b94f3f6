package io.watchdeck.ui.kit;

import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What a cell shows, kept from one item to the next: making nodes and finding their styles is most of what a table
/// costs. A cell whose part of its item is the same as before shows nothing anew, and one that has become empty hides
/// its content rather than dropping it. The content has all of its place and keeps to itself that it wants to be laid
/// out again: a table lays out all of its cells as soon as one of them asks for it.
public final class CellContent {

    private final IndexedCell<?> cell;
    private final Island island = new Island();
    private @Nullable Object shown;

    private CellContent(IndexedCell<?> cell) {
        this.cell = cell;
    }

    /// Content that takes all the room that a cell has within its padding.
    public static CellContent filling(IndexedCell<?> cell) {
        CellContent content = placed(cell);
        content.island.prefWidthProperty().bind(Bindings.createDoubleBinding(
                () -> Math.max(0, cell.getWidth() - cell.snappedLeftInset() - cell.snappedRightInset()),
                cell.widthProperty(), cell.insetsProperty()));
        content.island.prefHeightProperty().bind(Bindings.createDoubleBinding(
                () -> Math.max(0, cell.getHeight() - cell.snappedTopInset() - cell.snappedBottomInset()),
                cell.heightProperty(), cell.insetsProperty()));
        return content;
    }

    /// Content whose place the skin of the cell chooses.
    public static CellContent placed(IndexedCell<?> cell) {
        return new CellContent(cell);
    }

    /// @param part    everything that the content follows from
    /// @param content makes the content, or puts it right
    public void show(Object part, Supplier<Node> content) {
        if (!Objects.equals(part, shown)) {
            island.show(content.get());
            shown = part;
        }
        if (cell.getGraphic() == null) {
            cell.setGraphic(island);
        }
        island.setVisible(true);
    }

    /// The cell has no item.
    public void hide() {
        island.setVisible(false);
    }

    /// Its size comes from outside, never from the content.
    private static final class Island extends Region {

        private @Nullable Node content;
        private Subscription waiting = Subscription.EMPTY;

        Island() {
            setMinSize(0, 0);
        }

        void show(Node wanted) {
            if (wanted != content) {
                content = wanted;
                wanted.setManaged(false);
                getChildren().setAll(wanted);
                waiting.unsubscribe();
                waiting = wanted instanceof Parent parent
                        ? parent.needsLayoutProperty().subscribe(needs -> {
                            if (needs) {
                                reach();
                            }
                        }) : Subscription.EMPTY;
                requestLayout();
            }
        }

        /// A cell whose island gets another size asks, in the middle of its layout, for the next one; those above it are
        /// being laid out and do not hear of it. It then waits for ever, and what changes below it with it: on the way up
        /// the toolkit stops at the first node that waits already. That node asks once more, and again after the layout
        /// where one is going on.
        private void reach() {
            for (Parent node = this; node.getParent() != null; node = node.getParent()) {
                if (isUnheard(node)) {
                    node.requestLayout();
                    if (isUnheard(node)) {
                        askAfterLayout(node);
                    }
                    return;
                }
            }
        }

        private static boolean isUnheard(Parent node) {
            return node.getParent() != null && node.isNeedsLayout() && !node.getParent().isNeedsLayout();
        }

        private static void askAfterLayout(Parent node) {
            Scene scene = node.getScene();
            if (scene != null) {
                scene.addPostLayoutPulseListener(new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        if (isUnheard(node)) {
                            node.requestLayout();
                        }
                    }
                });
            }
        }

        @Override
        protected void layoutChildren() {
            if (content != null) {
                content.resizeRelocate(0, 0, getWidth(), getHeight());
            }
        }
    }
}
