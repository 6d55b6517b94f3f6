package io.watchdeck.metrics;

import io.watchdeck.metrics.MetricDefinition.CloudWatch;
import io.watchdeck.metrics.MetricDefinition.Derived;
import io.watchdeck.metrics.MetricDefinition.Polled;
import java.util.Arrays;
import java.util.Optional;

/// How the samples of short periods become one of a longer period. Pure.
///
/// A period of which only a part is known gets what its known part gives: the sum of the known part, and the average,
/// minimum and maximum over it. A period of which nothing is known gets no sample.
public enum RollUp {
    SUM, AVERAGE, MINIMUM, MAXIMUM;

    /// What fits the metric's own statistic; empty where no roll-up is right: the percentile of a long period does not
    /// follow from those of its parts, and what is derived is computed from its inputs in every tier.
    ///
    /// Figures that are polled are averaged: what was seen at a moment is true of the time around it.
    public static Optional<RollUp> of(MetricDefinition metric) {
        return switch (metric.origin()) {
            case Polled() -> Optional.of(AVERAGE);
            case Derived _ -> Optional.empty();
            case CloudWatch cloudWatch -> switch (cloudWatch.statistic()) {
                case "Sum", "SampleCount" -> Optional.of(SUM);
                case "Average" -> Optional.of(AVERAGE);
                case "Minimum" -> Optional.of(MINIMUM);
                case "Maximum" -> Optional.of(MAXIMUM);
                default -> Optional.empty();
            };
        };
    }

    /// Five minutes from minutes.
    public Series fiveMinutes(Series minutes) {
        return into(Tier.FIVE_MINUTES, minutes, Series.empty());
    }

    /// Hours from what is known of each five minutes: CloudWatch's own sample of them where there is one, else the
    /// minutes. In an average each counts as many times as it has minutes.
    ///
    /// @param fives as CloudWatch gave them, not rolled up from the minutes
    public Series hours(Series minutes, Series fives) {
        return into(Tier.HOUR, without(minutes, fives), fives);
    }

    /// The minutes outside the five minutes that are known on their own.
    private static Series without(Series minutes, Series fives) {
        if (minutes.isEmpty() || fives.isEmpty()) {
            return minutes;
        }
        long five = Tier.FIVE_MINUTES.period().toSeconds();
        var seconds = new long[minutes.size()];
        var values = new double[minutes.size()];
        int count = 0;
        int known = 0;
        for (int i = 0; i < minutes.size(); i++) {
            long at = minutes.second(i);
            while (known < fives.size() && fives.second(known) + five <= at) {
                known++;
            }
            if (known == fives.size() || fives.second(known) > at) {
                seconds[count] = at;
                values[count++] = minutes.value(i);
            }
        }
        return Series.of(seconds, values, count);
    }

    private Series into(Tier tier, Series minutes, Series fives) {
        var sums = new Sums(minutes.size() + fives.size(), tier.period().toSeconds());
        int minute = 0;
        int five = 0;
        while (minute < minutes.size() || five < fives.size()) {
            boolean takeMinute = five == fives.size()
                    || minute < minutes.size() && minutes.second(minute) < fives.second(five);
            if (takeMinute) {
                sums.add(minutes.second(minute), minutes.value(minute++), 1);
            } else {
                sums.add(fives.second(five), fives.value(five++), 5);
            }
        }
        return sums.series();
    }

    private double together(double old, double value, int weight) {
        return switch (this) {
            case SUM -> old + value;
            case AVERAGE -> old + value * weight;
            case MINIMUM -> Math.min(old, value);
            case MAXIMUM -> Math.max(old, value);
        };
    }

    /// What came together so far, of samples in order of time.
    private final class Sums {

        private final long period;
        private final long[] seconds;
        private final double[] values;
        private final int[] weights;
        private int count;

        Sums(int atMost, long period) {
            this.period = period;
            seconds = new long[atMost];
            values = new double[atMost];
            weights = new int[atMost];
        }

        void add(long second, double value, int weight) {
            long begin = Math.floorDiv(second, period) * period;
            if (count == 0 || seconds[count - 1] != begin) {
                seconds[count] = begin;
                values[count] = RollUp.this == AVERAGE ? value * weight : value;
                weights[count++] = weight;
            } else {
                values[count - 1] = together(values[count - 1], value, weight);
                weights[count - 1] += weight;
            }
        }

        Series series() {
            if (RollUp.this == AVERAGE) {
                Arrays.setAll(values, i -> i < count ? values[i] / weights[i] : 0);
            }
            return Series.of(seconds, values, count);
        }
    }
}
