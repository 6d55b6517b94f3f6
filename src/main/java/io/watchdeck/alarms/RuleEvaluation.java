package io.watchdeck.alarms;

import io.watchdeck.alarms.Condition.State;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.MetricDefinition.CloudWatch;
import io.watchdeck.metrics.Series;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.stack.RuleSpec.MissingData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Evaluates one rule over the series of its metric. Pure: the same series, threshold and instant give the same
/// answer, however often and by whomever it is asked.
///
/// Only complete periods count. The window of M periods ends with the newest sample, as long as that is not older than
/// CloudWatch's usual delay; otherwise the newest periods are missing and count as the rule says. A metric that the
/// console itself counts has no past before its first sample, so the window never reaches behind it.
public final class RuleEvaluation {

    /// CloudWatch publishes a period up to this long after its end.
    private static final Duration DELAY = Duration.ofMinutes(3);

    private final RuleSpec rule;
    private final MetricDefinition metric;
    private final double threshold;

    /// @param threshold in the metric's unit, with percentages of limits already resolved
    public RuleEvaluation(RuleSpec rule, MetricDefinition metric, double threshold) {
        this.rule = rule;
        this.metric = metric;
        this.threshold = threshold;
    }

    /// @param value newest period's value, if it has one
    /// @param since begin of the first of the unbroken run of periods that breach, for a rule in alarm
    public record Outcome(State state, OptionalDouble value, Optional<Instant> since) {}

    public Outcome evaluate(Series series, Instant now) {
        Duration base = metric.origin() instanceof CloudWatch cloudWatch ? cloudWatch.period() : Duration.ofMinutes(1);
        boolean polled = metric.origin() instanceof MetricDefinition.Polled;
        Series complete = polled ? series : series.complete(base, now);
        if (complete.isEmpty()) {
            return new Outcome(onNoData(), OptionalDouble.empty(), Optional.empty());
        }
        Duration period = rule.period().compareTo(base) < 0 ? base : rule.period();
        Instant end = anchor(complete, base, now);
        Instant first = complete.at(0);
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < rule.evaluated(); i++) {
            Instant to = end.minus(period.multipliedBy(i));
            if (polled && !to.isAfter(first)) {
                break;
            }
            periods.add(period(complete, to.minus(period), to));
        }
        return judge(periods, complete, period);
    }

    private record Period(Instant from, OptionalDouble value) {}

    private Outcome judge(List<Period> periods, Series complete, Duration period) {
        int needed = Math.min(rule.breaching(), periods.size());
        List<Period> breaching = periods.stream().filter(this::breaches).toList();
        OptionalDouble newest = periods.stream().map(Period::value).filter(OptionalDouble::isPresent).findFirst()
                .orElse(OptionalDouble.empty());
        if (needed > 0 && breaching.size() >= needed) {
            return new Outcome(State.ALARM, newest, Optional.of(since(complete, breaching.getFirst(), period)));
        }
        return new Outcome(newest.isPresent() ? State.OK : onNoData(), newest, Optional.empty());
    }

    private State onNoData() {
        return switch (rule.missing()) {
            case BREACHING -> State.ALARM;
            case NOT_BREACHING -> State.OK;
            case MISSING, IGNORE -> State.UNKNOWN;
        };
    }

    /// Walks back from the newest breaching period as long as periods breach.
    private Instant since(Series complete, Period newest, Duration period) {
        Instant since = newest.from();
        Instant first = complete.at(0);
        while (since.isAfter(first) && breaches(period(complete, since.minus(period), since))) {
            since = since.minus(period);
        }
        return since;
    }

    private boolean breaches(Period one) {
        if (one.value().isEmpty()) {
            return rule.missing() == MissingData.BREACHING;
        }
        double value = one.value().getAsDouble();
        return switch (rule.direction()) {
            case ABOVE -> value > threshold;
            case BELOW -> value < threshold;
        };
    }

    private static Instant anchor(Series complete, Duration base, Instant now) {
        Instant newestEnd = complete.at(complete.size() - 1).plus(base);
        Instant expected = Instant.ofEpochSecond(now.getEpochSecond() / 60 * 60);
        return Duration.between(newestEnd, expected).compareTo(DELAY.plus(base)) <= 0 ? newestEnd : expected;
    }

    private Period period(Series series, Instant from, Instant to) {
        Series part = series.between(from, to);
        if (part.isEmpty()) {
            return new Period(from, OptionalDouble.empty());
        }
        double sum = 0;
        double max = Double.NEGATIVE_INFINITY;
        double min = Double.POSITIVE_INFINITY;
        for (int i = 0; i < part.size(); i++) {
            sum += part.value(i);
            max = Math.max(max, part.value(i));
            min = Math.min(min, part.value(i));
        }
        double value = switch (statistic()) {
            case "Sum" -> sum;
            case "Maximum" -> max;
            case "Minimum" -> min;
            case "last" -> part.value(part.size() - 1);
            default -> sum / part.size();
        };
        return new Period(from, OptionalDouble.of(value));
    }

    private String statistic() {
        return switch (metric.origin()) {
            case CloudWatch cloudWatch -> cloudWatch.statistic();
            case MetricDefinition.Polled() -> "last";
            case MetricDefinition.Derived(var formula) -> switch (formula) {
                case MetricDefinition.Formula.Sum _ -> "Sum";
                case MetricDefinition.Formula.Share _ -> "Average";
            };
        };
    }
}
