package io.watchdeck.alarms;

import io.watchdeck.metrics.Series;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.stack.RuleSpec.MissingData;
import java.time.Duration;
import java.time.Instant;

/// The periods of a rule over the samples of its metric: what each of them comes to and whether it breaches. Periods are told
/// by their ends, in seconds since 1970, and begin at any of them: the window of a rule slides with the newest sample. What
/// was computed is remembered for a range, for a period is asked for as often as the window has periods. To be used by one
/// thread at a time, and in order of time.
final class Periods {

    private final RuleSpec rule;
    private final double threshold;
    private final Sampling sampling;
    private final Series series;
    private final long base;
    private final long length;
    private final long first;
    private final double[] values;
    private final boolean[] known;
    private int ended;
    /// The newest run that was asked for: the period with which it ended then, and since when it was.
    private long runEnd = Long.MIN_VALUE;
    private long runSince;

    /// What the samples are.
    ///
    /// @param statistic of a period, as CloudWatch names it, or `last`
    /// @param base      the period of a sample
    /// @param length    the period of the rule
    /// @param polled    whether the console counts them itself: before the first it has not looked, and a sample counts at once
    record Sampling(String statistic, Duration base, Duration length, boolean polled) {}

    /// @param from what ends since then is remembered
    /// @param to   what ends before then is remembered
    Periods(RuleSpec rule, double threshold, Sampling sampling, Series series, long from, long to) {
        this.rule = rule;
        this.threshold = threshold;
        this.sampling = sampling;
        this.series = series;
        base = sampling.base().toSeconds();
        length = sampling.length().toSeconds();
        ended = series.size();
        first = Math.floorDiv(from, 60) * 60;
        int minutes = (int) Math.max(0, Math.ceilDiv(to - first, 60));
        values = new double[minutes];
        known = new boolean[minutes];
    }

    /// Counts the samples that have ended; of what the console counts itself, all.
    Periods ended(Instant now) {
        if (!sampling.polled()) {
            endedBy(now.getEpochSecond());
        }
        return this;
    }

    /// Counts the samples that have ended.
    void endedBy(long now) {
        ended = series.before(now - base + 1);
    }

    int ended() {
        return ended;
    }

    boolean isEmpty() {
        return ended == 0;
    }

    /// When the first sample began.
    long begin() {
        return sampling.polled() ? series.second(0) : Long.MIN_VALUE;
    }

    long newestEnd() {
        return series.second(ended - 1) + base;
    }

    long length() {
        return length;
    }

    /// Whether somebody may have looked in the period: nobody has before the first sample of what the console counts.
    boolean isSeen(long end) {
        return !sampling.polled() || end > series.second(0);
    }

    /// NaN without a sample.
    double value(long end) {
        long index = Math.floorDiv(end - first, 60);
        boolean kept = end % 60 == 0 && index >= 0 && index < values.length;
        if (kept && known[(int) index]) {
            return values[(int) index];
        }
        int high = series.before(end);
        double value = value(series.before(end - length), Math.min(high, ended));
        // What has samples that have not ended comes to something else once they have.
        if (kept && high <= ended) {
            known[(int) index] = true;
            values[(int) index] = value;
        }
        return value;
    }

    private double value(int low, int high) {
        if (low >= high) {
            return Double.NaN;
        }
        double sum = 0;
        double max = Double.NEGATIVE_INFINITY;
        double min = Double.POSITIVE_INFINITY;
        for (int i = low; i < high; i++) {
            double value = series.value(i);
            sum += value;
            max = Math.max(max, value);
            min = Math.min(min, value);
        }
        return switch (sampling.statistic()) {
            case "Sum" -> sum;
            case "Maximum" -> max;
            case "Minimum" -> min;
            case "last" -> series.value(high - 1);
            default -> sum / (high - low);
        };
    }

    /// @param value NaN without a sample
    boolean breaches(double value) {
        if (Double.isNaN(value)) {
            return rule.missing() == MissingData.BREACHING;
        }
        return switch (rule.direction()) {
            case ABOVE -> value > threshold;
            case BELOW -> value < threshold;
        };
    }

    /// Since when periods breach without a break. Walks back from the newest breaching period, sample by sample and not period
    /// by period, as long as the period that ends there breaches: otherwise the answer would depend on the minute in which it
    /// is asked. Periods in which the console did not look end nothing: what it found before and after them is one trouble.
    long since(long newest) {
        boolean settled = series.before(newest) <= ended;
        long since = isEmpty() ? newest - base : walk(newest);
        if (settled) {
            runEnd = newest;
            runSince = since;
        }
        return since;
    }

    private long walk(long newest) {
        long since = tipped(newest);
        long begin = series.second(0);
        for (long to = newest - base; to > begin; to -= base) {
            double before = value(to);
            boolean unseen = sampling.polled() && Double.isNaN(before);
            if (!unseen && !breaches(before)) {
                return since;
            }
            if (to == runEnd && !unseen) {
                return runSince;
            }
            since = unseen ? since : tipped(to);
        }
        return since;
    }

    /// The newest sample of a period; where it has none, when one was due.
    private long tipped(long end) {
        int newest = Math.min(series.before(end), ended) - 1;
        return newest >= 0 && series.second(newest) >= end - length ? series.second(newest) : end - base;
    }
}
