package io.watchdeck.watch;

import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.alarms.DefaultRules;
import io.watchdeck.alarms.RuleEvaluation;
import io.watchdeck.alarms.RuleEvaluation.Outcome;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.Phrase;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.Threshold;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/// A rule on one component of a stack.
///
/// @param id of the metric that it judges
record RuleOn(RuleSpec rule, MetricDefinition metric, SeriesId id) {

    /// The rules of a stack, and those of ours that it does not override, on each component that has the metric.
    static List<RuleOn> of(StackFile stack, MetricCatalogue catalogue) {
        return DefaultRules.effective(stack).stream().flatMap(rule -> catalogue.find(rule.metric()).stream()
                .flatMap(metric -> on(rule, metric, stack))).toList();
    }

    private static Stream<RuleOn> on(RuleSpec rule, MetricDefinition metric, StackFile stack) {
        return WantedMetrics.names(stack, metric).stream()
                .filter(name -> rule.on().isEmpty() || rule.on().get().equals(name))
                .map(name -> new RuleOn(rule, metric, new SeriesId(stack.id(), metric.id(), name)));
    }

    /// In the metric's unit; empty while the limit is not known of which it is a part.
    OptionalDouble threshold(Limits limits) {
        return switch (rule.threshold()) {
            case Threshold.Absolute(var value) -> OptionalDouble.of(value);
            case Threshold.PercentOf(var percent, var limit) -> {
                OptionalDouble whole = limits.of(limit, id.component());
                yield whole.isEmpty() ? whole : OptionalDouble.of(whole.getAsDouble() * percent / 100);
            }
        };
    }

    RuleEvaluation evaluation(double threshold) {
        return new RuleEvaluation(rule, metric, threshold);
    }

    /// Nothing is found as long as the limit is not known.
    ///
    /// @param gone as [Condition#gone]
    Condition withoutLimit(boolean gone) {
        return condition(Outcome.unknown(), OptionalDouble.empty(), Sentences.noLimit(rule, metric, id.component()),
                gone);
    }

    /// What the rule needs could not be read.
    ///
    /// @param gone as [Condition#gone]
    Condition unread(double threshold, boolean gone) {
        return condition(Outcome.unknown(), OptionalDouble.of(threshold),
                Sentences.notRead(metric, id.component()), gone);
    }

    /// @param others the newest value of another metric of the component
    Condition found(Outcome outcome, double threshold, Function<SeriesId, OptionalDouble> others) {
        return condition(outcome, OptionalDouble.of(threshold),
                Sentences.documented(rule, outcome.state(), Sentences.ofRule(rule, metric, id.component(), outcome,
                        threshold, other -> others.apply(new SeriesId(id.stack(), other, id.component())))),
                false);
    }

    private Condition condition(Outcome outcome, OptionalDouble threshold, Phrase sentence, boolean gone) {
        return new Condition(rule.name(), Source.RULE, new ComponentId(metric.kind(), id.component()),
                Optional.of(metric.id()), rule.severity(), outcome.state(), outcome.value(), threshold,
                Optional.of(evaluation(threshold.orElse(Double.NaN)).comparison()), outcome.since(), sentence, gone);
    }
}
