package io.watchdeck.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Samples in order of time, each period at most once. A period without a sample is simply not there: nothing stands in
/// for it. Immutable; holds two primitive arrays because a chart asks for thousands of points.
public final class Series {
    private static final Series EMPTY = new Series(new long[0], new double[0]);

    private final long[] seconds;
    private final double[] values;

    private Series(long[] seconds, double[] values) {
        this.seconds = seconds;
        this.values = values;
    }

    public static Series empty() {
        return EMPTY;
    }

    /// In any order; of several samples of one instant the last one stays.
    public static Series of(List<Sample> samples) {
        var byTime = new java.util.TreeMap<Long, Double>();
        samples.forEach(sample -> byTime.put(sample.at().getEpochSecond(), sample.value()));
        return new Series(byTime.keySet().stream().mapToLong(Long::longValue).toArray(),
                byTime.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    public int size() {
        return seconds.length;
    }

    public boolean isEmpty() {
        return seconds.length == 0;
    }

    public Instant at(int index) {
        return Instant.ofEpochSecond(seconds[index]);
    }

    public double value(int index) {
        return values[index];
    }

    public Optional<Sample> last() {
        return isEmpty() ? Optional.empty() : Optional.of(sample(size() - 1));
    }

    public List<Sample> samples() {
        return IntStream.range(0, size()).mapToObj(this::sample).toList();
    }

    /// The samples with `from <= at < to`.
    public Series between(Instant from, Instant to) {
        int low = firstAtOrAfter(from);
        int high = firstAtOrAfter(to);
        if (low == 0 && high == seconds.length) {
            return this;
        }
        return low >= high ? EMPTY : new Series(Arrays.copyOfRange(seconds, low, high),
                Arrays.copyOfRange(values, low, high));
    }

    /// The samples whose period has ended.
    ///
    /// @param period the length of each sample's period
    public Series complete(Duration period, Instant now) {
        return between(Instant.EPOCH, now.minus(period).plusNanos(1));
    }

    /// Both together; where both have an instant, the newer answer counts.
    public Series with(Series newer) {
        if (newer.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return newer;
        }
        var all = new java.util.ArrayList<>(samples());
        all.addAll(newer.samples());
        return of(all);
    }

    private Sample sample(int index) {
        return new Sample(at(index), values[index]);
    }

    private int firstAtOrAfter(Instant at) {
        long second = at.getNano() == 0 ? at.getEpochSecond() : at.getEpochSecond() + 1;
        int found = Arrays.binarySearch(seconds, second);
        return found >= 0 ? found : -found - 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series that && Arrays.equals(seconds, that.seconds)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(seconds) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return samples().toString();
    }
}
