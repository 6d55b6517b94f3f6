package io.watchdeck.ui.operations;

import io.watchdeck.operations.preflight.Headroom;
import io.watchdeck.stack.ServiceSpec.Range;
import io.watchdeck.ui.kit.Painting;
import io.watchdeck.ui.kit.TextWidth;
import io.watchdeck.words.Words;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Above, on or below a slider of tasks: the range of autoscaling, the count that there is now, or what the database
/// takes of each count.
final class TaskScaleChart extends Painting {

    /// From the end of the slider to the middle of its thumb there.
    private static final double INSET = 8;
    private static final double BAND = 3;
    private static final double TEXT = 11;
    private static final double ABOVE = 22;
    private static final double BELOW = 40;
    private static final double ROOM = 26;
    private static final double RING = 5;
    private static final double BESIDE = 8;
    /// Where the track of the slider begins and ends.
    private static final double EDGE = 6;

    /// What it shows.
    private enum Side {
        RANGE, PRESENT, DATABASE
    }

    private final Side side;
    private final Words words;
    private final Font font = Font.font("Inter", TEXT);
    private int most = 1;
    private int wanted;
    private Optional<Range> range = Optional.empty();
    private Optional<Headroom> headroom = Optional.empty();

    private TaskScaleChart(Side side, Words words) {
        super("task-scale");
        this.side = side;
        this.words = words;
        double height = switch (side) {
            case RANGE -> ABOVE;
            case PRESENT -> 2 * RING;
            case DATABASE -> BELOW;
        };
        setMouseTransparent(side == Side.PRESENT);
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    static TaskScaleChart ofRange(Words words) {
        return new TaskScaleChart(Side.RANGE, words);
    }

    /// A ring on the slider's track at the count that there is now, which is shown as the wanted one.
    static TaskScaleChart ofPresent(Words words) {
        return new TaskScaleChart(Side.PRESENT, words);
    }

    static TaskScaleChart ofDatabase(Words words) {
        return new TaskScaleChart(Side.DATABASE, words);
    }

    /// @param last tasks at the right end
    void show(int last, int desired, Optional<Range> scaling, Optional<Headroom> room) {
        most = Math.max(1, last);
        wanted = desired;
        range = scaling;
        headroom = room;
        setAccessibleText(switch (side) {
            case RANGE -> rangeText();
            case PRESENT -> words.say("ui.operation.scale.present", desired);
            case DATABASE -> databaseText();
        });
        repaint();
    }

    private String rangeText() {
        return range.map(ends -> words.say("ui.operation.scale.range", ends.min(), ends.max())).orElse("");
    }

    private String databaseText() {
        return headroom.map(room -> words.say("ui.operation.scale.fits", Math.max(0, fits(room)))).orElse("");
    }

    /// The last count that fits with room to spare.
    private int fits(Headroom room) {
        int tasks = -1;
        while (tasks < most && room.zone(tasks + 1) == Headroom.Zone.FITS) {
            tasks++;
        }
        return tasks;
    }

    @Override
    protected void paint(GraphicsContext to, double width, double height) {
        to.setFont(font);
        switch (side) {
            case RANGE -> range.ifPresent(ends -> bracket(to, ends, width, height));
            case PRESENT -> ring(to, width, height);
            case DATABASE -> {
                headroom.ifPresent(room -> band(to, room, width));
                numbers(to, width);
                headroom.ifPresent(room -> words(to, room, width));
            }
        }
    }

    private void ring(GraphicsContext to, double width, double height) {
        to.setFill(ink(Ink.SURFACE));
        to.setStroke(ink(Ink.TEXT));
        to.setLineWidth(2);
        to.fillOval(x(wanted, width) - RING + 1, height / 2 - RING + 1, 2 * RING - 2, 2 * RING - 2);
        to.strokeOval(x(wanted, width) - RING + 1, height / 2 - RING + 1, 2 * RING - 2, 2 * RING - 2);
    }

    private double x(double tasks, double width) {
        return INSET + (width - 2 * INSET) * Math.clamp(tasks / most, 0, 1);
    }

    private void bracket(GraphicsContext to, Range ends, double width, double height) {
        double from = Math.floor(x(ends.min(), width)) + 0.5;
        double until = Math.floor(x(ends.max(), width)) + 0.5;
        double top = 7.5;
        to.setStroke(ink(Ink.MUTED));
        to.setLineWidth(1);
        to.strokeLine(from, top, from, height - 4);
        to.strokeLine(from, top, until, top);
        if (ends.max() <= most) {
            to.strokeLine(until, top, until, height - 4);
        }
        String text = rangeText();
        double wide = TextWidth.of(text, false, TEXT) + 16;
        double middle = (from + until) / 2;
        to.setFill(ink(Ink.SURFACE));
        to.fillRect(middle - wide / 2, 0, wide, 15);
        to.setFill(ink(Ink.MUTED));
        to.setTextAlign(TextAlignment.CENTER);
        to.setTextBaseline(VPos.TOP);
        to.fillText(text, middle, 0.5);
    }

    private void band(GraphicsContext to, Headroom room, double width) {
        for (int tasks = 0; tasks <= most; tasks++) {
            to.setFill(ink(switch (room.zone(tasks)) {
                case FITS -> Ink.FINE;
                case TIGHT -> Ink.WARNING;
                case FULL -> Ink.CRITICAL;
            }));
            double from = x(tasks - 0.5, width);
            double until = x(tasks + 0.5, width);
            to.fillRect(from, 0, until - from, BAND);
        }
    }

    private void numbers(GraphicsContext to, double width) {
        to.setTextAlign(TextAlignment.CENTER);
        to.setTextBaseline(VPos.TOP);
        int step = step(width);
        for (int tasks = 0; tasks <= most; tasks += step) {
            boolean chosen = tasks == wanted;
            if (!chosen && Math.abs(x(tasks, width) - x(wanted, width)) < ROOM / 2) {
                continue;
            }
            to.setFill(ink(chosen ? Ink.TEXT : Ink.MUTED));
            to.fillText(Integer.toString(tasks), x(tasks, width), BAND + 4);
        }
        if (wanted % step != 0 && wanted <= most) {
            to.setFill(ink(Ink.TEXT));
            to.fillText(Integer.toString(wanted), x(wanted, width), BAND + 4);
        }
    }

    /// Names the wanted count where only little is left beside it, if its word has room between the other two.
    private void tight(GraphicsContext to, Headroom room, double width) {
        if (room.zone(wanted) != Headroom.Zone.TIGHT) {
            return;
        }
        String said = words.say("ui.operation.scale.tight", wanted);
        String left = words.say("ui.operation.scale.fits", Math.max(0, fits(room)));
        String right = room.most() < most ? words.say("ui.operation.scale.full", Math.max(0, room.most() + 1)) : "";
        double half = TextWidth.of(said, false, TEXT) / 2;
        double from = EDGE + TextWidth.of(left, false, TEXT) + half + BESIDE;
        double until = width - EDGE - TextWidth.of(right, false, TEXT) - half - BESIDE;
        if (from <= until) {
            to.setTextAlign(TextAlignment.CENTER);
            to.setFill(ink(Ink.WARNING));
            to.fillText(said, Math.clamp(x(wanted, width), from, until), BAND + 21);
        }
    }

    /// So that numbers do not touch.
    private int step(double width) {
        int step = 1;
        while (most / step * ROOM > width) {
            step *= step % 2 == 0 && step % 10 != 0 ? 5 : 2;
        }
        return step;
    }

    private void words(GraphicsContext to, Headroom room, double width) {
        int fits = fits(room);
        to.setTextBaseline(VPos.TOP);
        if (fits >= 0) {
            to.setTextAlign(TextAlignment.LEFT);
            to.setFill(ink(Ink.FINE));
            to.fillText(words.say("ui.operation.scale.fits", fits), EDGE, BAND + 21);
        }
        tight(to, room, width);
        if (room.most() < most) {
            to.setTextAlign(TextAlignment.RIGHT);
            to.setFill(ink(Ink.CRITICAL));
            to.fillText(words.say("ui.operation.scale.full", Math.max(0, room.most() + 1)), width - EDGE, BAND + 21);
        }
    }
}
