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
/// CloudWatch's usual delay; otherwise the newest periods are missing and count as the rule says. Where the rule ignores
/// them, the window stays at the newest sample however old it is, and with it the state. A metric that the
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
    /// @param since the sample with which the unbroken run of periods that breach began, for a rule in alarm; the same
    ///              however much later it is asked
    public record Outcome(State state, OptionalDouble value, Optional<Instant> since) {
        /// A figure that the rule needs could not be read.
        public static Outcome unknown() {
            return new Outcome(State.UNKNOWN, OptionalDouble.empty(), Optional.empty());
        }
    }

    /// Whether the newest periods are missing, so that [#evaluate] would judge their absence. Under
    /// [MissingData#IGNORE] absence is never judged once there has been a sample.
    public boolean isSilent(Series series, Instant now) {
        Series complete = complete(series, now);
        return complete.isEmpty() || !anchor(complete, now).equals(newestEnd(complete));
    }

    public Outcome evaluate(Series series, Instant now) {
        Series complete = complete(series, now);
        if (complete.isEmpty()) {
            return new Outcome(onNoData(), OptionalDouble.empty(), Optional.empty());
        }
        Duration period = rule.period().compareTo(base()) < 0 ? base() : rule.period();
        Instant end = anchor(complete, now);
        Instant first = complete.at(0);
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < rule.evaluated(); i++) {
            Instant to = end.minus(period.multipliedBy(i));
            if (isPolled() && !to.isAfter(first)) {
                break;
            }
            periods.add(period(complete, to.minus(period), to));
        }
        return judge(periods, complete, period);
    }

    private record Period(Instant from, Instant to, OptionalDouble value) {}

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

    /// Walks back from the newest breaching period, sample by sample and not period by period, as long as the period that
    /// ends there breaches: otherwise the answer would depend on the minute in which it is asked. Periods in which the
    /// console did not look end nothing: what it found before and after them is one trouble.
    private Instant since(Series complete, Period newest, Duration period) {
        Instant since = tipped(complete, newest);
        Instant first = complete.at(0);
        Instant to = newest.to().minus(base());
        while (to.isAfter(first)) {
            Period before = period(complete, to.minus(period), to);
            boolean unseen = isPolled() && before.value().isEmpty();
            if (!unseen && !breaches(before)) {
                return since;
            }
            since = unseen ? since : tipped(complete, before);
            to = to.minus(base());
        }
        return since;
    }

    /// The newest sample of a period; where it has none, when one was due.
    private Instant tipped(Series complete, Period breaching) {
        Series part = complete.between(breaching.from(), breaching.to());
        return part.isEmpty() ? breaching.to().minus(base()) : part.at(part.size() - 1);
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

    private Instant anchor(Series complete, Instant now) {
        Instant newest = newestEnd(complete);
        Instant expected = Instant.ofEpochSecond(now.getEpochSecond() / 60 * 60);
        boolean inTime = Duration.between(newest, expected).compareTo(DELAY.plus(base())) <= 0;
        return inTime || rule.missing() == MissingData.IGNORE ? newest : expected;
    }

    private Instant newestEnd(Series complete) {
        return complete.at(complete.size() - 1).plus(base());
    }

    private Series complete(Series series, Instant now) {
        return isPolled() ? series : series.complete(base(), now);
    }

    private boolean isPolled() {
        return metric.origin() instanceof MetricDefinition.Polled;
    }

    /// The period of the metric's own samples.
    private Duration base() {
        return metric.origin() instanceof CloudWatch cloudWatch ? cloudWatch.period() : Duration.ofMinutes(1);
    }

    private Period period(Series series, Instant from, Instant to) {
        Series part = series.between(from, to);
        if (part.isEmpty()) {
            return new Period(from, to, OptionalDouble.empty());
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
        return new Period(from, to, OptionalDouble.of(value));
    }

    /// How the rule compares.
    public Comparison comparison() {
        return new Comparison(Comparison.Relation.of(rule.direction()), statistic(), rule.period());
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
