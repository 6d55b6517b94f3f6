package io.watchdeck.ui.kit;

import io.watchdeck.ui.kit.Painting.Ink;
import java.util.Comparator;
import java.util.List;
import javafx.scene.text.TextAlignment;

/// Paints the lanes above the plots of a chart: spans as bars, instants as flags with a line down through the plots. A
/// text is left out where it would stand on another.
record LanePainter(Pen pen, ChartLayout layout) {

    private static final double FLAG = 5;
    private static final double SPACE = 6;
    /// Above each plot, where no line is to go through what stands there.
    private static final double TITLE = 20;

    void paint() {
        List<ChartData.Lane> lanes = layout.data().lanes();
        for (int index = 0; index < lanes.size(); index++) {
            lane(lanes.get(index), layout.lanes().get(index));
        }
    }

    private void lane(ChartData.Lane lane, double top) {
        pen.to().setGlobalAlpha(0.45);
        pen.fill(Ink.GRID);
        pen.to().fillRect(ChartLayout.LEFT, top, layout.right() - ChartLayout.LEFT, ChartLayout.LANE);
        pen.to().setGlobalAlpha(1);
        pen.text(lane.name(), 2, top + ChartLayout.LANE / 2, TextAlignment.LEFT, Ink.MUTED);
        spans(lane.spans().stream().filter(span -> !outside(span))
                .sorted(Comparator.comparing(span -> span.range().from())).toList(), top);
        marks(lane.marks(), top);
    }

    /// @param spans in order of time
    private void spans(List<ChartData.Span> spans, double top) {
        double free = ChartLayout.LEFT;
        for (int index = 0; index < spans.size(); index++) {
            double next = index + 1 < spans.size() ? layout.left(spans.get(index + 1).range()) : layout.right();
            free = span(spans.get(index), top, free, next);
        }
    }

    /// @param free where the room before it begins
    /// @param next where the room after it ends
    /// @return where what it takes ends
    private double span(ChartData.Span span, double top, double free, double next) {
        double start = layout.left(span.range());
        double end = Math.max(start + 3, layout.right(span.range()));
        pen.fill(span.tone().ink());
        pen.to().fillRect(start, top, end - start, ChartLayout.LANE);
        double wide = Pen.width(span.text());
        double middle = top + ChartLayout.LANE / 2;
        if (start - SPACE - wide >= free) {
            pen.text(span.text(), start - SPACE, middle, TextAlignment.RIGHT, Ink.TEXT);
        } else if (end + SPACE + wide <= next) {
            pen.text(span.text(), end + SPACE, middle, TextAlignment.LEFT, Ink.TEXT);
            return end + SPACE + wide;
        } else if (end - start > wide + 2 * SPACE) {
            pen.fill(Ink.SURFACE);
            pen.to().fillRect(start + SPACE / 2, top + 1, wide + SPACE, ChartLayout.LANE - 2);
            pen.text(span.text(), start + SPACE, middle, TextAlignment.LEFT, Ink.TEXT);
        }
        return end;
    }

    private boolean outside(ChartData.Span span) {
        return !span.range().from().isBefore(layout.data().range().to())
                || span.range().to().isBefore(layout.data().range().from());
    }

    private void marks(List<ChartData.Mark> marks, double top) {
        double free = ChartLayout.LEFT;
        for (int index = 0; index < marks.size(); index++) {
            ChartData.Mark mark = marks.get(index);
            double x = Pen.crisp(layout.time().of(mark.at()));
            if (x < ChartLayout.LEFT || x > layout.right()) {
                continue;
            }
            flag(x, top);
            double next = index + 1 < marks.size() ? layout.time().of(marks.get(index + 1).at()) - FLAG
                    : layout.right();
            double wide = Pen.width(mark.text()) + 2 * SPACE;
            double middle = top + ChartLayout.LANE / 2;
            if (x + FLAG + wide <= Math.min(next, layout.right())) {
                pen.text(mark.text(), x + FLAG + SPACE, middle, TextAlignment.LEFT, Ink.NOTICE);
                free = x + FLAG + wide;
            } else if (x - FLAG - wide >= free) {
                pen.text(mark.text(), x - FLAG - SPACE, middle, TextAlignment.RIGHT, Ink.NOTICE);
                free = x + FLAG;
            } else {
                free = x + FLAG;
            }
        }
    }

    private void flag(double x, double laneTop) {
        double top = laneTop + 2;
        pen.fill(Ink.NOTICE);
        pen.to().fillPolygon(new double[] {x - FLAG, x + FLAG, x + FLAG, x, x - FLAG},
                new double[] {top, top, top + 7, top + 12, top + 7}, 5);
        if (!layout.frames().isEmpty()) {
            pen.to().setStroke(pen.inks().apply(Ink.NOTICE));
            pen.to().setLineWidth(1);
            pen.to().setLineDashes(3, 3);
            pen.to().strokeLine(x, top + 12, x, layout.frames().getFirst().top() - TITLE);
            layout.frames().forEach(frame -> pen.to().strokeLine(x, frame.top(), x, frame.bottom()));
            pen.to().setLineDashes();
        }
    }
}
