package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.OptionalDouble;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The stacks of the rail, and in a narrow rail, where a scroll bar would cover their names, a line below them that tells how
/// many have no room, and leads there. The line is there as long as not all fit, so that it moves nothing when it is pressed.
final class RailStacks extends VBox {

    /// Half a pixel is no part of a stack.
    private static final double TOLERANCE = 1;

    private final Words words;
    private final Column stacks;
    private final ScrollPane list;
    private final FontIcon chevron = Icons.icon(Glyph.CHEVRON_DOWN);
    private final Button more = new Button(null, chevron);
    private boolean compact;

    /// The stacks themselves. It gets its height before they get their places, so they are counted after that.
    static final class Column extends VBox {

        private Runnable placed = () -> {};

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            placed.run();
        }
    }

    /// @param list of the stacks
    RailStacks(Words words, Column stacks, ScrollPane list) {
        super(list);
        this.words = words;
        this.stacks = stacks;
        this.list = list;
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        setMinHeight(0);
        list.setMinHeight(0);
        more.setId("rail-more");
        more.getStyleClass().addAll("flat", "rail-more");
        more.setMaxWidth(Double.MAX_VALUE);
        more.setFocusTraversable(false);
        more.setOnAction(_ -> turn());
        getChildren().add(more);
        Texts.shown(more, false);
        heightProperty().subscribe(_ -> fit());
        stacks.heightProperty().subscribe(_ -> fit());
        stacks.placed = this::count;
        list.viewportBoundsProperty().subscribe(_ -> count());
        list.vvalueProperty().subscribe(_ -> count());
    }

    void setCompact(boolean narrow) {
        compact = narrow;
        // A bar would cover half of what a name has left of the width.
        list.setVbarPolicy(narrow ? ScrollPane.ScrollBarPolicy.NEVER : ScrollPane.ScrollBarPolicy.AS_NEEDED);
        fit();
    }

    /// By the whole height, not by what the line leaves of it.
    private void fit() {
        boolean all =
                stacks.getHeight() <= getHeight() - list.snappedTopInset() - list.snappedBottomInset() + TOLERANCE;
        boolean wanted = compact && !all && getHeight() > 0;
        if (more.isManaged() != wanted) {
            Texts.shown(more, wanted);
        }
        count();
    }

    private double seen() {
        return list.getViewportBounds().getHeight();
    }

    private double hidden() {
        return Math.max(0, stacks.getHeight() - seen());
    }

    /// How many are not wholly in sight below; at the end, how many above.
    private void count() {
        double top = list.getVvalue() * hidden();
        long above = stacks.getChildren().stream().map(Node::getBoundsInParent)
                .filter(one -> one.getMinY() < top - TOLERANCE).count();
        long below = stacks.getChildren().stream().map(Node::getBoundsInParent)
                .filter(one -> isBelow(one, top)).count();
        boolean down = below > 0;
        chevron.setRotate(down ? 0 : 180);
        more.setText(words.number(down ? below : above));
        String said = words.say(down ? "ui.rail.below" : "ui.rail.above", down ? below : above);
        more.setAccessibleText(said);
        Texts.explain(more, said);
    }

    private boolean isBelow(Bounds one, double top) {
        return one.getMaxY() > top + seen() + TOLERANCE;
    }

    /// To the first that is not wholly in sight, or by what can be seen at once of one that never is; from the end back to
    /// the worst.
    private void turn() {
        double top = list.getVvalue() * hidden();
        OptionalDouble next = stacks.getChildren().stream().map(Node::getBoundsInParent)
                .filter(one -> isBelow(one, top)).mapToDouble(Bounds::getMinY).findFirst();
        list.setVvalue(next.isEmpty() || hidden() == 0 ? 0
                : Math.min(1, (next.getAsDouble() > top + TOLERANCE ? next.getAsDouble() : top + seen()) / hidden()));
    }
}
