package io.watchdeck.ui;

import io.watchdeck.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/// A text that a scene draws.
///
/// @param node    draws it
/// @param path    from the root of the scene to the node
/// @param glyphs  what its glyphs would cover in the scene if nothing cut them off
/// @param visible what is left of that by what cuts off on the way to the root, and by the window
public record ShownText(Text node, List<Node> path, Bounds glyphs, Bounds visible) {

    /// Of all that a scene draws, in the order of painting.
    ///
    /// @param root laid out
    static List<ShownText> all(Parent root) {
        var all = new ArrayList<ShownText>();
        walk(root, new ArrayList<>(), root.localToScene(root.getLayoutBounds()), all);
        return all;
    }

    private static void walk(Node node, List<Node> above, Bounds window, List<ShownText> all) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        above.add(node);
        Bounds left = window;
        if (node.getClip() != null) {
            left = common(window, node.localToScene(node.getClip().getBoundsInParent()));
        }
        if (node instanceof Text text) {
            if (!text.getText().isBlank() && left.getWidth() > 0 && left.getHeight() > 0) {
                Bounds glyphs = glyphs(text);
                Bounds visible = common(glyphs, left);
                if (visible.getWidth() > 0 && visible.getHeight() > 0) {
                    all.add(new ShownText(text, List.copyOf(above), glyphs, visible));
                }
            }
        } else if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                walk(child, above, left, all);
            }
        }
        above.removeLast();
    }

    private static Bounds glyphs(Text text) {
        var copy = new Text(text.getText());
        copy.setFont(text.getFont());
        copy.setTextOrigin(text.getTextOrigin());
        copy.setWrappingWidth(text.getWrappingWidth());
        copy.setLineSpacing(text.getLineSpacing());
        copy.setTextAlignment(text.getTextAlignment());
        copy.setBoundsType(TextBoundsType.VISUAL);
        copy.setX(text.getX());
        copy.setY(text.getY());
        return text.localToScene(copy.getLayoutBounds());
    }

    static Bounds common(Bounds one, Bounds other) {
        double x = Math.max(one.getMinX(), other.getMinX());
        double y = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(x, y, Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - x),
                Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - y));
    }

    String said() {
        return node.getText();
    }

    /// The nearest of a kind that it stands in.
    <T> Stream<T> around(Class<T> kind) {
        return path.reversed().stream().filter(kind::isInstance).map(kind::cast);
    }

    /// The text that was to be said, of which a label shows as much as it has room for.
    String wanted() {
        return node.getParent() instanceof Labeled label ? said(label) : said();
    }

    private static String said(Labeled label) {
        String text = label.getText() == null ? "" : label.getText();
        return label.isMnemonicParsing() ? text.replaceFirst("_(?=[^_])", "") : text;
    }

    /// Whether what scrolls cuts it off above or below, where it can be scrolled to.
    boolean scrollsUp() {
        return around(Control.class).anyMatch(control -> control instanceof ListView || control instanceof TableView
                || control instanceof ScrollPane);
    }

    boolean isTyped() {
        return around(TextInputControl.class).findFirst().isPresent();
    }

    /// What a pointer is told that rests on it, or on a row or a button that it stands in.
    List<String> explanations() {
        return around(Control.class).flatMap(control -> Stream.of(Texts.explanation(control),
                control.getTooltip() == null ? "" : String.valueOf(control.getTooltip().getText())))
                .filter(text -> !text.isBlank()).toList();
    }

    /// Ids and style classes from the window to the text, those of JavaFX left out.
    String place() {
        return place(path);
    }

    static String place(Node node) {
        var path = new ArrayList<Node>();
        for (Node one = node; one != null; one = one.getParent()) {
            path.addFirst(one);
        }
        return place(path);
    }

    private static String place(List<Node> path) {
        return path.stream().map(ShownText::name).filter(name -> !name.isEmpty()).collect(Collectors.joining(" > "));
    }

    private static String name(Node node) {
        String classes = node.getStyleClass().stream().filter(one -> !one.equals("text") && !one.equals("label"))
                .map(one -> "." + one).collect(Collectors.joining());
        return node.getId() == null ? classes : "#" + node.getId();
    }
}
