package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Decimation;
import io.watchdeck.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import javafx.geometry.Rectangle2D;

/// What is written on a figure's lane, each beside the others and beside what is measured, as long as there is such a place.
///
/// @param reason  why the longest gap is one, where there is room
/// @param limit   what the limit is called, where its lane is high enough to hold that
/// @param highest the highest value of the time: a lane has no room for an axis
record LaneTexts(Optional<Said> reason, Optional<Said> limit, Optional<Said> highest) {

    private static final double LIMIT_TALL = 14;
    private static final double HIGHEST_TALL = 13;
    private static final double REASON_TALL = 18;
    private static final double EDGE = 2;
    private static final double LOW = 26;
    private static final double NEAR = 120;

    record Said(String text, Rectangle2D box) {

        private boolean isOn(Rectangle2D other) {
            return box.intersects(other);
        }
    }

    static LaneTexts of(ChartFrame frame, LaneLayout layout, Words words) {
        var traces = Traces.of(frame, layout.data().range());
        Optional<Said> reason = reason(frame, layout, words);
        Optional<Said> limit = frame.plot().limit().filter(_ -> frame.tall() >= LIMIT_TALL)
                .map(level -> limit(frame, layout, level, traces, reason));
        return new LaneTexts(reason, limit, highest(frame, layout, words, traces, limit));
    }

    private static Optional<Said> reason(ChartFrame frame, LaneLayout layout, Words words) {
        return frame.gaps().stream().filter(gap -> layout.isIn(gap.range()))
                .max(Comparator.comparing(gap -> gap.range().length())).flatMap(gap -> {
                    double left = layout.left(gap.range());
                    double room = layout.right(gap.range()) - left - 8;
                    String much = words.say("ui.chart.gap", gap.range().length());
                    String said = gap.reason().isEmpty() ? much : words.say("ui.lanes.gap", gap.reason(), much);
                    String fitted = Pen.width(said) <= room ? said : much;
                    double wide = Pen.width(fitted) + 12;
                    return room < Pen.width(much) ? Optional.empty()
                            : Optional.of(new Said(fitted, new Rectangle2D(left + 4 + (room - wide) / 2,
                                    (frame.top() + frame.bottom() - REASON_TALL) / 2, wide, REASON_TALL)));
                });
    }

    /// Above its line or below it, as far left as can be.
    private static Said limit(ChartFrame frame, LaneLayout layout, ChartData.Level level, Traces traces,
            Optional<Said> reason) {
        double y = Pen.crisp(frame.value().of(level.at()));
        double wide = Pen.width(level.text()) + 8;
        double above = y - 8 - LIMIT_TALL / 2;
        double below = y + 9 - LIMIT_TALL / 2;
        double first = layout.left() + EDGE;
        Predicate<Rectangle2D> free = box -> reason.filter(one -> one.isOn(box)).isEmpty() && !cross(traces, box);
        List<Double> tops = above + LIMIT_TALL / 2 < frame.top() - EDGE ? List.of(below)
                : below + LIMIT_TALL > frame.bottom() ? List.of(above) : List.of(above, below);
        return new Said(level.text(), tops.stream()
                .flatMap(top -> Traces.nearest(first, first, layout.right() - wide, left -> free.test(
                        new Rectangle2D(left, top, wide, LIMIT_TALL)))
                        .map(left -> new Rectangle2D(left, top, wide, LIMIT_TALL)).stream())
                .findFirst().orElseGet(() -> new Rectangle2D(first, tops.getFirst(), wide, LIMIT_TALL)));
    }

    /// At the end of its lane, near that, or below a line that goes along the top; rather on the limit's line than far away.
    private static Optional<Said> highest(ChartFrame frame, LaneLayout layout, Words words, Traces traces,
            Optional<Said> limit) {
        double highest = frame.plot().lines().stream().mapToDouble(line -> Decimation.highest(
                line.values().between(layout.data().range().from(), layout.data().range().to()))).max().orElse(0);
        if (highest <= 0 || frame.tall() <= LOW) {
            return Optional.empty();
        }
        String said =
                words.say("ui.lanes.highest", new FigureText(words).axis(highest, frame.plot().unit()));
        double wide = Pen.width(said) + 6;
        double top = frame.top() - 3;
        double last = layout.right() - wide;
        Predicate<Rectangle2D> free =
                box -> limit.filter(one -> one.isOn(box)).isEmpty() && !cross(traces, box);
        DoubleFunction<Rectangle2D> along = left -> new Rectangle2D(left, top, wide, HIGHEST_TALL);
        DoubleFunction<Rectangle2D> down = lower -> new Rectangle2D(last, lower, wide, HIGHEST_TALL);
        return Traces.nearest(last, Math.max(layout.left(), last - NEAR), last, left -> free.test(along.apply(left)))
                .map(along::apply)
                .or(() -> Traces.nearest(top, top, frame.bottom() - HIGHEST_TALL, lower -> free.test(
                        down.apply(lower))).map(down::apply))
                .or(() -> Traces.nearest(last, layout.left(), last, left -> free.test(along.apply(left)))
                        .map(along::apply))
                .or(() -> Optional.of(along.apply(last))).map(box -> new Said(said, box));
    }

    private static boolean cross(Traces traces, Rectangle2D box) {
        return traces.cross(box.getMinX(), box.getMinY() + 1, box.getWidth(), box.getHeight() - 2);
    }
}
