package io.watchdeck.ui.kit;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/// One square a task: full on demand, half Spot, hollow where the capacity is not known, dashed red where one is missing.
/// Squares shrink to fit; where even small ones do not fit, the last place tells by three dots that there are more.
public final class TaskBlocks extends Painting {

    private static final double LARGE = 8;
    private static final double SMALL = 5;

    private List<TaskBlock> blocks = List.of();
    private double room = 112;

    public TaskBlocks() {
        super("task-blocks");
        setMinHeight(12);
        setPrefHeight(12);
        setMaxHeight(12);
    }

    /// @param available width that the squares may take
    public void show(List<TaskBlock> shown, double available, String sentence) {
        blocks = List.copyOf(shown);
        room = available;
        setAccessibleText(sentence);
        double width = blocks.isEmpty() ? 0 : Math.min(room, blocks.size() * pitch() - gap());
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
        repaint();
    }

    private double side() {
        return blocks.size() * (LARGE + 2) - 2 <= Math.min(room, 60) ? LARGE : SMALL;
    }

    private double gap() {
        return side() == LARGE ? 2 : 1;
    }

    private double pitch() {
        return side() + gap();
    }

    @Override
    protected void paint(GraphicsContext to, double width, double height) {
        double side = side();
        double top = Math.round((height - side) / 2);
        int fitting = (int) Math.floor((width + gap()) / pitch() + 0.01);
        int count = Math.min(blocks.size(), fitting);
        boolean more = blocks.size() > fitting;
        for (int index = 0; index < count; index++) {
            double left = index * pitch();
            if (more && index == count - 1) {
                dots(to, left, top + side - 1, side);
            } else {
                square(to, blocks.get(more ? blocks.size() - count + 1 + index : index), left, top, side);
            }
        }
    }

    private void dots(GraphicsContext to, double left, double top, double side) {
        to.setFill(ink(Ink.MUTED));
        for (int dot = 0; dot < 3; dot++) {
            to.fillRect(left + dot * side / 3, top, 1, 1);
        }
    }

    private void square(GraphicsContext to, TaskBlock block, double left, double top, double side) {
        double arc = side == LARGE ? 3 : 1;
        switch (block) {
            case ON_DEMAND -> {
                to.setFill(ink(Ink.LINE));
                to.fillRoundRect(left, top, side, side, arc, arc);
            }
            case SPOT -> {
                to.setFill(ink(Ink.LINE));
                to.fillPolygon(new double[] {left, left + side, left}, new double[] {top, top, top + side}, 3);
                outline(to, Ink.LINE, left, top, side, arc);
            }
            case RUNNING -> outline(to, Ink.LINE, left, top, side, arc);
            case PENDING -> {
                to.setLineDashes(2, 1.5);
                outline(to, Ink.LINE, left, top, side, arc);
                to.setLineDashes();
            }
            case MISSING -> {
                to.setLineDashes(2, 1.5);
                outline(to, Ink.CRITICAL, left, top, side, 0);
                to.setLineDashes();
            }
        }
    }

    private void outline(GraphicsContext to, Ink ink, double left, double top, double side, double arc) {
        to.setStroke(ink(ink));
        to.setLineWidth(1);
        to.strokeRoundRect(left + 0.5, top + 0.5, side - 1, side - 1, arc, arc);
    }
}
