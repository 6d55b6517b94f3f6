package io.watchdeck.ui.explorer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The columns of the legend with the least width in which each says what it has to say.
enum LegendColumn {
    STACK(148), COMPONENT(80), FIGURE(116), VALUE(80), LOWEST(72), AVERAGE(72), HIGHEST(72), MISSING(78);

    /// Of a value beside its age.
    private static final double DATED = 150;

    private final double least;

    LegendColumn(double least) {
        this.least = least;
    }

    /// @param dated whether a value stands beside its age
    double least(boolean dated) {
        return this == VALUE && dated ? DATED : least;
    }

    /// The columns for which there is no room: first the average, then what the chart shows at a glance.
    ///
    /// @param room    for all columns; nothing more is folded before the table has its size
    /// @param missing whether anything is missing: else no column says so
    static Set<LegendColumn> folded(double room, boolean dated, boolean missing) {
        Set<LegendColumn> folded = missing ? EnumSet.noneOf(LegendColumn.class) : EnumSet.of(MISSING);
        for (LegendColumn one : List.of(AVERAGE, LOWEST, HIGHEST, COMPONENT)) {
            double needed = Stream.of(values()).filter(each -> !folded.contains(each))
                    .mapToDouble(each -> each.least(dated)).sum();
            if (room > 0 && needed > room) {
                folded.add(one);
            }
        }
        return folded;
    }
}
