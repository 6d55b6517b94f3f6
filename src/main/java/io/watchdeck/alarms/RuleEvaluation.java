package io.watchdeck.alarms;

import io.watchdeck.alarms.Condition.State;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.MetricDefinition.CloudWatch;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.TimeRange;
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
/// console itself counts has no past before its first sample, so the window never reaches behind it. Where it reaches back
/// over a time in which the console did not look, and that time would decide, nothing is known: what was wrong before a
/// pause is not over because nobody saw it.
public final class RuleEvaluation {

    /// CloudWatch publishes a period up to this long after its end.
    private static final Duration DELAY = Duration.ofMinutes(3);
    private static final Duration A_DAYS_SAMPLE = Duration.ofHours(26);
    private static final long MINUTE = 60;

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

    /// What the rule finds from a moment on.
    public record Turn(Instant at, Outcome outcome) {}

    /// Whether the newest periods are missing, so that [#evaluate] would judge their absence. Under
    /// [MissingData#IGNORE] absence is never judged once there has been a sample.
    public boolean isSilent(Series series, Instant now) {
        Periods periods = periods(series, 0, 0).ended(now);
        return periods.isEmpty() || anchor(periods, now.getEpochSecond()) != periods.newestEnd();
    }

    public Outcome evaluate(Series series, Instant now) {
        Periods periods = periods(series, 0, 0).ended(now);
        return find(periods, now.getEpochSecond()).outcome(periods);
    }

    /// What the rule would have found, had it been evaluated at each whole minute of a range with the samples that had ended
    /// by then: the first of it, each change of state, and each value in alarm that is worse than any since the state changed.
    /// Unknown where the rule looks at time that nobody has read.
    ///
    /// @param series with as much before the range as [#lookBack] says
    /// @param unread when nobody knows what happened
    public List<Turn> turns(Series series, List<TimeRange> unread, TimeRange range) {
        long from = Math.ceilDiv(ceil(range.from()), MINUTE) * MINUTE;
        long to = ceil(range.to());
        long reach = lookBack().toSeconds();
        Periods periods = periods(series, from - reach, to + MINUTE);
        var blind = new Blind(unread);
        var turns = new ArrayList<Turn>();
        Optional<Found> last = Optional.empty();
        double worst = Double.NaN;
        for (long now = from; now < to; now += MINUTE) {
            periods.endedBy(now);
            Found found = blind.reaches(windowStart(periods, now), now) ? Found.UNKNOWN
                    : last.isPresent() && last.get().isThatOf(periods, anchor(periods, now)) ? last.get()
                    : find(periods, now);
            boolean turned = last.isEmpty() || last.get().state() != found.state();
            if (turned || found.state() == State.ALARM && isWorse(found.value(), worst)) {
                turns.add(new Turn(Instant.ofEpochSecond(now), found.outcome(periods)));
                worst = found.value();
            }
            last = Optional.of(found);
        }
        return List.copyOf(turns);
    }

    /// How far before a moment the samples begin that decide what is found then. Where the newest sample counts however old it
    /// is, as that of a bill that is read once a day, as much as a day and some hours.
    public Duration lookBack() {
        Duration window = length().multipliedBy(rule.evaluated()).plus(DELAY).plus(base()).plus(base());
        return rule.missing() == MissingData.IGNORE ? window.plus(A_DAYS_SAMPLE) : window;
    }

    /// @param value    of the newest period that has one; NaN where none has
    /// @param breaching end of the newest period that breaches, of a rule in alarm
    /// @param ended    how many samples had ended
    /// @param end      of the newest period
    private record Found(State state, double value, long breaching, int ended, long end) {
        static final Found UNKNOWN = new Found(State.UNKNOWN, Double.NaN, 0, -1, 0);

        boolean isThatOf(Periods periods, long anchor) {
            return ended == periods.ended() && end == anchor;
        }

        Outcome outcome(Periods periods) {
            return new Outcome(state, Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value),
                    state == State.ALARM && ended > 0 ? Optional.of(Instant.ofEpochSecond(periods.since(breaching)))
                            : Optional.empty());
        }
    }

    private Found find(Periods periods, long now) {
        long end = anchor(periods, now);
        if (periods.isEmpty()) {
            return new Found(onNoData(), Double.NaN, end, 0, end);
        }
        int evaluated = 0;
        int breaches = 0;
        int unseen = 0;
        long breaching = 0;
        double newest = Double.NaN;
        for (long to = end; evaluated < rule.evaluated() && periods.isSeen(to); to -= periods.length()) {
            double value = periods.value(to);
            newest = Double.isNaN(newest) ? value : newest;
            if (periods.breaches(value)) {
                breaching = breaches == 0 ? to : breaching;
                breaches++;
            } else if (Double.isNaN(value) && isPolled()) {
                unseen++;
            }
            evaluated++;
        }
        int needed = Math.min(rule.breaching(), evaluated);
        if (needed > 0 && breaches >= needed) {
            return new Found(State.ALARM, newest, breaching, periods.ended(), end);
        }
        boolean undecided = breaches > 0 && breaches + unseen >= needed && end == periods.newestEnd();
        State state = undecided ? State.UNKNOWN : Double.isNaN(newest) ? onNoData() : State.OK;
        return new Found(state, newest, end, periods.ended(), end);
    }

    private State onNoData() {
        return switch (rule.missing()) {
            case BREACHING -> State.ALARM;
            case NOT_BREACHING -> State.OK;
            case MISSING, IGNORE -> State.UNKNOWN;
        };
    }

    private boolean isWorse(double value, double worst) {
        return !Double.isNaN(value) && (Double.isNaN(worst) || switch (rule.direction()) {
            case ABOVE -> value > worst;
            case BELOW -> value < worst;
        });
    }

    /// Where the newest period ends.
    private long anchor(Periods periods, long now) {
        long expected = Math.floorDiv(now, MINUTE) * MINUTE;
        if (periods.isEmpty()) {
            return expected;
        }
        long newest = periods.newestEnd();
        boolean inTime = expected - newest <= DELAY.plus(base()).toSeconds();
        return inTime || rule.missing() == MissingData.IGNORE ? newest : expected;
    }

    private long windowStart(Periods periods, long now) {
        long start = anchor(periods, now) - periods.length() * rule.evaluated();
        return periods.isEmpty() ? start : Math.max(start, periods.begin());
    }

    private static long ceil(Instant at) {
        return at.getEpochSecond() + (at.getNano() == 0 ? 0 : 1);
    }

    private Periods periods(Series series, long from, long to) {
        return new Periods(rule, threshold, new Periods.Sampling(statistic(), base(), length(), isPolled()), series,
                from, to);
    }

    private boolean isPolled() {
        return metric.origin() instanceof MetricDefinition.Polled;
    }

    /// The period of the metric's own samples.
    private Duration base() {
        return metric.origin() instanceof CloudWatch cloudWatch ? cloudWatch.period() : Duration.ofMinutes(1);
    }

    /// The rule's period, which is no shorter than that of the samples.
    private Duration length() {
        return rule.period().compareTo(base()) < 0 ? base() : rule.period();
    }

    /// How the rule compares.
    public Comparison comparison() {
        return Comparison.of(metric, Comparison.Relation.of(rule.direction()), statistic(), rule.period());
    }

    private String statistic() {
        return Comparison.statistic(metric);
    }
}
