package io.watchdeck.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
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
        var seconds = new long[samples.size()];
        var values = new double[samples.size()];
        boolean ordered = true;
        int count = 0;
        for (Sample sample : samples) {
            seconds[count] = sample.at().getEpochSecond();
            values[count] = sample.value();
            ordered &= count == 0 || seconds[count - 1] < seconds[count];
            count++;
        }
        return ordered ? new Series(seconds, values) : sorted(samples);
    }

    /// The first samples of two arrays, which are copied.
    ///
    /// @param seconds when each period begins, in seconds since 1970, ascending
    /// @throws IllegalArgumentException when they are not in order, which is a mistake in the program
    public static Series of(long[] seconds, double[] values, int count) {
        for (int i = 1; i < count; i++) {
            if (seconds[i - 1] >= seconds[i]) {
                throw new IllegalArgumentException("not in order of time: " + seconds[i - 1] + ", " + seconds[i]);
            }
        }
        return count == 0 ? EMPTY : new Series(Arrays.copyOf(seconds, count), Arrays.copyOf(values, count));
    }

    private static Series sorted(List<Sample> samples) {
        var byTime = new TreeMap<Long, Double>();
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

    /// [#at] in seconds since 1970.
    public long second(int index) {
        return seconds[index];
    }

    /// How many samples begin before a second since 1970.
    public int before(long second) {
        int found = Arrays.binarySearch(seconds, second);
        return found >= 0 ? found : -found - 1;
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
        long[] times = new long[size() + newer.size()];
        double[] both = new double[times.length];
        // Most often a few samples come at the end of a day's.
        int old = firstAtOrAfter(newer.at(0));
        System.arraycopy(seconds, 0, times, 0, old);
        System.arraycopy(values, 0, both, 0, old);
        int count = old;
        int young = 0;
        while (old < size() || young < newer.size()) {
            boolean takeOld = young == newer.size() || old < size() && seconds[old] < newer.seconds[young];
            long at = takeOld ? seconds[old] : newer.seconds[young];
            times[count] = at;
            both[count++] = takeOld ? values[old] : newer.values[young];
            old += old < size() && seconds[old] == at ? 1 : 0;
            young += !takeOld ? 1 : 0;
        }
        return new Series(Arrays.copyOf(times, count), Arrays.copyOf(both, count));
    }

    /// The samples at those instants at which the other has one too.
    public Series where(Series other) {
        var times = new long[size()];
        var some = new double[size()];
        int count = 0;
        int theirs = 0;
        for (int i = 0; i < size(); i++) {
            while (theirs < other.size() && other.seconds[theirs] < seconds[i]) {
                theirs++;
            }
            if (theirs < other.size() && other.seconds[theirs] == seconds[i]) {
                times[count] = seconds[i];
                some[count++] = values[i];
            }
        }
        return of(times, some, count);
    }

    private Sample sample(int index) {
        return new Sample(at(index), values[index]);
    }

    private int firstAtOrAfter(Instant at) {
        long second = at.getNano() == 0 ? at.getEpochSecond() : at.getEpochSecond() + 1;
        return before(second);
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
