package io.watchdeck.ui.stack;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Two parts beside each other where both have the width they prefer, else below each other.
final class OneOrTwoLinesPane extends Pane {

    private static final double GAP = 8;

    private final Region first;
    private final Region second;

    OneOrTwoLinesPane(Region first, Region second) {
        this.first = first;
        this.second = second;
        getChildren().addAll(first, second);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private boolean isOneLine(double width) {
        return width < 0 || first.prefWidth(-1) + GAP + second.prefWidth(-1) <= width;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return first.prefWidth(-1) + GAP + second.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double one = first.prefHeight(-1);
        double two = second.prefHeight(-1);
        return isOneLine(width) ? Math.max(one, two) : one + two;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = first.prefHeight(-1);
        if (isOneLine(width)) {
            double left = first.prefWidth(-1);
            first.resizeRelocate(0, 0, left, getHeight());
            second.resizeRelocate(left + GAP, 0, width - left - GAP, getHeight());
        } else {
            first.resizeRelocate(0, 0, width, height);
            second.resizeRelocate(0, height, width, second.prefHeight(-1));
        }
    }
}
