package io.watchdeck.ui.queues;

import io.watchdeck.ui.kit.Painting;
import io.watchdeck.ui.queues.RedriveFacts.Bar;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;

/// How far a redrive is: filled what stayed away, hatched what came back, the track what is not moved yet.
final class MoveBarPane extends Painting {

    private static final double HEIGHT = 14;
    private static final double STEP = 5;

    private Optional<Bar> bar = Optional.empty();

    MoveBarPane() {
        super("move-bar");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    void show(Bar newest) {
        bar = Optional.of(newest);
        setAccessibleText(newest.sentence());
        repaint();
    }

    @Override
    protected void paint(GraphicsContext to, double width, double height) {
        to.setFill(ink(Ink.TRACK));
        to.fillRoundRect(0, 0, width, height, 4, 4);
        bar.ifPresent(one -> {
            double accepted = Math.rint(width * Math.min(1, one.acceptedShare()));
            double back = Math.rint(width * Math.min(1 - one.acceptedShare(), one.backShare()));
            to.setFill(ink(Ink.FINE));
            to.fillRoundRect(0, 0, accepted, height, 4, 4);
            if (back > 0) {
                hatch(to, accepted, back, height);
            }
        });
    }

    private void hatch(GraphicsContext to, double start, double wide, double height) {
        to.save();
        to.beginPath();
        to.rect(start, 0, wide, height);
        to.clip();
        to.setFill(ink(Ink.SURFACE));
        to.fillRect(start, 0, wide, height);
        to.setStroke(ink(Ink.CRITICAL));
        to.setLineWidth(2);
        for (double x = start - height; x < start + wide; x += STEP) {
            to.strokeLine(x, height, x + height, 0);
        }
        to.restore();
    }
}
