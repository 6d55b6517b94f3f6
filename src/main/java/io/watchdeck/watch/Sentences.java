package io.watchdeck.watch;

import io.watchdeck.alarms.Condition.State;
import io.watchdeck.alarms.RuleEvaluation.Outcome;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.stack.Threshold;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Says conditions: the figure with its limit beside it, in the words of the thing that is meant.
public final class Sentences {

    private Sentences() {}

    /// Claims no trouble that the rule does not find: what a rule without an alarm says is a figure, or that all is well.
    ///
    /// @param others the newest value of another metric of the same component
    static Phrase ofRule(RuleSpec rule, MetricDefinition metric, String component, Outcome outcome, double threshold,
            Function<String, OptionalDouble> others) {
        if (outcome.value().isEmpty()) {
            return Phrase.of("condition.noValue", label(metric), component);
        }
        double now = outcome.value().getAsDouble();
        boolean claims = outcome.state() == State.ALARM;
        return switch (metric.id()) {
            case "service.missing" -> running(component, others.apply("service.running"), now);
            case "service.runningPercent" -> running(component, others.apply("service.running"),
                    others.apply("service.missing").orElse(0));
            case "service.failedDeployments" -> claims ? Phrase.of("condition.deploymentFailed", component)
                    : now == 0 ? Phrase.of("condition.noDeploymentFailed", component)
                    : limit(rule, metric, now, threshold, OptionalDouble.empty());
            case "pipeline.failed" -> claims ? Phrase.of("condition.pipelineFailed", component)
                    : now == 0 ? Phrase.of("condition.pipelineNotFailed", component)
                    : limit(rule, metric, now, threshold, OptionalDouble.empty());
            case "queue.deadLetters" -> Phrase.of("condition.deadLetters", now);
            case "queue.deadLetterHoursLeft" -> Phrase.of("condition.deadLetterHoursLeft",
                    Duration.ofMinutes(Math.round(now * 60)));
            case "batch.failed24h" -> Phrase.of("condition.batchFailed", now);
            case "tg.unhealthy" -> Phrase.of("condition.unhealthy", component, now);
            default -> limit(rule, metric, now, threshold, over(rule, metric, claims, threshold, others));
        };
    }

    /// A notice with the document's own word beside it: what the document calls urgent is money, and wakes nobody.
    static Phrase documented(RuleSpec rule, State state, Phrase sentence) {
        return rule.says().filter(_ -> rule.severity() == Severity.NOTICE && state == State.ALARM)
                .map(word -> Phrase.of("condition.documented", sentence, word)).orElse(sentence);
    }

    /// The newest sample, where a rule finds trouble in its whole period that this sample no longer shows: the figure stands
    /// beside the sentence on the screens, and one that says 92 beside one that says 72 has to say which is now.
    private static OptionalDouble over(RuleSpec rule, MetricDefinition metric, boolean claims, double threshold,
            Function<String, OptionalDouble> others) {
        OptionalDouble newest = claims ? others.apply(metric.id()) : OptionalDouble.empty();
        boolean over = newest.isPresent() && switch (rule.direction()) {
            case ABOVE -> newest.getAsDouble() <= threshold;
            case BELOW -> newest.getAsDouble() >= threshold;
        };
        return over ? newest : OptionalDouble.empty();
    }

    /// A count by the minute is judged by its sum over the period of the rule.
    private static Phrase limit(RuleSpec rule, MetricDefinition metric, double now, double threshold,
            OptionalDouble newest) {
        if (metric.unit() == Unit.PER_MINUTE && rule.period().compareTo(Duration.ofMinutes(1)) > 0) {
            return Phrase.of("condition.limitIn", label(metric), count(now), rule.period(), count(threshold));
        }
        if (newest.isPresent()) {
            return Phrase.of("condition.limitOver", label(metric), amount(metric, now), rule.period(),
                    amount(metric, newest.getAsDouble()), amount(metric, threshold));
        }
        if (rule.threshold() instanceof Threshold.PercentOf(var percent, var whole)) {
            return Phrase.of("condition.limitShare", label(metric), amount(metric, now), amount(metric, threshold),
                    percent, Phrase.of("limit." + whole));
        }
        return Phrase.of("condition.limit", label(metric), amount(metric, now), amount(metric, threshold));
    }

    static Phrase count(double value) {
        return Phrase.of("amount." + Unit.COUNT, value);
    }

    private static Phrase running(String component, OptionalDouble running, double missing) {
        return Phrase.of("condition.running", component, running.orElse(0), running.orElse(0) + missing);
    }

    static Phrase noLimit(RuleSpec rule, MetricDefinition metric, String component) {
        return Phrase.of("condition.noLimit", label(metric), component, rule.name());
    }

    /// What the rule needs could not be read: no statement about the component.
    static Phrase notRead(MetricDefinition metric, String component) {
        return Phrase.of("condition.notRead", label(metric), component);
    }

    static Phrase label(MetricDefinition metric) {
        return Phrase.of("metric." + metric.id());
    }

    /// A value of a metric with its unit.
    public static Phrase amount(MetricDefinition metric, double value) {
        if (metric.unit() == Unit.SECONDS && value < 10) {
            return Phrase.of("amount.MILLISECONDS", value * 1000);
        }
        if (metric.unit() == Unit.BYTES) {
            return Phrase.of("amount.BYTES", value / (1L << 30));
        }
        return Phrase.of("amount." + metric.unit(), value);
    }
}
