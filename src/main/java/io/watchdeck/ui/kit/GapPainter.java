package io.watchdeck.ui.kit;

import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.kit.Painting.Ink;
import io.watchdeck.words.Words;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.TextAlignment;

/// Hatches the times of which nothing is known, and says why where there is room.
record GapPainter(Pen pen, Words words, ChartLayout layout) {

    private static final double STEP = 7;
    private static final double PAD = 8;
    private static final int LABELS = 3;
    private static final double STRIP = 4;
    private static final double TWO_LINES = 36;
    private static final double ONE_LINE = 20;

    void hatch(ChartFrame frame) {
        frame.gaps().forEach(gap -> hatch(frame, gap.range()));
    }

    /// Where some lines have something, those that have nothing get a hatched strip in their colour at the foot of the plot.
    void strips(ChartFrame frame) {
        Set<ChartData.Gap> common = Set.copyOf(frame.gaps());
        double top = frame.bottom() - STRIP - 2;
        for (ChartData.Line line : frame.plot().lines()) {
            List<ChartData.Gap> own = line.gaps().stream().filter(gap -> !common.contains(gap)).toList();
            for (ChartData.Gap gap : own) {
                strip(line, layout.left(gap.range()), layout.right(gap.range()), top);
            }
            top -= own.isEmpty() ? 0 : STRIP + 2;
        }
    }

    private void strip(ChartData.Line line, double start, double end, double top) {
        pen.to().save();
        Pen.clip(pen.to(), start, top, end - start, STRIP);
        pen.fill(Ink.SURFACE);
        pen.to().fillRect(start, top, end - start, STRIP);
        pen.to().setStroke(pen.inks().apply(ChartFrame.ink(line)));
        pen.to().setLineWidth(1.2);
        for (double x = Math.floor(start / STRIP) * STRIP - STRIP; x < end; x += STRIP) {
            pen.to().strokeLine(x, top + STRIP, x + STRIP, top);
        }
        pen.to().restore();
    }

    private void hatch(ChartFrame frame, TimeRange gap) {
        double start = layout.left(gap);
        double end = layout.right(gap);
        if (!gap.from().isBefore(layout.data().range().to()) || !gap.to().isAfter(layout.data().range().from())) {
            return;
        }
        hatch(pen, start, end, frame.top(), frame.bottom());
    }

    /// Hatches a box; of one that is hardly a line, the line.
    static void hatch(Pen pen, double start, double end, double top, double bottom) {
        if (end - start < STEP / 2) {
            pen.fill(Ink.HATCH);
            pen.to().fillRect(start, top, Math.max(1, end - start), bottom - top);
            return;
        }
        pen.hatch(start, end, top, bottom, STEP);
    }

    /// The longest gaps of each plot, unless the plot above has said it already.
    ///
    /// @param texts what is written on a plot and stays readable
    void labels(Function<ChartFrame, PlotTexts> texts) {
        Set<TimeRange> said = new HashSet<>();
        for (ChartFrame frame : layout.frames()) {
            PlotTexts beside = texts.apply(frame);
            frame.gaps().stream()
                    .filter(gap -> layout.right(gap.range()) - layout.left(gap.range()) > 2)
                    .sorted(Comparator.comparing((ChartData.Gap gap) -> gap.range().length()).reversed())
                    .limit(LABELS).filter(gap -> !said.contains(gap.range()))
                    .forEach(gap -> label(frame, gap, beside).ifPresent(box -> {
                        said.add(gap.range());
                        beside.put(box);
                    }));
        }
    }

    /// With its reason or, where that has no room, without it. One that would lie on what is measured is left out: the
    /// crosshair tells it.
    private Optional<Rectangle2D> label(ChartFrame frame, ChartData.Gap gap, PlotTexts beside) {
        String much = words.say("ui.chart.gap", gap.range().length());
        double narrow = Pen.width(much) + 2 * PAD;
        double wide = Math.max(narrow, Pen.width(gap.reason()) + 2 * PAD);
        double start = layout.left(gap.range());
        double end = layout.right(gap.range());
        Optional<Rectangle2D> both = gap.reason().isEmpty() ? Optional.empty()
                : beside.clear(frame, start, end, wide, TWO_LINES);
        Optional<Rectangle2D> box = both.or(() -> beside.clear(frame, start, end, narrow, ONE_LINE));
        box.ifPresent(place -> {
            double middle = (place.getMinX() + place.getMaxX()) / 2;
            pen.box(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
            pen.text(much, middle, place.getMinY() + (both.isPresent() ? 11 : 10), TextAlignment.CENTER, Ink.TEXT);
            if (both.isPresent()) {
                pen.text(gap.reason(), middle, place.getMinY() + 25, TextAlignment.CENTER, Ink.MUTED);
            }
        });
        return box;
    }
}
