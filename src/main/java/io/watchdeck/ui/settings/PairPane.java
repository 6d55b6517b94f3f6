package io.watchdeck.ui.settings;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// Two cards of the same width beside each other, both as high as the higher one needs at that width.
final class PairPane extends Region {

    private static final double GAP = 12;

    private final Region left;
    private final Region right;

    PairPane(Region left, Region right) {
        this.left = left;
        this.right = right;
        setMinWidth(0);
        getChildren().addAll(left, right);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double each = each(width < 0 ? getWidth() : width);
        return snapSizeY(Math.max(left.prefHeight(each), right.prefHeight(each)));
    }

    @Override
    protected void layoutChildren() {
        double each = each(getWidth());
        left.resizeRelocate(0, 0, each, getHeight());
        right.resizeRelocate(each + GAP, 0, getWidth() - each - GAP, getHeight());
    }

    private double each(double width) {
        return Math.max(0, Math.floor((width - GAP) / 2));
    }
}
