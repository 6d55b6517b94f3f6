package io.watchdeck.ui.cost;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Two cards beside each other, or below each other where the window is narrow or both together have too little room.
final class CardsPane extends Pane {

    private static final double GAP = 12;

    private final Region first;
    private final Region second;
    private final double share;
    private final double least;
    private boolean narrow;
    private double limit = Double.MAX_VALUE;

    /// @param share of the width that the first has
    /// @param least width in which both have room beside each other
    CardsPane(Region first, Region second, double share, double least) {
        this.first = first;
        this.second = second;
        this.share = share;
        this.least = least;
        getChildren().addAll(first, second);
    }

    void stack(boolean below) {
        narrow = below;
        requestLayout();
    }

    /// @param height that is preferred at most while both are beside each other
    void limit(double height) {
        limit = height;
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private boolean isStacked(double width) {
        return narrow || width < least;
    }

    private double firstWidth(double width) {
        return isStacked(width) ? width : Math.floor((width - GAP) * share);
    }

    private double secondWidth(double width) {
        return isStacked(width) ? width : width - GAP - firstWidth(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        double room = width < 0 ? getWidth() : width;
        return isStacked(room) ? computePrefHeight(room)
                : Math.max(Math.min(limit, computePrefHeight(room)),
                        Math.max(first.minHeight(firstWidth(room)), second.minHeight(secondWidth(room))));
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? getWidth() : width;
        double one = first.prefHeight(firstWidth(room));
        double two = second.prefHeight(secondWidth(room));
        return isStacked(room) ? one + GAP + two : Math.min(limit, Math.max(one, two));
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (isStacked(width)) {
            double one = first.prefHeight(width);
            first.resizeRelocate(0, 0, width, one);
            second.resizeRelocate(0, one + GAP, width, Math.max(0, getHeight() - one - GAP));
        } else {
            first.resizeRelocate(0, 0, firstWidth(width), getHeight());
            second.resizeRelocate(firstWidth(width) + GAP, 0, secondWidth(width), getHeight());
        }
    }
}
