package io.watchdeck.sandbox.telemetry;

import io.watchdeck.alarms.MetricMath;

/// What an alarm watches, a metric or metric math: the value of the seconds `from` to before `to`, NaN where there is
/// none.
@FunctionalInterface
public interface Signal {

    double value(long from, long to);

    /// A metric's statistic.
    ///
    /// @param metric what is recorded under the key
    record OfMetric(MetricKey key, RecordedMetric metric, String statistic) implements Signal {

        /// A metric that nobody publishes is a signal without values.
        public static OfMetric of(MetricRecorder recorder, MetricKey key, String statistic) {
            return new OfMetric(key, recorder.find(key)
                    .orElseGet(() -> new RecordedMetric(RecordedMetric.Kind.GAUGE, _ -> Double.NaN, _ -> Double.NaN)),
                    statistic);
        }

        @Override
        public double value(long from, long to) {
            return metric.statistic(statistic, from / 60, to / 60);
        }
    }

    /// What is computed of metrics.
    ///
    /// @param math  as an alarm tells it
    /// @param value what comes of it
    record OfMath(MetricMath math, Signal value) implements Signal {
        @Override
        public double value(long from, long to) {
            return value.value(from, to);
        }
    }
}
