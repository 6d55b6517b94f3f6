package io.watchdeck.ui.shell;

import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The buttons of a dialog, with why the last of them cannot be pressed: between them where two lines are enough for that,
/// so that they do not move as the last letter is typed; else above them.
final class DialogFootPane extends Region {

    /// Of the buttons, and of two lines beside them.
    private static final double ROW = 34;
    private static final double GAP = 8;
    /// Narrower, words stand one below the other.
    private static final double LEAST = 120;

    private final HBox beside;
    private final Label why;
    private final Button cancel;
    private final Button primary;

    DialogFootPane(HBox beside, Label why, Button cancel, Button primary) {
        this.beside = beside;
        this.why = why;
        this.cancel = cancel;
        this.primary = primary;
        getStyleClass().add("dialog-foot");
        setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(why, beside, cancel, primary);
    }

    private double inner(double wide) {
        return wide - snappedLeftInset() - snappedRightInset();
    }

    /// Between the buttons.
    private double room(double wide) {
        double left = beside.prefWidth(-1);
        return inner(wide) - (left == 0 ? 0 : left + GAP) - width(cancel) - width(primary) - 2 * GAP;
    }

    private static double width(Button button) {
        return button.isManaged() ? button.prefWidth(-1) : -GAP;
    }

    /// As high as the reason is above the buttons; 0 where it stands between them, or there is none.
    private double above(double wide) {
        if (!why.isVisible() || room(wide) >= LEAST && why.prefHeight(room(wide)) <= ROW) {
            return 0;
        }
        return why.prefHeight(inner(wide)) + GAP;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double wide) {
        return snappedTopInset() + above(wide < 0 ? getWidth() : wide) + ROW + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double above = above(getWidth());
        double row = top + above;
        double right = getWidth() - snappedRightInset();
        right = placeLeftOf(primary, right, row);
        right = placeLeftOf(cancel, right, row);
        double wide = beside.prefWidth(-1);
        double high = beside.prefHeight(-1);
        beside.resizeRelocate(left, snapPositionY(row + (ROW - high) / 2), wide, high);
        if (above > 0) {
            why.resizeRelocate(left, top, inner(getWidth()), above - GAP);
        } else {
            double from = left + (wide == 0 ? 0 : wide + GAP);
            why.resizeRelocate(from, row, Math.max(0, right - from), ROW);
        }
    }

    /// @return where the next one to the left ends
    private double placeLeftOf(Button button, double right, double row) {
        if (!button.isManaged()) {
            return right;
        }
        double wide = button.prefWidth(-1);
        double high = button.prefHeight(-1);
        button.resizeRelocate(snapPositionX(right - wide), snapPositionY(row + (ROW - high) / 2), wide, high);
        return right - wide - GAP;
    }
}
