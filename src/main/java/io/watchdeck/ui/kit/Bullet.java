package io.watchdeck.ui.kit;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/// A bar without a track: solid for what is, lighter to what it will be, a tick for each end of what was planned.
public final class Bullet extends Painting {

    private static final double THICK = 8;
    private static final double TALL = 14;
    private static final double TICK = 2;

    private double value;
    private double extension;
    private List<Double> ticks = List.of();

    public Bullet() {
        super("bullet");
        setMinSize(0, TALL + 2);
        setPrefHeight(TALL + 2);
        setMaxHeight(TALL + 2);
    }

    /// Fractions of the width; what is beyond ends there.
    ///
    /// @param sentence what a screen reader says instead of the bar
    public void show(double newValue, double newExtension, List<Double> newTicks, String sentence) {
        value = newValue;
        extension = newExtension;
        ticks = List.copyOf(newTicks);
        setAccessibleText(sentence);
        repaint();
    }

    @Override
    protected void paint(GraphicsContext to, double width, double height) {
        double top = Math.floor((height - THICK) / 2);
        to.setFill(ink(Ink.EXT));
        to.fillRect(0, top, width * clamped(extension), THICK);
        to.setFill(ink(Ink.SERIES_1));
        to.fillRect(0, top, width * clamped(value), THICK);
        for (double tick : ticks) {
            double x = Math.clamp(Math.rint(width * tick - TICK / 2), 0, width - TICK);
            to.setFill(ink(Ink.SURFACE));
            to.fillRect(x - 1, top - (TALL - THICK) / 2, TICK + 2, TALL);
            to.setFill(ink(Ink.TEXT));
            to.fillRect(x, top - (TALL - THICK) / 2, TICK, TALL);
        }
    }

    private static double clamped(double fraction) {
        return Double.isFinite(fraction) ? Math.clamp(fraction, 0, 1) : 0;
    }
}
