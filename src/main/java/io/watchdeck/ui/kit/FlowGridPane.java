package io.watchdeck.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Lays cards out in rows: as many as fit by their preferred widths, which share what is left; all of a row equally high.
public final class FlowGridPane extends Pane {

    private final double gap;

    public FlowGridPane(double gap) {
        this.gap = gap;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double height = 0;
        for (List<Node> row : rows(width <= 0 ? 800 : width)) {
            height += (height > 0 ? gap : 0) + tallest(row, widths(row, width <= 0 ? 800 : width));
        }
        return snapSizeY(height);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 800;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double y = 0;
        for (List<Node> row : rows(getWidth())) {
            double[] widths = widths(row, getWidth());
            double height = tallest(row, widths);
            double x = 0;
            for (int index = 0; index < row.size(); index++) {
                row.get(index).resizeRelocate(x, y, widths[index], height);
                x += widths[index] + gap;
            }
            y += height + gap;
        }
    }

    /// As few rows as fit, and about as many cards in each.
    private List<List<Node>> rows(double width) {
        List<Node> all = getManagedChildren();
        int rows = filled(all, width, all.size()).size();
        int even = rows == 0 ? 1 : Math.ceilDiv(all.size(), rows);
        return filled(all, width, even);
    }

    private List<List<Node>> filled(List<Node> all, double width, int most) {
        var rows = new ArrayList<List<Node>>();
        var row = new ArrayList<Node>();
        double used = 0;
        for (Node child : all) {
            double wanted = basis(child);
            if (!row.isEmpty() && (row.size() == most || used + gap + wanted > width + 0.5)) {
                rows.add(List.copyOf(row));
                row.clear();
                used = 0;
            }
            used += (row.isEmpty() ? 0 : gap) + wanted;
            row.add(child);
        }
        if (!row.isEmpty()) {
            rows.add(List.copyOf(row));
        }
        return rows;
    }

    private double[] widths(List<Node> row, double width) {
        double basis = row.stream().mapToDouble(FlowGridPane::basis).sum();
        double room = Math.max(0, width - gap * (row.size() - 1));
        double[] widths = new double[row.size()];
        double left = room;
        for (int index = 0; index < widths.length; index++) {
            widths[index] = index == widths.length - 1 ? left : Math.floor(room * basis(row.get(index)) / basis);
            left -= widths[index];
        }
        return widths;
    }

    private static double tallest(List<Node> row, double[] widths) {
        double tallest = 0;
        for (int index = 0; index < widths.length; index++) {
            tallest = Math.max(tallest, row.get(index).prefHeight(widths[index]));
        }
        return Math.ceil(tallest);
    }

    private static double basis(Node node) {
        return node instanceof Region region && region.getPrefWidth() > 0 ? region.getPrefWidth() : 300;
    }
}
