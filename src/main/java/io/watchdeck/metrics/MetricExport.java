package io.watchdeck.metrics;

import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// Tells what is kept of a series, in order of time and piece by piece: years take no more memory than a month. Each time
/// is told once, by the finest samples that are kept of it. Blocking; reads little at a time, so that others go on.
public final class MetricExport {

    /// As long as the longest block of the history.
    private static final Duration PIECE = Duration.ofDays(30);
    /// CloudWatch's newest samples come so late.
    private static final Duration LATE = Duration.ofMinutes(10);
    /// Samples are forgotten together with their neighbours, so that some are older than need be.
    private static final Duration OLDEST = Retention.LONGEST.plus(PIECE.multipliedBy(2));

    private final MetricArchive.Stores stores;
    private final MetricCatalogue catalogue;
    private final Instant now;

    /// @param now what is newer than this does not exist
    public MetricExport(MetricArchive.Stores stores, MetricCatalogue catalogue, Instant now) {
        this.stores = stores;
        this.catalogue = catalogue;
        this.now = now;
    }

    /// A sample, or a time without samples.
    ///
    /// @param at     when its period begins
    /// @param period how long it is
    /// @param value  empty for a gap, and only there
    public record Row(SeriesId series, Instant at, Duration period, OptionalDouble value, Optional<Gap> gap) {}

    /// Tells the periods that begin in the range, and the gaps between them.
    public void tell(SeriesId id, TimeRange range, Consumer<Row> taker) {
        Instant end = earlier(range.to(), now);
        var telling = new Telling(id, range.from(), taker);
        Instant from = later(range.from(), now.minus(OLDEST));
        while (from.isBefore(end)) {
            Instant to = earlier(Tier.HOUR.begin(from).plus(PIECE), end);
            telling.piece(new TimeRange(from, to));
            from = to;
        }
        telling.end(end);
    }

    private final class Telling {

        private final SeriesId id;
        private final Consumer<Row> taker;
        /// The end of what was told.
        private Instant told;
        private Duration step;
        private final Duration apart;
        /// Of the sample that was told last.
        private Duration period = Tier.MINUTE.period();
        /// Whether anything is kept of when the series was read; asked for where that is in question.
        private Optional<Boolean> isKept = Optional.empty();

        Telling(SeriesId id, Instant from, Consumer<Row> taker) {
            this.id = id;
            this.taker = taker;
            told = from;
            apart = catalogue.find(id.metric()).map(MetricDefinition::apart).orElse(Tier.MINUTE.period());
            step = apart;
        }

        void piece(TimeRange piece) {
            Series minutes = stores.samples().read(id, Tier.MINUTE, piece);
            Series fives = alone(stores.samples().read(id, Tier.FIVE_MINUTES, piece), Tier.FIVE_MINUTES, minutes);
            Series fine = minutes.with(fives);
            Series hours = alone(stores.samples().read(id, Tier.HOUR, piece), Tier.HOUR, fine);
            Duration minuteStep = longer(Decimation.period(minutes), longer(apart, Tier.MINUTE.period()));
            int minute = 0;
            int five = 0;
            int hour = 0;
            while (minute < minutes.size() || five < fives.size() || hour < hours.size()) {
                long next = Math.min(second(minutes, minute), Math.min(second(fives, five), second(hours, hour)));
                if (next == second(minutes, minute)) {
                    row(minutes, minute++, Tier.MINUTE, minuteStep);
                } else if (next == second(fives, five)) {
                    row(fives, five++, Tier.FIVE_MINUTES, longer(apart, Tier.FIVE_MINUTES.period()));
                } else {
                    row(hours, hour++, Tier.HOUR, longer(apart, Tier.HOUR.period()));
                }
            }
        }

        /// @param usual how far apart such samples are
        private void row(Series series, int index, Tier tier, Duration usual) {
            if (Double.isNaN(series.value(index))) {
                return;
            }
            step = usual;
            Instant at = series.at(index);
            gap(at, usual);
            taker.accept(new Row(id, at, tier.period(), OptionalDouble.of(series.value(index)), Optional.empty()));
            period = tier.period();
            told = at.plus(period);
        }

        /// What is still on its way is no gap.
        void end(Instant end) {
            if (told.isBefore(earlier(end, now.minus(LATE)))) {
                gap(end, step);
            }
        }

        /// Tells that nothing is kept between what was told and this moment, when that is longer than samples are apart.
        private void gap(Instant to, Duration usual) {
            long longest = Math.max(0, Decimation.longest(usual) - period.toSeconds());
            if (Duration.between(told, to).toSeconds() > longest) {
                var range = new TimeRange(told, to);
                List<Coverage> coverage = stores.coverage().read(id, range);
                Gap gap = coverage.isEmpty() && isKept() ? new Gap(range, Gap.Cause.NOT_READ, Optional.empty())
                        : Gap.explained(range, coverage);
                taker.accept(new Row(id, told, range.length(), OptionalDouble.empty(), Optional.of(gap)));
            }
        }

        /// Where it is kept when the series was read, it was not read at any other time.
        private boolean isKept() {
            if (isKept.isEmpty()) {
                isKept = Optional.of(!stores.coverage().read(id, new TimeRange(now.minus(OLDEST), now)).isEmpty());
            }
            return isKept.get();
        }
    }

    /// Polled figures may be read more seldom than every minute: that is no gap.
    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /// The samples in whose period there is no finer one.
    private static Series alone(Series coarse, Tier tier, Series finer) {
        var seconds = new long[coarse.size()];
        var values = new double[coarse.size()];
        int count = 0;
        int next = 0;
        for (int i = 0; i < coarse.size(); i++) {
            while (next < finer.size() && finer.second(next) < coarse.second(i)) {
                next++;
            }
            if (next == finer.size() || finer.second(next) >= coarse.second(i) + tier.period().toSeconds()) {
                seconds[count] = coarse.second(i);
                values[count++] = coarse.value(i);
            }
        }
        return Series.of(seconds, values, count);
    }

    private static long second(Series series, int index) {
        return index < series.size() ? series.second(index) : Long.MAX_VALUE;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
