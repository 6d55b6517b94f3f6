package io.watchdeck.sandbox.telemetry;

/// What an alarm watches, a metric or metric math: the value of the seconds `from` to before `to`, NaN where there is none.
@FunctionalInterface
public interface Signal {

    double value(long from, long to);

    /// A metric's statistic.
    record OfMetric(MetricRecorder recorder, MetricKey key, String statistic) implements Signal {
        @Override
        public double value(long from, long to) {
            return recorder.statistic(key, statistic, from, to);
        }
    }
}
