package io.watchdeck.watch;

import io.watchdeck.alarms.AlarmScope;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.alarms.DefaultRules;
import io.watchdeck.alarms.RuleEvaluation;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.MetricHistory;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.ComponentId;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.stack.Plan;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.Threshold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/// Evaluates every rule and every CloudWatch alarm that concerns a stack. Pure, but for the history it is given.
final class Judge {

    private final MetricCatalogue catalogue;

    Judge(MetricCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// @param maxConnections the limit of a database by its id, where one is known
    List<Condition> conditions(StackFile stack, MetricHistory history, List<CloudAlarm> alarms,
            Function<String, OptionalInt> maxConnections, Instant now) {
        var conditions = new ArrayList<Condition>();
        for (RuleSpec rule : DefaultRules.effective(stack)) {
            catalogue.find(rule.metric()).ifPresent(metric -> WantedMetrics.names(stack, metric).stream()
                    .filter(name -> rule.on().isEmpty() || rule.on().get().equals(name))
                    .forEach(name -> conditions.add(ofRule(stack, rule, metric, name, history, maxConnections, now))));
        }
        var scope = new AlarmScope(stack, catalogue);
        alarms.forEach(alarm -> scope.component(alarm)
                .ifPresent(on -> conditions.add(ofAlarm(alarm, on, scope))));
        return conditions;
    }

    private Condition ofRule(StackFile stack, RuleSpec rule, MetricDefinition metric, String name,
            MetricHistory history, Function<String, OptionalInt> maxConnections, Instant now) {
        var on = new ComponentId(metric.kind(), name);
        OptionalDouble threshold = threshold(stack, rule.threshold(), name, maxConnections);
        if (threshold.isEmpty()) {
            return new Condition(rule.name(), Source.RULE, on, Optional.of(metric.id()), rule.severity(),
                    State.UNKNOWN, OptionalDouble.empty(), threshold, Optional.empty(),
                    Sentences.noLimit(rule, metric, name));
        }
        var outcome = new RuleEvaluation(rule, metric, threshold.getAsDouble())
                .evaluate(history.series(new SeriesId(stack.id(), metric.id(), name)), now);
        return new Condition(rule.name(), Source.RULE, on, Optional.of(metric.id()), rule.severity(), outcome.state(),
                outcome.value(), threshold, outcome.since(),
                Sentences.ofRule(rule, metric, name, outcome.value(), threshold.getAsDouble(),
                        other -> history.series(new SeriesId(stack.id(), other, name)).last()
                                .map(sample -> OptionalDouble.of(sample.value())).orElse(OptionalDouble.empty())));
    }

    private static Condition ofAlarm(CloudAlarm alarm, ComponentId on, AlarmScope scope) {
        State state = switch (alarm.state()) {
            case "OK" -> State.OK;
            case "ALARM" -> State.ALARM;
            default -> State.UNKNOWN;
        };
        return new Condition(alarm.name(), Source.CLOUDWATCH, on, scope.metric(alarm).map(MetricDefinition::id),
                scope.severity(alarm), state, OptionalDouble.empty(), alarm.threshold(), Optional.of(alarm.since()),
                Sentences.ofAlarm(alarm, scope.metric(alarm)));
    }

    private static OptionalDouble threshold(StackFile stack, Threshold threshold, String component,
            Function<String, OptionalInt> maxConnections) {
        return switch (threshold) {
            case Threshold.Absolute(var value) -> OptionalDouble.of(value);
            case Threshold.PercentOf(var percent, var limit) -> share(percent,
                    limit(stack, limit, component, maxConnections));
        };
    }

    private static OptionalDouble limit(StackFile stack, Threshold.Limit limit, String component,
            Function<String, OptionalInt> maxConnections) {
        Optional<DatabaseSpec> database = stack.components().databases().stream()
                .filter(one -> one.id().equals(component)).findFirst();
        return switch (limit) {
            case MAX_CONNECTIONS -> real(maxConnections.apply(component));
            case STORAGE -> database.filter(one -> one.storageBytes().isPresent())
                    .map(one -> OptionalDouble.of(one.storageBytes().getAsLong())).orElse(OptionalDouble.empty());
            case MAX_ACU -> database.map(DatabaseSpec::maxAcu).orElse(OptionalDouble.empty());
            case DESIRED_TASKS -> stack.components().services().stream()
                    .filter(service -> service.name().equals(component)).map(ServiceSpec::desired)
                    .filter(OptionalInt::isPresent).map(desired -> OptionalDouble.of(desired.getAsInt())).findFirst()
                    .orElse(OptionalDouble.empty());
            case PLAN -> stack.plan().flatMap(plan -> plan.total().or(plan::linesTotal)).map(Plan.Amount::to)
                    .map(money -> OptionalDouble.of(money.amount().doubleValue())).orElse(OptionalDouble.empty());
        };
    }

    private static OptionalDouble share(double percent, OptionalDouble whole) {
        return whole.isEmpty() ? whole : OptionalDouble.of(whole.getAsDouble() * percent / 100);
    }

    private static OptionalDouble real(OptionalInt whole) {
        return whole.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(whole.getAsInt());
    }
}
