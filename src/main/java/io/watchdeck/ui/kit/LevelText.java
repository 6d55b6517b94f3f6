package io.watchdeck.ui.kit;

import io.watchdeck.ui.kit.Painting.Ink;
import java.util.List;
import java.util.Optional;
import javafx.scene.text.TextAlignment;

/// What a limit or a top is called, on the plot beside its line: readable over the grid; what is measured goes over it, so
/// that no spike hides.
///
/// @param middle of its height
record LevelText(String said, double left, double middle, double wide) {

    private static final double TALL = 14;
    private static final double PAD = 3;

    /// Empty for a plot without a limit or a top.
    static Optional<LevelText> of(ChartFrame frame, ChartLayout layout) {
        Optional<ChartData.Level> limit = frame.plot().limit();
        Optional<ChartData.Level> top = frame.plot().top();
        if (limit.isPresent()) {
            double y = frame.value().of(limit.get().at());
            String both = top.map(level -> level.text() + ", ").orElse("") + limit.get().text();
            boolean below = top.isPresent() || y - frame.top() < 16;
            return Optional.of(at(layout, both, below ? y + 10 : y - 9));
        }
        return top.map(level -> at(layout, level.text(), frame.value().of(level.at()) + 10));
    }

    private static LevelText at(ChartLayout layout, String said, double middle) {
        double wide = Pen.width(said);
        return new LevelText(said, besideMarks(layout, ChartLayout.LEFT + 6, wide), middle, wide);
    }

    /// Where a text is not crossed by the line of a mark; where there is no such place, at the left.
    private static double besideMarks(ChartLayout layout, double left, double wide) {
        List<Double> marks = layout.data().lanes().stream().flatMap(lane -> lane.marks().stream())
                .map(mark -> layout.time().of(mark.at())).sorted().toList();
        double place = left;
        for (double mark : marks) {
            if (mark >= place - 4 && mark <= place + wide + 4) {
                place = mark + 8;
            }
        }
        return place + wide < layout.right() ? place : left;
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

    /// Where a box stands that leaves it readable: where it is wanted, else just below the text, else just above it; where
    /// there is no room for that, where it is wanted.
    ///
    /// @param wanted the top of the box
    /// @param from   the top of the plot
    /// @param to     its bottom
    double clear(double boxLeft, double wanted, double boxWide, double boxTall, double from, double to) {
        double below = middle + TALL / 2 + PAD;
        double above = middle - TALL / 2 - PAD - boxTall;
        if (!isCoveredBy(boxLeft, wanted, boxWide, boxTall)) {
            return wanted;
        }
        return below + boxTall <= to ? below : above >= from ? above : wanted;
    }
}
