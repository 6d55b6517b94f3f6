package io.watchdeck.ui.kit;

import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Where none of several lines has anything; where some have, a hatch would stand behind what is known.
final class CommonGaps {

    private CommonGaps() {}

    /// @param lines the gaps of each, in order and none overlapping
    /// @return what all have in common, in order, with the reasons of the first
    static List<ChartData.Gap> of(List<? extends List<ChartData.Gap>> lines) {
        return lines.stream().<List<ChartData.Gap>>map(gaps -> gaps).reduce(CommonGaps::both).orElse(List.of());
    }

    private static List<ChartData.Gap> both(List<ChartData.Gap> some, List<ChartData.Gap> others) {
        var both = new ArrayList<ChartData.Gap>();
        int left = 0;
        int right = 0;
        while (left < some.size() && right < others.size()) {
            ChartData.Gap one = some.get(left);
            TimeRange other = others.get(right).range();
            Instant from = later(one.range().from(), other.from());
            Instant to = earlier(one.range().to(), other.to());
            if (from.isBefore(to)) {
                both.add(new ChartData.Gap(new TimeRange(from, to), one.reason()));
            }
            if (one.range().to().isBefore(other.to())) {
                left++;
            } else {
                right++;
            }
        }
        return both;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
