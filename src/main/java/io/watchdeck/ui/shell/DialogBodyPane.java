package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Icons;
import io.watchdeck.words.Words;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What a dialog says between its head and its buttons: as high as that is, as long as there is room. Where there is not it
/// scrolls, and a sign at its lower edge says so as long as there is something below.
final class DialogBodyPane extends StackPane {

    /// What is seen of it in the lowest window.
    private static final double LEAST = 80;
    /// As much of its lower edge hides nothing that is said.
    private static final double UNSEEN = 24;
    /// Of what is seen, with one press of the sign.
    private static final double STEP = 0.8;

    private final Region content;
    private final Body scroll = new Body();
    private final Button more;
    private boolean holds;
    /// How high it is held, and at which width that was found.
    private double held;
    private double heldWide = Double.NaN;

    DialogBodyPane(Region content, Words words) {
        this.content = content;
        scroll.setContent(content);
        more = new Button(words.say("ui.dialog.more"), Icons.icon(MaterialDesignC.CHEVRON_DOWN));
        more.setId("dialog-more");
        more.getStyleClass().addAll("small", "dialog-more");
        more.setFocusTraversable(false); // the body itself takes the keys
        more.setOnAction(_ -> scroll.setVvalue(Math.min(1, scroll.getVvalue() + STEP * seen() / hidden())));
        more.setVisible(false);
        StackPane.setAlignment(more, Pos.BOTTOM_RIGHT); // where rows have least to say
        setMinHeight(LEAST);
        getChildren().addAll(scroll, more);
        scroll.vvalueProperty().subscribe(_ -> tell());
        scroll.viewportBoundsProperty().subscribe(_ -> tell());
        content.layoutBoundsProperty().subscribe(_ -> tell());
    }

    private double seen() {
        return scroll.getViewportBounds().getHeight();
    }

    private double hidden() {
        return content.getLayoutBounds().getHeight() - seen();
    }

    private void tell() {
        more.setVisible(seen() > 0 && hidden() * (1 - scroll.getVvalue()) > UNSEEN);
    }

    /// What takes the keys that scroll.
    Node scroll() {
        return scroll;
    }

    /// Whether it is in here, and below what is seen.
    boolean hides(Node node) {
        return Dialogs.isWithin(node, this)
                && sceneToLocal(node.localToScene(node.getLayoutBounds())).getMaxY() > getHeight();
    }

    /// From now on it stays as high as what it says now, whatever is said later: that scrolls.
    void hold() {
        holds = true;
        requestLayout();
    }

    private boolean isHeld(double wide) {
        return Math.abs(heldWide - wide) < 1;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double wide) {
        return isHeld(wide) ? held : super.computePrefHeight(wide);
    }

    @Override
    protected void layoutChildren() {
        if (holds && !isHeld(getWidth())) {
            held = super.computePrefHeight(getWidth());
            heldWide = getWidth();
        }
        super.layoutChildren();
    }

    /// The scroll bar is reached by Tab only where it is one.
    private static final class Body extends ScrollPane {

        Body() {
            setFitToWidth(true);
            setHbarPolicy(ScrollBarPolicy.NEVER);
            setMinHeight(0);
            getStyleClass().addAll("edge-to-edge", "dialog-scroll");
            setFocusTraversable(false);
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double wide) {
            return snappedTopInset() + getContent().prefHeight(wide) + snappedBottomInset();
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            setFocusTraversable(getContent().getLayoutBounds().getHeight() > getHeight() + 1);
        }
    }
}
