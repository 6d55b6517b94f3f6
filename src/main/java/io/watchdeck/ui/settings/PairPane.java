package io.watchdeck.ui.settings;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// Two cards of the same width beside each other, both as high as the higher one needs at that width; below each other
/// where that would be too narrow.
final class PairPane extends Region {

    private static final double GAP = 12;
    private static final double NARROW = 880;

    private final Region first;
    private final Region second;

    PairPane(Region first, Region second) {
        this.first = first;
        this.second = second;
        setMinWidth(0);
        getChildren().addAll(first, second);
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
        double whole = width < 0 ? getWidth() : width;
        if (whole < NARROW) {
            return snapSizeY(first.prefHeight(whole)) + GAP + snapSizeY(second.prefHeight(whole));
        }
        double each = each(whole);
        return snapSizeY(Math.max(first.prefHeight(each), second.prefHeight(each)));
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() < NARROW) {
            double height = snapSizeY(first.prefHeight(getWidth()));
            first.resizeRelocate(0, 0, getWidth(), height);
            second.resizeRelocate(0, height + GAP, getWidth(), getHeight() - height - GAP);
            return;
        }
        double each = each(getWidth());
        first.resizeRelocate(0, 0, each, getHeight());
        second.resizeRelocate(each + GAP, 0, getWidth() - each - GAP, getHeight());
    }

    private static double each(double width) {
        return Math.max(0, Math.floor((width - GAP) / 2));
    }
}
