package io.watchdeck.ui.kit;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Cards beside each other, equally wide, and all as high as the highest.
public class EqualRowPane extends Pane {

    private static final double GAP = 12;

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double cardWidth(double width) {
        int count = Math.max(1, getChildren().size());
        return Math.floor((width - (count - 1) * GAP) / count);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        double each = cardWidth(width < 0 ? getWidth() : width);
        return getChildren().stream().mapToDouble(card -> card.prefHeight(each)).max().orElse(0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double each = cardWidth(getWidth());
        List<Node> cards = getChildren();
        for (int index = 0; index < cards.size(); index++) {
            cards.get(index).resizeRelocate(index * (each + GAP), 0, each, getHeight());
        }
    }
}
