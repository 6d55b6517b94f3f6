package io.watchdeck.ui.kit;

import java.util.OptionalDouble;
import javafx.scene.canvas.GraphicsContext;

/// A bar on a track: solid to now, lighter to the forecast, a tick at the plan or limit. Fractions of the track.
public final class Meter extends Painting {

    private static final double TICK = 2;

    private final double thickness;
    private double value;
    private double extension;
    private OptionalDouble tick = OptionalDouble.empty();
    private Tone tone = Tone.PLAIN;
    private Ink tickInk = Ink.CRITICAL;

    public Meter(double thickness) {
        super("meter");
        this.thickness = thickness;
        setMinHeight(thickness + 6);
        setPrefHeight(thickness + 6);
        setMaxHeight(thickness + 6);
    }

    /// @param sentence what a screen reader says instead of the bar
    public void show(double newValue, double newExtension, OptionalDouble newTick, Tone newTone, String sentence) {
        value = clamped(newValue);
        extension = clamped(newExtension);
        tick = newTick.isPresent() ? OptionalDouble.of(clamped(newTick.getAsDouble())) : newTick;
        tone = newTone;
        setAccessibleText(sentence);
        repaint();
    }

    /// A tick that marks a plan is not the colour of an alarm.
    public void tickIsPlan() {
        tickInk = Ink.TEXT;
    }

    @Override
    protected void paint(GraphicsContext to, double width, double height) {
        double top = (height - thickness) / 2;
        bar(to, Ink.TRACK, width, top);
        if (extension > value) {
            bar(to, Ink.EXT, width * extension, top);
        }
        if (value > 0) {
            bar(to, tone.ink(), Math.max(thickness / 2, width * value), top);
        }
        if (tick.isPresent()) {
            double x = Math.min(width - TICK, Math.max(0, width * tick.getAsDouble() - TICK / 2));
            to.setFill(ink(Ink.SURFACE));
            to.fillRect(x - 1, top - 3, TICK + 2, thickness + 6);
            to.setFill(ink(tickInk));
            to.fillRect(x, top - 3, TICK, thickness + 6);
        }
    }

    private void bar(GraphicsContext to, Ink ink, double length, double top) {
        to.setFill(ink(ink));
        to.fillRoundRect(0, top, length, thickness, thickness, thickness);
    }

    private static double clamped(double fraction) {
        return Double.isFinite(fraction) ? Math.max(0, Math.min(1, fraction)) : 0;
    }
}
