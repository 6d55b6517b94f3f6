package io.watchdeck.aws;

import io.watchdeck.metrics.MetricQuery;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The answers of one reading of metrics as they come in, call by call. Any thread.
final class MetricAnswers {

    /// Two bad metrics among 500 need nineteen; a service that refuses everything shall not be asked 999 times.
    private static final int MOST_HALVINGS = 24;
    /// A service that has answered nothing and says so often that it is broken is broken as a whole.
    private static final int MOST_IN_VAIN = 5;

    private final Map<MetricQuery, TimeRange> asked = new LinkedHashMap<>();
    private final Map<MetricQuery, Reading<Series>> readings = new LinkedHashMap<>();
    private final Clock clock;
    private final Set<MetricQuery> refused = new LinkedHashSet<>();
    private int halvings;
    private int inVain;
    private boolean answered;
    private @Nullable CallFailed all;

    MetricAnswers(Collection<MetricQuery> queries, TimeRange range, Clock clock) {
        this.clock = clock;
        queries.forEach(query -> asked.put(query, MetricBatches.complete(range, query.period())));
    }

    /// Those that have at least one complete period in the range.
    synchronized List<MetricQuery> asked() {
        return asked.entrySet().stream().filter(entry -> !entry.getValue().length().isZero()).map(Map.Entry::getKey)
                .toList();
    }

    synchronized void add(Map<MetricQuery, Reading<Series>> more) {
        answered = true;
        more.forEach((query, reading) -> readings.merge(query, trimmed(query, reading), MetricAnswers::joined));
    }

    private Reading<Series> trimmed(MetricQuery query, Reading<Series> reading) {
        TimeRange complete = asked.getOrDefault(query, new TimeRange(reading.at(), reading.at()));
        return reading.map(series -> series.between(complete.from(), complete.to()));
    }

    /// A series of which a part is not known is not known: a gap would look like silence.
    private static Reading<Series> joined(Reading<Series> one, Reading<Series> other) {
        return switch (one) {
            case Reading.Unknown<Series> _ -> one;
            case Reading.Known<Series>(var series, var _) -> other.map(series::with);
        };
    }

    /// Whether the service has answered anything.
    synchronized boolean isAnswered() {
        return answered;
    }

    /// Whether a part of what is asked about a metric has failed, so that the rest of it is of no use.
    synchronized boolean haveFailed(List<MetricQuery> ofOneMetric) {
        return readings.get(ofOneMetric.getFirst()) instanceof Reading.Unknown;
    }

    /// The metric is at fault when it alone was refused by a service that answers others.
    synchronized void fail(List<MetricQuery> queries, CallFailed failed) {
        fail(queries, failed, queries.size() == 1);
    }

    /// A service that has answered nothing and refuses one metric after the other is not asked for all of them.
    synchronized void failOfOne(List<MetricQuery> ofOneMetric, CallFailed failed) {
        boolean vain = !answered && failed.refused()
                && (failed.broken() ? ++inVain >= MOST_IN_VAIN : ++halvings > MOST_HALVINGS);
        fail(ofOneMetric, failed, true);
        if (vain) {
            all = failed;
        }
    }

    private void fail(List<MetricQuery> queries, CallFailed failed, boolean ofOne) {
        if (failed.concernsAll()) {
            all = failed;
        }
        boolean itself = ofOne && failed.refused() && (answered || !failed.broken());
        if (itself) {
            refused.addAll(queries);
        }
        queries.forEach(query -> readings.put(query, Reading.unknown(
                itself ? named(query, failed.failure()) : failed.failure(), clock.instant())));
    }

    /// Those that CloudWatch does not take.
    synchronized Set<MetricQuery> refused() {
        return Set.copyOf(refused);
    }

    private static Failure named(MetricQuery query, Failure failure) {
        return new Failure(Kind.UNEXPECTED, Phrase.of("failure.aws.metric", MetricMapper.name(query)),
                failure.action(), Optional.empty(), failure.detail());
    }

    /// Fails the queries without a call when an earlier failure would be theirs too.
    synchronized boolean failForAll(List<MetricQuery> queries) {
        if (all == null) {
            return false;
        }
        fail(queries, all);
        return true;
    }

    /// Whether it is worth while to look for the bad metric in a batch that was refused.
    synchronized boolean mayHalve(CallFailed failed) {
        if (failed.broken() && !answered && ++inVain >= MOST_IN_VAIN) {
            all = failed;
            return false;
        }
        return ++halvings <= MOST_HALVINGS;
    }

    /// Every query asked, in the order asked.
    synchronized Map<MetricQuery, Reading<Series>> readings() {
        var result = new LinkedHashMap<MetricQuery, Reading<Series>>();
        asked.keySet().forEach(query -> result.put(query,
                readings.getOrDefault(query, Reading.known(Series.empty(), clock.instant()))));
        return result;
    }
}
