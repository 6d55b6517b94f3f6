package io.watchdeck.ui.kit;

import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.kit.Painting.Ink;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.text.TextAlignment;

/// Hatches the times of which nothing is known, and says why where there is room.
record GapPainter(Pen pen, Words words, ChartLayout layout) {

    private static final double STEP = 7;
    private static final double PAD = 8;
    private static final int LABELS = 3;
    private static final double STRIP = 4;

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
    /// @param level what is written on a plot and stays readable
    void labels(Function<ChartFrame, Optional<LevelText>> level) {
        Set<TimeRange> said = new HashSet<>();
        for (ChartFrame frame : layout.frames()) {
            var placed = new ArrayList<double[]>();
            frame.gaps().stream()
                    .filter(gap -> layout.right(gap.range()) - layout.left(gap.range()) > 2)
                    .sorted(Comparator.comparing((ChartData.Gap gap) -> gap.range().length()).reversed())
                    .limit(LABELS).filter(gap -> said.add(gap.range()))
                    .forEach(gap -> label(frame, gap, placed, level.apply(frame)));
        }
    }

    private void label(ChartFrame frame, ChartData.Gap gap, List<double[]> placed, Optional<LevelText> level) {
        String much = words.say("ui.chart.gap", gap.range().length());
        boolean two = !gap.reason().isEmpty() && frame.tall() > 60;
        double wide = Math.max(Pen.width(much), two ? Pen.width(gap.reason()) : 0) + 2 * PAD;
        double tall = two ? 36 : 20;
        if (frame.tall() < tall + 12 || wide > layout.columns()) {
            return;
        }
        double middle = (layout.left(gap.range()) + layout.right(gap.range())) / 2;
        double left = Math.clamp(middle - wide / 2, ChartLayout.LEFT + 2, layout.right() - wide);
        if (placed.stream().anyMatch(other -> left < other[1] + 4 && left + wide > other[0] - 4)) {
            return;
        }
        placed.add(new double[] {left, left + wide});
        double wanted = frame.top() + (frame.tall() - tall) * 0.3;
        double top =
                level.map(text -> text.clear(left, wanted, wide, tall, frame.top(), frame.bottom())).orElse(wanted);
        pen.box(left, top, wide, tall);
        pen.text(much, left + wide / 2, top + (two ? 11 : 10), TextAlignment.CENTER, Ink.TEXT);
        if (two) {
            pen.text(gap.reason(), left + wide / 2, top + 25, TextAlignment.CENTER, Ink.MUTED);
        }
    }
}
