package io.watchdeck.metrics;

import io.watchdeck.model.Failure;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A time without samples, and why there are none.
///
/// @param missed what went wrong, for [Cause#MISSED]
public record Gap(TimeRange range, Cause cause, Optional<Failure.Kind> missed) {

    public enum Cause {
        /// Nothing is kept of when the figure was read.
        NOT_KNOWN,
        /// Nobody asked: the console was not running or reading was paused, or nobody needed the figure.
        NOT_READ,
        /// Asked and answered: there was nothing.
        NO_DATA,
        /// Asked without an answer.
        MISSED
    }

    /// The gaps of a series in a range, in order. The newest samples may still be on their way: a gap that reaches the end
    /// of the range counts only when it is long.
    ///
    /// @param period   the length of each sample's period
    /// @param coverage when the series was read, in order of time; empty where that is not known
    /// @param late     how late a sample may come
    public static List<Gap> of(Series series, Duration period, TimeRange range, List<Coverage> coverage,
            Duration late) {
        var gaps = new ArrayList<Gap>();
        long longest = Decimation.longest(period);
        Instant known = range.from();
        for (int index = Decimation.firstAtOrAfter(series, range.from().minus(period).getEpochSecond()); index < series
                .size() && series.at(index).isBefore(range.to()); index++) {
            if (Double.isNaN(series.value(index))) {
                continue;
            }
            Instant at = series.at(index);
            if (Duration.between(known.minus(period), at).toSeconds() > longest) {
                gaps.add(explained(new TimeRange(known, at), coverage));
            }
            known = at.plus(period);
        }
        if (known.isBefore(range.to()) && Duration.between(known, range.to()).compareTo(late) > 0) {
            gaps.add(explained(new TimeRange(known, range.to()), coverage));
        }
        return List.copyOf(gaps);
    }

    /// Of several reasons the one that explains the most of the gap.
    ///
    /// @param coverage in order of time, none overlapping
    static Gap explained(TimeRange gap, List<Coverage> coverage) {
        if (coverage.isEmpty()) {
            return new Gap(gap, Cause.NOT_KNOWN, Optional.empty());
        }
        long unread = gap.length().toSeconds();
        long answered = 0;
        Map<Failure.Kind, Long> missed = new EnumMap<>(Failure.Kind.class);
        for (int index = firstAfter(coverage, gap.from()); index < coverage.size(); index++) {
            Coverage part = coverage.get(index);
            if (!part.range().from().isBefore(gap.to())) {
                break;
            }
            long seconds = part.within(gap).map(within -> within.range().length().toSeconds()).orElse(0L);
            unread -= seconds;
            if (part.missed().isEmpty()) {
                answered += seconds;
            } else {
                missed.merge(part.missed().get(), seconds, Long::sum);
            }
        }
        Optional<Map.Entry<Failure.Kind, Long>> most = missed.entrySet().stream()
                .filter(entry -> entry.getValue() > 0).max(Comparator.comparing(Map.Entry::getValue));
        long worst = most.map(Map.Entry::getValue).orElse(0L);
        if (worst > 0 && worst >= Math.max(unread, answered)) {
            return new Gap(gap, Cause.MISSED, most.map(Map.Entry::getKey));
        }
        return new Gap(gap, unread >= answered ? Cause.NOT_READ : Cause.NO_DATA, Optional.empty());
    }

    /// Where the first part is that ends after the instant: a chart of years has many gaps and as many parts.
    private static int firstAfter(List<Coverage> coverage, Instant at) {
        int low = 0;
        int high = coverage.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (coverage.get(middle).range().to().isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
