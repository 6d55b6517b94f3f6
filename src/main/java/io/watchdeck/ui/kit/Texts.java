package io.watchdeck.ui.kit;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// Labels by the classes of `kit.css`: sizes `wd-11` … `wd-24`, weight `wd-strong`, `wd-muted`, family `wd-mono`.
public final class Texts {

    private static final Object EXPLANATION = new Object();
    private static final Duration SOON = Duration.millis(400);
    private static final Duration LONG = Duration.minutes(2);

    private Texts() {}

    public static Label blank(String... styleClasses) {
        return label("", styleClasses);
    }

    public static Label label(String text, String... styleClasses) {
        var label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// A label that gives way first when there is not enough room, with an ellipsis.
    public static Label yielding(String text, String... styleClasses) {
        Label label = label(text, styleClasses);
        label.setMinWidth(0);
        return label;
    }

    /// The name of something in AWS, which gives way in its middle: names of one stack begin alike, and what tells them apart
    /// is often at the end.
    public static Label name(String... styleClasses) {
        Label label = yielding("", styleClasses);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        return label;
    }

    /// A label of as many lines as it needs, never cut off.
    public static Label wrapping(String text, String... styleClasses) {
        Label label = yielding(text, styleClasses);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// Shows the label only while it has something to say.
    public static void set(Label label, String text) {
        label.setText(text);
        boolean shown = !text.isEmpty();
        label.setVisible(shown);
        label.setManaged(shown);
    }

    public static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /// Whether a node is in a window: what outlasts the node is to be followed `when` it is, or would hold it, and all around
    /// it, for good.
    public static ObservableValue<Boolean> inWindow(Node node) {
        return node.sceneProperty().map(_ -> true).orElse(false);
    }

    /// All that is said below a node, for those who hear it.
    public static String read(Node node) {
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().filter(Node::isVisible).map(Texts::said)
                        .filter(said -> !said.isBlank()).collect(Collectors.joining(", "))
                : "";
    }

    private static String said(Node node) {
        String own = Objects.requireNonNullElse(node.getAccessibleText(), "");
        if (own.isBlank() && node instanceof Labeled labeled) {
            own = Objects.requireNonNullElse(labeled.getText(), "");
        }
        return own.isBlank() ? read(node) : own;
    }

    public static Tooltip tooltip(String text) {
        var tooltip = new Tooltip(text);
        tooltip.setShowDelay(SOON);
        tooltip.setShowDuration(LONG);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(460);
        return tooltip;
    }

    /// A tooltip while there is something to say. It is made when the pointer comes near: a table has hundreds of them,
    /// and each is a window of its own.
    public static void explain(Control control, String text) {
        boolean first = control.getProperties().put(EXPLANATION, text) == null;
        if (first) {
            control.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> explain(control));
        } else if (control.getTooltip() != null) {
            explain(control);
        }
    }

    /// What a label that may give way says in full, and below it what there is to say of that.
    public static void explainWhole(Label label, String more) {
        String text = label.getText();
        explain(label, more.isBlank() || more.equals(text) ? text : more.contains(text) ? more : text + "\n" + more);
    }

    /// The same, put into words only when the pointer comes near.
    public static void explain(Control control, Supplier<String> text) {
        boolean first = control.getProperties().put(EXPLANATION, text) == null;
        if (first) {
            control.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> explain(control));
        }
    }

    /// What the control's tooltip says, whether it has been looked at or not; empty where it has none.
    public static String explanation(Control control) {
        return !control.hasProperties() ? "" : switch (control.getProperties().get(EXPLANATION)) {
            case String text -> text;
            case Supplier<?> later -> String.valueOf(later.get());
            case null, default -> "";
        };
    }

    private static void explain(Control control) {
        String text = explanation(control);
        if (text.isBlank()) {
            control.setTooltip(null);
        } else if (control.getTooltip() == null) {
            control.setTooltip(tooltip(text));
        } else {
            control.getTooltip().setText(text);
        }
    }

    public static Region spacer() {
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }
}
