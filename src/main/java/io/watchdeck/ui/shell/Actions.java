package io.watchdeck.ui.shell;

import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;

/// Where a person presses or writes something in a part of the window, or reads what comes at this moment, as lines of a
/// log: what lies over the window for a while is to cover none of that.
///
/// @param places as they can be seen, in the scene
record Actions(List<Bounds> places) {

    /// What comes at this moment, of which the newest is at its foot; and what leads from one part of a screen to another.
    private static final Set<String> WHOLE = Set.of("log-list", "settings-sections");
    private static final double ACROSS = 20;
    private static final double UP = 10;
    /// What goes up stays at the window's edge, where it is looked for.
    private static final double RATHER_UP = 1.5;
    private static final double AIR = 4;

    static Actions in(Node part) {
        var places = new ArrayList<Bounds>();
        collect(part, part.localToScene(part.getLayoutBounds()), places);
        return new Actions(places);
    }

    private static void collect(Node node, Bounds seen, List<Bounds> places) {
        if (!node.isVisible()) {
            return;
        }
        Bounds inside = node.getClip() == null ? seen
                : common(seen, node.localToScene(node.getClip().getBoundsInParent()));
        if (isPressed(node) || node.getStyleClass().stream().anyMatch(WHOLE::contains)) {
            Bounds place = common(inside, node.localToScene(node.getLayoutBounds()));
            if (!node.isDisabled() && place.getWidth() > 0 && place.getHeight() > 0) {
                places.add(place);
            }
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, inside, places));
        }
    }

    private static boolean isPressed(Node node) {
        return node instanceof ButtonBase || node instanceof ToggleSwitch || node instanceof TextInputControl
                || node instanceof ComboBoxBase<?> || node instanceof Slider || node instanceof Spinner<?>;
    }

    private static Bounds common(Bounds one, Bounds other) {
        double left = Math.max(one.getMinX(), other.getMinX());
        double top = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(left, top, Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - left),
                Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - top));
    }

    /// How far something goes to the left and up to cover none of them; where there is no such place, as few as it can.
    ///
    /// @param wanted where it is to be
    /// @param left   how far to the left it may go
    /// @param up     how far up
    Point2D aside(Bounds wanted, double left, double up) {
        Point2D best = Point2D.ZERO;
        int fewest = Integer.MAX_VALUE;
        double least = Double.MAX_VALUE;
        for (double x = 0; x <= left; x += ACROSS) {
            for (double y = 0; y <= up && (fewest > 0 || x * RATHER_UP + y < least); y += UP) {
                int covered = covered(wanted, x, y, fewest);
                if (covered < fewest || covered == fewest && x * RATHER_UP + y < least) {
                    best = new Point2D(x, y);
                    fewest = covered;
                    least = x * RATHER_UP + y;
                }
            }
        }
        return best;
    }

    /// Whether something covers any of them.
    boolean isCovered(Bounds by) {
        return covered(by, 0, 0, 0) > 0;
    }

    /// Asked of thousands of places where none is free.
    ///
    /// @param most whoever finds more of them need not know how many
    private int covered(Bounds wanted, double left, double up, int most) {
        double minX = wanted.getMinX() - left - AIR;
        double maxX = wanted.getMaxX() - left + AIR;
        double minY = wanted.getMinY() - up - AIR;
        double maxY = wanted.getMaxY() - up + AIR;
        int covered = 0;
        for (Bounds place : places) {
            if (place.getMaxX() >= minX && place.getMinX() <= maxX && place.getMaxY() >= minY
                    && place.getMinY() <= maxY && ++covered > most) {
                break;
            }
        }
        return covered;
    }
}
