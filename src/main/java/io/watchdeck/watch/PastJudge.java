package io.watchdeck.watch;

import io.watchdeck.alarms.AlarmScope;
import io.watchdeck.alarms.AlarmTurn;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.ConditionTurn;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.StackFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says what the rules and CloudWatch alarms of a stack found in a time in which nobody looked, as [Judge] would have at each
/// minute of it. Thresholds that are a part of a limit are those of today's limit. Pure.
final class PastJudge {

    private static final Kept NOTHING = new Kept(Series.empty(), List.of());

    private final MetricCatalogue catalogue;

    /// What is kept of a metric.
    ///
    /// @param series the samples, at the metric's own period
    /// @param unread when nobody knows what there was: in any order
    record Kept(Series series, List<TimeRange> unread) {}

    /// What is known of the CloudWatch alarms of the account.
    ///
    /// @param alarms as they are now
    /// @param turns  of the range, oldest first; empty where the history could not be read
    record CloudPast(List<CloudAlarm> alarms, Optional<List<AlarmTurn>> turns) {}

    PastJudge(MetricCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// The metrics whose past decides.
    Set<SeriesId> series(StackFile stack) {
        return RuleOn.of(stack, catalogue).stream().map(RuleOn::id).collect(Collectors.toUnmodifiableSet());
    }

    /// How much of them is needed to judge a range: somewhat more than the range itself.
    TimeRange needed(StackFile stack, TimeRange range) {
        Duration before = RuleOn.of(stack, catalogue).stream().map(rule -> rule.evaluation(0).lookBack())
                .max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        return new TimeRange(range.from().minus(before), range.to());
    }

    /// In order of time, of each rule and alarm first how it was at the begin of the range.
    ///
    /// @param past what is kept of a metric; empty of one of which nobody knows anything
    List<ConditionTurn> turns(StackFile stack, Limits limits, Function<SeriesId, Optional<Kept>> past,
            CloudPast cloud, TimeRange range) {
        if (range.length().isZero()) {
            return List.of();
        }
        Stream<ConditionTurn> rules = RuleOn.of(stack, catalogue).stream()
                .flatMap(rule -> ofRule(rule, limits, past, range));
        var scope = new AlarmScope(stack, catalogue);
        Stream<ConditionTurn> alarms = cloud.alarms().stream().flatMap(alarm -> scope.component(alarm).stream()
                .flatMap(on -> ofAlarm(alarm, on, scope, cloud.turns(), range).stream()));
        return Stream.concat(rules, alarms).sorted(Comparator.comparing(ConditionTurn::at)).toList();
    }

    private static Stream<ConditionTurn> ofRule(RuleOn rule, Limits limits,
            Function<SeriesId, Optional<Kept>> past, TimeRange range) {
        OptionalDouble threshold = rule.threshold(limits);
        Optional<Kept> kept = past.apply(rule.id());
        if (threshold.isEmpty() || kept.isEmpty()) {
            return Stream.of(new ConditionTurn(range.from(), threshold.isEmpty() ? rule.withoutLimit(false)
                    : rule.unread(threshold.getAsDouble(), false)));
        }
        double limit = threshold.getAsDouble();
        return rule.evaluation(limit).turns(kept.get().series(), kept.get().unread(), range).stream()
                .map(turn -> new ConditionTurn(turn.at(), rule.found(turn.outcome(), limit,
                        other -> newest(past.apply(other).orElse(NOTHING).series(), turn.at()))));
    }

    private static OptionalDouble newest(Series series, Instant at) {
        int count = series.before(at.getEpochSecond());
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(series.value(count - 1));
    }

    private static List<ConditionTurn> ofAlarm(CloudAlarm alarm, ComponentId on, AlarmScope scope,
            Optional<List<AlarmTurn>> all, TimeRange range) {
        Function<CloudAlarm, Condition> known = then -> Judge.ofAlarm(then, on, scope, true, false,
                OptionalDouble.empty());
        var turns = new ArrayList<ConditionTurn>();
        List<AlarmTurn> own = all.orElse(List.of()).stream()
                .filter(turn -> turn.alarm().equals(alarm.name()) && range.contains(turn.at())).toList();
        boolean stayed = all.isPresent() && own.isEmpty() && !alarm.since().isAfter(range.from());
        turns.add(new ConditionTurn(range.from(), stayed ? known.apply(alarm)
                : own.isEmpty() ? Judge.ofAlarm(alarm, on, scope, false, false, OptionalDouble.empty())
                : known.apply(alarm.in(own.getFirst().before(), "", range.from()))));
        own.forEach(turn -> turns.add(new ConditionTurn(turn.at(), known.apply(
                alarm.in(turn.state(), turn.reason(), turn.at())))));
        return turns;
    }
}
