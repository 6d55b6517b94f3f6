package io.watchdeck.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.testfx.api.FxRobot;

/// Goes through a window with Tab as a person does, and knows what a person meets: names, places, and whether it is seen
/// what has the focus.
final class FocusTour {

    /// Nobody presses Tab more often: who does is in a trap.
    private static final int LONGEST = 300;
    /// Things in a row are seldom aligned to the pixel.
    private static final double SLACK = 6;
    /// A ring lies around its control.
    private static final double AROUND = 4;
    private static final int DIFFERENT = 24;

    private final FxRobot robot;
    private final Scene scene;
    private final List<String> jumps = new ArrayList<>();

    FocusTour(FxRobot robot, Scene scene) {
        this.robot = robot;
        this.scene = scene;
    }

    /// Presses Tab, or Shift+Tab, until something has the focus that had it before.
    ///
    /// @param at told of each thing while it has the focus
    List<Node> go(boolean back, Consumer<Node> at) {
        jumps.clear();
        var met = new ArrayList<Node>();
        robot.interact(() -> {
            for (int step = 0; step < LONGEST; step++) {
                Node owner = scene.getFocusOwner();
                if (owner == null || met.contains(owner)) {
                    break;
                }
                met.add(owner);
                at.accept(owner);
                Event.fireEvent(owner, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, back, false, false,
                        false));
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                jump(owner, Optional.ofNullable(scene.getFocusOwner()));
            }
        });
        return met;
    }

    /// Where the last way with Tab went to something that is read earlier, but for the first thing in the rail.
    List<String> jumps() {
        return List.copyOf(jumps);
    }

    private void jump(Node from, Optional<Node> to) {
        to.filter(node -> !"rail-overview".equals(node.getId()) && !reads(from, node))
                .ifPresent(node -> jumps.add(what(from) + " -> " + what(node)));
    }

    /// Every control that a person sees and can press or type into, but what lies in the rows of a list: arrows lead there,
    /// and the list has keys for what its buttons do.
    List<Node> usable() {
        var found = new ArrayList<Node>();
        collect(scene.getRoot(), found);
        return found;
    }

    private void collect(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled() || node instanceof IndexedCell || node instanceof ScrollBar) {
            return;
        }
        Bounds place = place(node);
        if ((node.isFocusTraversable() || node instanceof ButtonBase) && place.getWidth() > 0
                && place.getHeight() > 0) {
            found.add(node);
        }
        if (node instanceof Parent parent && !(node instanceof TextInputControl) && !(node instanceof ButtonBase)) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    /// Whether the arrow keys lead there from one of those that were met: among choices of which one is chosen.
    static boolean arrowsLead(Node node, List<Node> met) {
        return node instanceof Toggle one && met.stream().anyMatch(other -> other instanceof Toggle it
                && (other.getParent() == node.getParent() || it.getToggleGroup() != null
                        && it.getToggleGroup() == one.getToggleGroup()));
    }

    /// What a screen reader calls it; empty where it has no name.
    static String name(Node node) {
        String said = Optional.ofNullable(node.getAccessibleText()).orElse("");
        if (said.isBlank() && node instanceof Labeled labeled) {
            said = Optional.ofNullable(labeled.getText()).orElse("");
        }
        if (said.isBlank() && node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Labeled by) {
            said = by.getText();
        }
        if (said.isBlank() && !(node instanceof TextInputControl)) {
            said = heard(node);
        }
        return said.strip();
    }

    /// The rows, or their cells, of lists and tables that say something to the eye and nothing to the ear.
    List<Node> mute() {
        return scene.getRoot().lookupAll(".indexed-cell").stream().map(IndexedCell.class::cast)
                .filter(cell -> !cell.isEmpty() && isShown(cell) && !said(cell).isBlank())
                .filter(cell -> heard(cell).isBlank() && Stream.iterate((Node) cell, one -> one != null,
                        Node::getParent).noneMatch(one -> one instanceof IndexedCell<?> row && !heard(row).isBlank()))
                .filter(cell -> cell.lookupAll(".indexed-cell").stream().allMatch(cell::equals))
                .map(Node.class::cast).toList();
    }

    private static String heard(Node cell) {
        return cell.queryAccessibleAttribute(AccessibleAttribute.TEXT) instanceof String said ? said : "";
    }

    private static String said(Node node) {
        String own = node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
        return node instanceof Parent parent ? own + String.join("",
                parent.getChildrenUnmodifiable().stream().map(FocusTour::said).toList()) : own;
    }

    static boolean isShown(Node node) {
        return Stream.iterate(node, one -> one != null, Node::getParent).allMatch(Node::isVisible);
    }

    static String what(Node node) {
        return node.getClass().getSimpleName() + Optional.ofNullable(node.getId()).map(id -> "#" + id).orElse("")
                + " " + node.getStyleClass() + " \"" + name(node) + "\"";
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /// What is seen of it, in all that scrolls around it.
    private static Bounds inSight(Node node) {
        Bounds own = place(node);
        List<Bounds> around = Stream.iterate((Node) node.getParent(), one -> one != null, Node::getParent)
                .filter(ScrollPane.class::isInstance).map(FocusTour::place).toList();
        double left = around.stream().mapToDouble(Bounds::getMinX).reduce(own.getMinX(), Math::max);
        double top = around.stream().mapToDouble(Bounds::getMinY).reduce(own.getMinY(), Math::max);
        double right = around.stream().mapToDouble(Bounds::getMaxX).reduce(own.getMaxX(), Math::min);
        double bottom = around.stream().mapToDouble(Bounds::getMaxY).reduce(own.getMaxY(), Math::min);
        return right < left || bottom < top ? own : new BoundingBox(left, top, right - left, bottom - top);
    }

    /// Whether whoever reads lines from left to right, and columns one after another, comes to the second after the first.
    private static boolean reads(Node first, Node second) {
        Bounds from = inSight(first);
        Bounds to = inSight(second);
        boolean right = to.getMinX() >= from.getMaxX() - SLACK;
        boolean below = to.getMinY() >= from.getMaxY() - SLACK;
        boolean above = to.getMaxY() <= from.getMinY() + SLACK;
        boolean left = to.getMaxX() <= from.getMinX() + SLACK;
        return right || below || !above && !left;
    }

    /// Whether it is in sight, in all that scrolls around it.
    static boolean seen(Node node) {
        Bounds own = place(node);
        return Stream.iterate((Node) node.getParent(), one -> one != null, Node::getParent)
                .filter(ScrollPane.class::isInstance).map(FocusTour::place)
                .allMatch(pane -> own.getHeight() > pane.getHeight() ? own.intersects(pane)
                        : own.getMinY() >= pane.getMinY() - SLACK && own.getMaxY() <= pane.getMaxY() + SLACK);
    }

    /// Pictures of what has the focus, and which of them do not change when it has it no more.
    final class Rings {

        private final Map<Node, WritableImage> focused = new LinkedHashMap<>();

        void picture(Node node) {
            focused.computeIfAbsent(node, FocusTour::pictured);
        }

        /// Call when none of them has the focus but the last.
        List<Node> unmarked(Set<Node> but) {
            var found = new ArrayList<Node>();
            robot.interact(() -> focused.forEach((node, with) -> {
                if (!but.contains(node) && node.getScene() != null && !node.isFocused()
                        && difference(with, pictured(node)) < 2 * Math.min(with.getWidth(), with.getHeight())) {
                    found.add(node);
                }
            }));
            return found;
        }
    }

    private static WritableImage pictured(Node node) {
        Bounds own = node.getBoundsInParent();
        var asked = new SnapshotParameters();
        asked.setViewport(new Rectangle2D(own.getMinX() - AROUND, own.getMinY() - AROUND,
                Math.max(1, own.getWidth() + 2 * AROUND), Math.max(1, own.getHeight() + 2 * AROUND)));
        return node.snapshot(asked, null);
    }

    /// How many pixels are visibly different.
    private static int difference(WritableImage one, WritableImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return Integer.MAX_VALUE;
        }
        int count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                count += differs(one.getPixelReader().getArgb(x, y), other.getPixelReader().getArgb(x, y)) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean differs(int one, int other) {
        return Stream.of(0, 8, 16, 24)
                .anyMatch(shift -> Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > DIFFERENT);
    }
}
