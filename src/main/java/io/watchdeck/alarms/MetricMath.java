package io.watchdeck.alarms;

import io.watchdeck.metrics.MetricDefinition.Formula;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;

/// What an alarm over metric math computes.
///
/// @param expression the one whose value is compared with the threshold
/// @param others     further expressions, by the ids under which they are used
/// @param inputs     the metrics, by the ids under which they are used
public record MetricMath(String expression, Map<String, String> others, Map<String, Input> inputs) {

    private static final int SAMPLES = 4;

    /// A metric that goes into an expression.
    ///
    /// @param period over which the statistic is taken
    public record Input(String namespace, String metric, String statistic, Duration period,
            Map<String, String> dimensions) {
        public Input {
            dimensions = Map.copyOf(dimensions);
        }
    }

    public MetricMath {
        others = Map.copyOf(others);
        inputs = Map.copyOf(inputs);
    }

    /// Whether it computes a formula over the sums of the inputs of one metric each, such as the hits of all nodes of a
    /// cache, however it is written: both give the same for several values of all inputs. An expression with a function
    /// that is not known computes nothing of ours.
    ///
    /// @param metrics the metric of the catalogue that each input is, by the input's id
    boolean computes(Formula formula, Map<String, String> metrics) {
        for (int sample = 1; sample <= SAMPLES; sample++) {
            Map<String, Double> values = values(sample);
            Map<String, Double> sums = new HashMap<>();
            values.forEach((id, value) -> sums.merge(metrics.getOrDefault(id, ""), value, Double::sum));
            if (!sums.keySet().equals(new TreeSet<>(formula.inputs()))) {
                return false;
            }
            double wanted = switch (formula) {
                case Formula.Sum(var parts) -> parts.stream().mapToDouble(sums::get).sum();
                case Formula.Share(var part, var rest) -> 100 * sums.get(part) / (sums.get(part) + sums.get(rest));
            };
            if (!isNear(value(values), wanted)) {
                return false;
            }
        }
        return true;
    }

    /// Whether it is the one metric that goes into it.
    boolean isPlain() {
        if (inputs.size() != 1) {
            return false;
        }
        Map<String, Double> values = values(1);
        return isNear(value(values), values.values().iterator().next());
    }

    private static boolean isNear(OptionalDouble value, double wanted) {
        return value.isPresent() && Math.abs(value.getAsDouble() - wanted) <= 1e-9 * Math.abs(wanted);
    }

    private OptionalDouble value(Map<String, Double> values) {
        return new MathExpression(values, others).value(expression);
    }

    /// Other values for each input and each sample.
    private Map<String, Double> values(int sample) {
        var values = new HashMap<String, Double>();
        List<String> ids = inputs.keySet().stream().sorted().toList();
        for (int i = 0; i < ids.size(); i++) {
            values.put(ids.get(i), 3.0 + (i + 1) * (i + 1) * (2 * sample + 1) + sample % 3);
        }
        return values;
    }
}
