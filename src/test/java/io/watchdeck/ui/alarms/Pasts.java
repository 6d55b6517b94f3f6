package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Word;
import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What is kept of the alarms of [AlarmMoments].
final class Pasts {

    private Pasts() {}

    /// A line that falls from 28 to 22 hours, whatever is asked for.
    static HistoryAnswer of(HistoryQuery query) {
        return new HistoryAnswer(query, query.series().stream()
                .collect(Collectors.toMap(Function.identity(),
                        one -> new HistoryAnswer.Kept(line(query, one), List.of()))));
    }

    private static Series line(HistoryQuery query, SeriesId one) {
        var samples = new ArrayList<Sample>();
        double top = one.metric().equals("queue.deadLetterHoursLeft") ? 25.5 : 60;
        for (Instant at = query.range().from(); at.isBefore(AlarmMoments.NOW); at = at.plusSeconds(60)) {
            double done = Duration.between(query.range().from(), at).toSeconds() / 10_000.0;
            samples.add(new Sample(at, top - 3.5 * done));
        }
        return Series.of(samples);
    }

    /// One before it, which somebody had.
    static List<Occurrence> episodes(Occurrence one) {
        Instant raised = one.raised().minus(Duration.ofDays(35));
        var before = new Occurrence(AlarmMoments.id(one.id() + "-before"), one.key(), raised, one.now(), one.worst(),
                one.worstValue(), new Status.Resolved(raised.plus(Duration.ofMinutes(45)),
                        Optional.of(new Status.Acknowledged(
                                new Word("hana", raised.plus(Duration.ofMinutes(10)), Optional.empty(),
                                        "redrove 6, passed", one.worst())))),
                Optional.empty());
        return List.of(one, before);
    }
}
