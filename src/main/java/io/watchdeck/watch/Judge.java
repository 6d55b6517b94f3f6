package io.watchdeck.watch;

import io.watchdeck.alarms.AlarmScope;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.alarms.RuleEvaluation;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.stack.StackFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/// Evaluates every rule and every CloudWatch alarm that concerns a stack. Pure, but for the board it is given.
final class Judge {

    private final MetricCatalogue catalogue;

    Judge(MetricCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// What was not read yet is not known, whatever a rule makes of missing data.
    ///
    /// @param refused nothing of the stack may be read
    List<Condition> conditions(StackFile stack, Board board, Panel<List<CloudAlarm>> alarms, Limits limits,
            boolean refused,
            Instant now) {
        var conditions = new ArrayList<Condition>();
        for (RuleOn rule : RuleOn.of(stack, catalogue)) {
            conditions.add(ofRule(rule, board, limits, refused ? Read.FAILED : read(stack, board, rule), now));
        }
        if (!refused) {
            conditions.addAll(CostNotices.of(stack, board.cost.get(stack.id()).latest(),
                    board.budgets.get(Board.ONLY).latest().orElse(List.of()), now));
        }
        var scope = new AlarmScope(stack, catalogue);
        boolean current = alarms.deciding(now).isPresent();
        alarms.state().latest().orElse(List.of()).forEach(alarm -> scope.component(alarm)
                .ifPresent(on -> conditions.add(ofAlarm(alarm, on, scope, current, isGone(stack, board, on),
                        own(alarm, on, scope, id -> board.history.series(new SeriesId(stack.id(), id, on.name())),
                                now)))));
        return conditions;
    }

    private static Condition ofRule(RuleOn rule, Board board, Limits limits, Read read, Instant now) {
        OptionalDouble threshold = rule.threshold(limits);
        if (threshold.isEmpty()) {
            return rule.withoutLimit(read == Read.GONE);
        }
        RuleEvaluation evaluation = rule.evaluation(threshold.getAsDouble());
        Series series = board.history.series(rule.id());
        boolean unknown = read == Read.GONE || read == Read.FAILED && evaluation.isSilent(series, now);
        return unknown ? rule.unread(threshold.getAsDouble(), read == Read.GONE)
                : rule.found(evaluation.evaluate(series, now), threshold.getAsDouble(),
                        other -> board.history.series(other).last().map(sample -> OptionalDouble.of(sample.value()))
                                .orElse(OptionalDouble.empty()));
    }

    /// What the last try to read what a metric is made of says of its samples.
    private enum Read {
        WELL,
        /// It failed or is still to come: silence says nothing about the component.
        FAILED,
        /// The component is not there: what was read of it before says nothing any more.
        GONE
    }

    /// That CloudWatch has no data is an answer.
    private static Read read(StackFile stack, Board board, RuleOn rule) {
        if (isGone(stack, board, new ComponentId(rule.metric().kind(), rule.id().component()))) {
            return Read.GONE;
        }
        return sources(stack, board, rule).allMatch(Judge::isAnswered) ? Read.WELL : Read.FAILED;
    }

    private static boolean isAnswered(Loadable<?> state) {
        return !(state instanceof Loadable.Loading)
                && state.problem().filter(failure -> failure.kind() != Failure.Kind.ABSENT).isEmpty();
    }

    private static boolean isGone(StackFile stack, Board board, ComponentId on) {
        return component(stack, board, on).flatMap(Loadable::problem)
                .filter(failure -> failure.kind() == Failure.Kind.NOT_FOUND).isPresent();
    }

    /// What AWS says of a component itself; empty of those of which only CloudWatch tells.
    private static Optional<Loadable<?>> component(StackFile stack, Board board, ComponentId on) {
        String name = on.name();
        return switch (on.kind()) {
            case SERVICE -> Optional.of(board.services.get(new ServiceKey(stack.cluster(), name)));
            case TARGET_GROUP -> Optional.of(board.targets.get(name));
            case DATABASE -> Optional.of(board.databases.get(name));
            case QUEUE -> Optional.of(board.queues.get(name));
            case BATCH_QUEUE -> Optional.of(board.batch.get(name));
            case PIPE -> Optional.of(board.pipes.get(name));
            case PIPELINE -> Optional.of(board.pipelines.get(name));
            case STACK, LOAD_BALANCER, CACHE -> Optional.empty();
        };
    }

    /// All that a rule's figure is made of.
    private static Stream<Loadable<?>> sources(StackFile stack, Board board, RuleOn rule) {
        if (!(rule.metric().origin() instanceof MetricDefinition.Polled)) {
            return Stream.of(board.metrics.get(rule.id()));
        }
        String name = rule.id().component();
        Stream<Loadable<?>> itself =
                component(stack, board, new ComponentId(rule.metric().kind(), name)).stream();
        return switch (rule.metric().kind()) {
            case QUEUE -> Stream.concat(itself, stack.components().queues().stream()
                    .filter(queue -> queue.name().equals(name))
                    .flatMap(queue -> SiteReader.deadLetterQueue(queue, board.queues.get(name)).stream())
                    .map(board.queues::get));
            case STACK -> Stream.of(board.cost.get(stack.id()));
            case SERVICE, BATCH_QUEUE, PIPELINE, LOAD_BALANCER, TARGET_GROUP, DATABASE, CACHE, PIPE -> itself;
        };
    }

    private static OptionalDouble own(CloudAlarm alarm, ComponentId on, AlarmScope scope,
            Function<String, Series> series, Instant now) {
        return scope.metric(alarm).flatMap(metric -> scope.comparison(alarm, on)
                .map(compared -> CloudValue.own(metric, compared, series.apply(metric.id()), now)))
                .orElse(OptionalDouble.empty());
    }

    /// @param current whether the alarm's state was read lately enough to decide anything
    /// @param gone    whether AWS has answered that what it is on does not exist
    /// @param own     our own reading of what it watches
    static Condition ofAlarm(CloudAlarm alarm, ComponentId on, AlarmScope scope, boolean current, boolean gone,
            OptionalDouble own) {
        State state = !current ? State.UNKNOWN : switch (alarm.state()) {
            case "OK" -> State.OK;
            case "ALARM" -> State.ALARM;
            default -> State.UNKNOWN;
        };
        return new Condition(alarm.name(), Source.CLOUDWATCH, on, scope.metric(alarm).map(MetricDefinition::id),
                scope.severity(alarm), state, state == State.UNKNOWN ? OptionalDouble.empty()
                        : own.isPresent() ? own : CloudValue.told(alarm),
                alarm.threshold(), scope.comparison(alarm, on),
                Optional.of(alarm.since()).filter(_ -> current), AlarmSentences.of(alarm, scope.metric(alarm), state),
                gone && state == State.UNKNOWN);
    }
}
