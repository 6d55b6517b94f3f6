package io.watchdeck.ui.kit;

import io.watchdeck.ui.kit.Painting.Ink;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import javafx.scene.text.TextAlignment;

/// What a limit or a top is called, on the plot beside its line: readable over the grid; what is measured goes over it, so
/// that no spike hides.
///
/// @param middle of its height
record LevelText(String said, double left, double middle, double wide) {

    private static final double TALL = 14;
    private static final double PAD = 3;

    /// Empty for a plot without a limit or a top.
    static Optional<LevelText> of(ChartFrame frame, ChartLayout layout, Traces traces) {
        Optional<ChartData.Level> limit = frame.plot().limit();
        Optional<ChartData.Level> top = frame.plot().top();
        if (limit.isPresent()) {
            double y = frame.value().of(limit.get().at());
            String both = top.map(level -> level.text() + ", ").orElse("") + limit.get().text();
            boolean below = top.isPresent() || y - frame.top() < 16;
            return Optional.of(at(layout, both, below ? y + 10 : y - 9, traces));
        }
        return top.map(level -> at(layout, level.text(), frame.value().of(level.at()) + 10, traces));
    }

    /// As far left as it is crossed neither by the line of a mark nor by what is measured; where there is no such place,
    /// where only the former does not.
    private static LevelText at(ChartLayout layout, String said, double middle, Traces traces) {
        double wide = Pen.width(said);
        double first = ChartLayout.LEFT + 6;
        double last = layout.right() - wide - PAD;
        List<Double> marks = layout.data().lanes().stream().flatMap(lane -> lane.marks().stream())
                .map(mark -> layout.time().of(mark.at())).toList();
        DoublePredicate beside = left -> marks.stream().noneMatch(mark -> mark >= left - 4 && mark <= left + wide + 4);
        double left = Traces.nearest(first, first, last, one -> beside.test(one)
                && !traces.cross(one - PAD, middle - TALL / 2 + 1, wide + 2 * PAD, TALL - 2))
                .or(() -> Traces.nearest(first, first, last, beside)).orElse(first);
        return new LevelText(said, left, middle, wide);
    }

    void paint(Pen pen) {
        pen.to().setGlobalAlpha(0.75);
        pen.fill(Ink.SURFACE);
        pen.to().fillRect(left - PAD, middle - TALL / 2, wide + 2 * PAD, TALL);
        pen.to().setGlobalAlpha(1);
        pen.text(said, left, middle, TextAlignment.LEFT, Ink.CRITICAL);
    }

    /// Whether a box would lie on it.
    boolean isCoveredBy(double boxLeft, double boxTop, double boxWide, double boxTall) {
        return boxLeft < left + wide + PAD && boxLeft + boxWide > left - PAD
                && boxTop < middle + TALL / 2 && boxTop + boxTall > middle - TALL / 2;
    }
}
