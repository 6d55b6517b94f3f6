package io.watchdeck.metrics;

import io.watchdeck.metrics.MetricDefinition.Combine;
import io.watchdeck.metrics.MetricDefinition.Formula;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;

/// Computes series from series, period by period. Pure. Done here rather than with CloudWatch's metric math: each input
/// of an expression is billed all the same, and history then holds the inputs.
final class SeriesMath {

    private SeriesMath() {}

    /// One series for a component that CloudWatch reports in parts: the nodes of a cache.
    static Series combine(Combine how, Collection<Series> parts) {
        if (parts.size() == 1) {
            return parts.iterator().next();
        }
        var sums = new TreeMap<Instant, double[]>();
        for (Series part : parts) {
            for (Sample sample : part.samples()) {
                double[] sum = sums.computeIfAbsent(sample.at(), _ -> new double[] {0, 0, Double.NEGATIVE_INFINITY});
                sum[0] += sample.value();
                sum[1]++;
                sum[2] = Math.max(sum[2], sample.value());
            }
        }
        var result = new ArrayList<Sample>(sums.size());
        sums.forEach((at, sum) -> result.add(new Sample(at, switch (how) {
            case SUM -> sum[0];
            case AVERAGE -> sum[0] / sum[1];
            case MAXIMUM -> sum[2];
        })));
        return Series.of(result);
    }

    /// Adds a 0 for each period in which the other series has a point and this one has none.
    static Series zeroWhere(Series sparse, Series traffic) {
        var zeros = new ArrayList<Sample>();
        for (Sample sample : traffic.samples()) {
            zeros.add(new Sample(sample.at(), 0));
        }
        return Series.of(zeros).with(sparse);
    }

    static Series apply(Formula formula, List<Series> inputs) {
        return switch (formula) {
            case Formula.Sum _ -> combine(Combine.SUM, inputs);
            case Formula.Share _ -> paired(inputs.get(0), inputs.get(1),
                    (part, rest) -> part + rest == 0 ? Double.NaN : 100 * part / (part + rest));
        };
    }

    /// Where both have a value; a result of NaN is no value.
    private static Series paired(Series a, Series b, DoubleBinaryOperator operation) {
        var result = new ArrayList<Sample>();
        int j = 0;
        for (int i = 0; i < a.size(); i++) {
            while (j < b.size() && b.at(j).isBefore(a.at(i))) {
                j++;
            }
            if (j < b.size() && b.at(j).equals(a.at(i))) {
                double value = operation.applyAsDouble(a.value(i), b.value(j));
                if (!Double.isNaN(value)) {
                    result.add(new Sample(a.at(i), value));
                }
            }
        }
        return Series.of(result);
    }
}
