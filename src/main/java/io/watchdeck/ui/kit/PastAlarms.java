package io.watchdeck.ui.kit;

import io.watchdeck.alarms.AlarmName;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.model.TimeRange;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The alarms of a chart's time that are over, in the lanes of those that are not: where there is room beside them, the
/// worst and the newest first.
record PastAlarms(Words words, Instant now) {

    private static final Comparator<Occurrence> WORST_FIRST = Comparator.comparing(Occurrence::worst)
            .thenComparing(Occurrence::raised).reversed();

    /// @param live  what is in alarm now, each of which has a lane
    /// @param most  so many lanes at most
    /// @param kept  all of the stacks
    /// @return one lane at least
    List<List<ChartData.Span>> beside(List<ChartData.Span> live, int most, List<Occurrence> kept, List<PastPlot> plots,
            TimeRange range) {
        var lanes = new ArrayList<List<ChartData.Span>>();
        live.stream().limit(most).forEach(span -> lanes.add(new ArrayList<>(List.of(span))));
        List<Occurrence> over = kept.stream().filter(Occurrence::isResolved).filter(one -> isIn(one, range))
                .filter(one -> !about(one, plots).isEmpty()).sorted(WORST_FIRST).toList();
        for (Occurrence one : over) {
            ChartData.Span span = span(one, about(one, plots));
            lanes.stream().filter(lane -> lane.stream().noneMatch(other -> overlap(other, span))).findFirst()
                    .ifPresentOrElse(lane -> lane.add(span), () -> {
                        if (lanes.size() < most) {
                            lanes.add(new ArrayList<>(List.of(span)));
                        }
                    });
        }
        if (lanes.isEmpty()) {
            lanes.add(List.of());
        }
        return lanes;
    }

    private static boolean isIn(Occurrence one, TimeRange range) {
        return one.raised().isBefore(range.to()) && one.resolved().filter(end -> end.isAfter(range.from())).isPresent();
    }

    /// Which plots it is about.
    private static Set<Integer> about(Occurrence one, List<PastPlot> plots) {
        var about = new TreeSet<Integer>();
        for (int plot = 0; plot < plots.size(); plot++) {
            if (plots.get(plot).lines().stream().anyMatch(line -> line.stack().file().id().equals(one.key().stack())
                    && line.on().equals(one.key().on())
                    && one.now().metric().filter(PastLanes.madeOf(line.metric())::contains).isPresent())) {
                about.add(plot);
            }
        }
        return about;
    }

    private static boolean overlap(ChartData.Span one, ChartData.Span other) {
        return one.range().from().isBefore(other.range().to()) && other.range().from().isBefore(one.range().to());
    }

    private ChartData.Span span(Occurrence one, Set<Integer> about) {
        Instant end = one.resolved().orElse(now);
        return new ChartData.Span(new TimeRange(one.raised(), end), Tone.of(one.worst()),
                words.say("ui.chart.over", AlarmName.of(one.now()), words.when(one.raised(), now),
                        words.when(end, now)),
                about);
    }
}
