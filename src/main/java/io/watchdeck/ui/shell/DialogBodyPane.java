package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// What a dialog says between its head and its buttons: as high as that is, as long as there is room. Where there is not it
/// scrolls, and a sign at its lower edge says so as long as there is something below.
final class DialogBodyPane extends StackPane {

    /// What is seen of it in the lowest window.
    private static final double LEAST = 80;
    /// As much of its lower edge hides nothing that is said.
    private static final double UNSEEN = 24;
    /// The sign has a strip of its own, so that it lies over nothing that is said.
    private static final Insets STRIP = new Insets(0, 0, 34, 0);
    /// Of what is seen, with one press of the sign.
    private static final double STEP = 0.8;

    private final Region content;
    private final Body scroll = new Body();
    private final Button more;
    private final BooleanProperty awaited = new SimpleBooleanProperty();
    private boolean holds;
    /// How high it is held, and at which width that was found.
    private double held;
    private double heldWide = Double.NaN;

    DialogBodyPane(Region content, Words words) {
        this.content = content;
        scroll.setContent(content);
        more = new Button(words.say("ui.dialog.more"), Icons.icon(Glyph.CHEVRON_DOWN));
        more.setId("dialog-more");
        more.getStyleClass().addAll("small", "dialog-more");
        more.setFocusTraversable(false); // the body itself takes the keys
        more.setOnAction(_ -> scroll.setVvalue(Math.min(1, scroll.getVvalue() + STEP * seen() / hidden())));
        more.setVisible(false);
        StackPane.setAlignment(more, Pos.BOTTOM_RIGHT);
        awaited.subscribe(_ -> requestLayout());
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
        StackPane.setMargin(scroll, more.isVisible() ? STRIP : Insets.EMPTY);
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

    /// From now on it never becomes lower than what it says now, and higher only where nobody is about to press what stands
    /// below it: what is said meanwhile scrolls.
    ///
    /// @param pressing whether somebody is about to
    void hold(ObservableValue<Boolean> pressing) {
        holds = true;
        awaited.bind(pressing);
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
        return isHeld(wide) ? Math.max(held, awaited.get() ? 0 : whole(wide)) : whole(wide);
    }

    /// As high as all that it says.
    private double whole(double wide) {
        return snappedTopInset() + scroll.prefHeight(wide) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        if (holds) {
            held = isHeld(getWidth()) ? computePrefHeight(getWidth()) : whole(getWidth());
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

        /// Whoever hears it is read what it says.
        @Override
        public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return attribute == AccessibleAttribute.TEXT ? Texts.read(getContent())
                    : super.queryAccessibleAttribute(attribute, parameters);
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
