package io.watchdeck.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.geometry.Rectangle2D;

/// What is written on a plot, and what it is written beside: neither what is measured nor another text lies below a text.
///
/// @param level what the limit or the top is called
/// @param lines where limit and top are
/// @param marks where the lines of marks are
/// @param boxes what has been put so far
record PlotTexts(Traces traces, Optional<LevelText> level, List<Double> lines, List<Double> marks,
        List<Rectangle2D> boxes) {

    private static final double AIR = 4;
    private static final double EDGE = 2;
    private static final double WANTED = 0.3;

    static PlotTexts of(ChartFrame frame, ChartLayout layout) {
        var traces = Traces.of(frame, layout.data().range());
        List<Double> lines = List.of(frame.plot().limit(), frame.plot().top()).stream().flatMap(Optional::stream)
                .map(one -> frame.value().of(one.at())).toList();
        List<Double> marks = layout.data().lanes().stream().flatMap(lane -> lane.marks().stream())
                .map(mark -> layout.time().of(mark.at())).toList();
        return new PlotTexts(traces, LevelText.of(frame, layout, traces), lines, marks, new ArrayList<>());
    }

    void put(Rectangle2D box) {
        boxes.add(box);
    }

    /// Where a box stands that tells of a gap: on the gap, or with one of its ends there. It goes rather over the line of a
    /// limit or of a mark, which both go on beside it, than far from where it is wanted; never over a line of what is
    /// measured, nor over another text.
    Optional<Rectangle2D> clear(ChartFrame frame, double start, double end, double wide, double tall) {
        double first = frame.time().start() + EDGE;
        double last = frame.time().end() - wide;
        double highest = frame.top() + EDGE;
        double lowest = frame.bottom() - tall - EDGE;
        if (last < first || lowest < highest) {
            return Optional.empty();
        }
        double wanted = Math.min(lowest, frame.top() + (frame.tall() - tall) * WANTED);
        for (boolean strict : new boolean[] {true, false}) {
            for (double left : new double[] {(start + end - wide) / 2, end - AIR - wide, start + AIR}) {
                double x = Math.clamp(left, first, last);
                DoubleFunction<Rectangle2D> at = top -> new Rectangle2D(x, top, wide, tall);
                Optional<Rectangle2D> place =
                        Traces.nearest(wanted, highest, lowest, top -> isFree(at.apply(top), strict))
                                .map(at::apply);
                if (place.isPresent()) {
                    return place;
                }
            }
        }
        return Optional.empty();
    }

    private boolean isFree(Rectangle2D box, boolean strict) {
        boolean crossed = lines.stream().anyMatch(y -> y > box.getMinY() - 1 && y < box.getMaxY() + 1)
                || marks.stream().anyMatch(x -> x > box.getMinX() - EDGE && x < box.getMaxX() + EDGE);
        var around = new Rectangle2D(box.getMinX() - AIR, box.getMinY(), box.getWidth() + 2 * AIR, box.getHeight());
        return !(strict && crossed)
                && level.filter(text -> text.isCoveredBy(box.getMinX(), box.getMinY(), box.getWidth(),
                        box.getHeight())).isEmpty()
                && boxes.stream().noneMatch(around::intersects)
                && !traces.cross(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
    }
}
