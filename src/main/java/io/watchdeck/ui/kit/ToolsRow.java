package io.watchdeck.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Tools in a row; where they do not fit, as in a small window with large text, in several: none is cut, and none stands
/// beside the window. What stands behind a spacer then has a row of its own, at the end of it.
public class ToolsRow extends HBox {

    private static final double BETWEEN = 6;

    /// @param wide how much there is in its row
    private record Tool(Node node, double wide) {}

    public ToolsRow(Node... tools) {
        super(tools);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (width < 0 || fits(width)) {
            return super.computePrefHeight(width);
        }
        Insets insets = getInsets();
        double all = insets.getTop() + insets.getBottom() - BETWEEN;
        for (List<Tool> row : rows(room(width))) {
            all += BETWEEN + tallest(row);
        }
        return all;
    }

    private double room(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    private boolean fits(double width) {
        List<Node> tools = getManagedChildren();
        double least = tools.stream().mapToDouble(ToolsRow::least).sum() + getSpacing() * (tools.size() - 1);
        return least <= room(width) + 0.5;
    }

    private static double least(Node tool) {
        return Math.ceil(tool.minWidth(-1));
    }

    private static double tallest(List<Tool> row) {
        return row.stream().mapToDouble(tool -> tool.node().prefHeight(-1)).max().orElse(0);
    }

    private static boolean isSpacer(Node node) {
        return HBox.getHgrow(node) == Priority.ALWAYS && least(node) == 0 && node.getStyleClass().isEmpty();
    }

    /// Each as full as it can be.
    private List<List<Tool>> rows(double room) {
        var rows = new ArrayList<List<Tool>>();
        var row = new ArrayList<Tool>();
        double used = 0;
        for (Node node : getManagedChildren()) {
            boolean spacer = isSpacer(node);
            double wide = Math.min(room, least(node));
            if (!row.isEmpty() && (spacer || used + getSpacing() + wide > room + 0.5)) {
                rows.add(List.copyOf(row));
                row.clear();
                used = 0;
            }
            if (!spacer) {
                used += (row.isEmpty() ? 0 : getSpacing()) + wide;
                row.add(new Tool(node, wide));
            }
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows.stream().map(one -> widened(one, room)).toList();
    }

    /// As wide as they would like to be, the first ones first.
    private List<Tool> widened(List<Tool> row, double room) {
        double left = room - row.stream().mapToDouble(Tool::wide).sum() - getSpacing() * (row.size() - 1);
        var wide = new ArrayList<Tool>();
        for (Tool tool : row) {
            double more = Math.clamp(Math.ceil(tool.node().prefWidth(-1)) - tool.wide(), 0, Math.max(0, left));
            left -= more;
            wide.add(new Tool(tool.node(), tool.wide() + more));
        }
        return wide;
    }

    @Override
    protected void layoutChildren() {
        if (fits(getWidth())) {
            super.layoutChildren();
            return;
        }
        Insets insets = getInsets();
        List<List<Tool>> rows = rows(room(getWidth()));
        Node last = getManagedChildren().getLast();
        boolean ended = getManagedChildren().stream().anyMatch(ToolsRow::isSpacer);
        // In the middle of what is higher, as the tools of one row that fits are.
        double tall = rows.stream().mapToDouble(ToolsRow::tallest).sum() + BETWEEN * (rows.size() - 1);
        double top = insets.getTop() + Math.max(0, (getHeight() - insets.getTop() - insets.getBottom() - tall) / 2);
        for (List<Tool> row : rows) {
            double high = tallest(row);
            double used = row.stream().mapToDouble(Tool::wide).sum() + getSpacing() * (row.size() - 1);
            double left = ended && row.getLast().node() == last ? getWidth() - snappedRightInset() - used
                    : snappedLeftInset();
            for (Tool tool : row) {
                layoutInArea(tool.node(), left, top, tool.wide(), high, 0, Insets.EMPTY, false, false, HPos.LEFT,
                        VPos.CENTER);
                left += tool.wide() + getSpacing();
            }
            top += high + BETWEEN;
        }
        getManagedChildren().stream().filter(ToolsRow::isSpacer).forEach(spacer -> spacer.resize(0, 0));
    }
}
