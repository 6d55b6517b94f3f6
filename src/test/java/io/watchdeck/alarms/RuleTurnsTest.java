package io.watchdeck.alarms;

import static io.watchdeck.metrics.Points.at;
import static io.watchdeck.metrics.Points.minutes;
import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Condition.State;
import io.watchdeck.alarms.RuleEvaluation.Outcome;
import io.watchdeck.alarms.RuleEvaluation.Turn;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.MetricDefinition.CloudWatch;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Severity;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.stack.RuleSpec.Direction;
import io.watchdeck.stack.RuleSpec.MissingData;
import io.watchdeck.stack.RuleSpec.Origin;
import io.watchdeck.stack.Threshold;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleTurnsTest {

    private static final MetricCatalogue CATALOGUE = MetricCatalogue.standard();
    private static final List<String> METRICS = List.of("service.cpu", "lb.5xx", "lb.requests", "db.connections",
            "db.freeStorage", "tg.healthy", "queue.deadLetters", "service.missing", "cache.hitRate");
    private static final int LIVES = 3_000;
    private static final double THRESHOLD = 50;

    /// A rule, what its metric did, and the time that is looked at.
    private record Life(RuleSpec rule, Series series, TimeRange range) {

        RuleEvaluation evaluation() {
            return new RuleEvaluation(rule, metric(), THRESHOLD);
        }

        MetricDefinition metric() {
            return CATALOGUE.get(rule.metric());
        }

        Duration base() {
            return metric().origin() instanceof CloudWatch cloudWatch ? cloudWatch.period() : Duration.ofMinutes(1);
        }

        Outcome live(Instant now) {
            return evaluation().evaluate(series.complete(base(), now), now);
        }
    }

    @Test
    void itIsWhatEvaluatingAtEachMinuteTells() {
        for (int seed = 0; seed < LIVES; seed++) {
            Life life = life(seed);

            assertThat(life.evaluation().turns(life.series(), List.of(), life.range())).as("life %s: %s", seed, life)
                    .isEqualTo(minuteByMinute(life));
        }
    }

    /// Without it the claim above might hold because nothing happens.
    @Test
    void livesAreLively() {
        List<List<Turn>> lives = IntStream.range(0, LIVES).mapToObj(seed -> minuteByMinute(life(seed))).toList();

        for (State state : State.values()) {
            assertThat(lives.stream().filter(turns -> turns.stream().anyMatch(turn -> turn.outcome().state() == state))
                    .count()).as("%s", state).isGreaterThan(LIVES / 5);
        }
        assertThat(lives).anyMatch(turns -> turns.size() > 20);
    }

    /// Only what lies within [RuleEvaluation#lookBack] decides the state.
    @Test
    void olderSamplesDecideNothing() {
        for (int seed = 0; seed < LIVES; seed++) {
            Life life = life(seed);
            Series enough = life.series().between(life.range().from().minus(life.evaluation().lookBack()), Instant.MAX);
            if (life.metric().origin() instanceof CloudWatch) {
                assertThat(states(life.evaluation().turns(enough, List.of(), life.range())))
                        .as("life %s: %s", seed, life)
                        .isEqualTo(states(life.evaluation().turns(life.series(), List.of(), life.range())));
            }
        }
    }

    @Test
    void whatIsNotReadIsNotKnownAndTheRestIsWhatItWas() {
        for (int seed = 0; seed < LIVES; seed++) {
            Life life = life(seed);
            RandomGenerator random = random(-seed);
            Instant from = life.range().from().plus(Duration.ofMinutes(random.nextInt(60)));
            var gap = new TimeRange(from, from.plusSeconds(1 + random.nextInt(1_800)));
            List<Turn> read = life.evaluation().turns(life.series(), List.of(), life.range());
            List<Turn> unread = life.evaluation().turns(life.series(), List.of(gap), life.range());

            for (Instant now = life.range().from(); now.isBefore(life.range().to()); now = now.plusSeconds(60)) {
                boolean within = now.isAfter(gap.from()) && !now.isAfter(gap.to());
                State found = state(unread, now);
                assertThat(found).as("life %s at %s", seed, now)
                        .isIn(within ? List.of(State.UNKNOWN) : List.of(State.UNKNOWN, state(read, now)));
                if (!now.isAfter(gap.from())) {
                    assertThat(found).as("life %s at %s", seed, now).isEqualTo(state(read, now));
                }
            }
        }
    }

    @Test
    void aWindowThatReachesIntoWhatIsNotReadIsNotKnown() {
        var turns = of("service.cpu", 3, 3, MissingData.MISSING).turns(minutes(90, 90, 90, 90, 90, 90, 90, 90, 90, 90),
                List.of(range(2, 4)), range(0, 10));

        assertThat(turns.stream().map(turn -> turn.at() + " " + turn.outcome().state()))
                .containsExactly(at(0) + " UNKNOWN", at(1) + " OK", at(3) + " UNKNOWN", at(7) + " ALARM");
    }

    @Test
    void silenceAfterTheLastSampleThatWasReadIsNotKnown() {
        var turns = of("service.cpu", 1, 1, MissingData.NOT_BREACHING).turns(minutes(90, 90),
                List.of(range(2, 30)), range(1, 30));

        assertThat(turns).containsExactly(
                new Turn(at(1), new Outcome(State.ALARM, OptionalDouble.of(90), Optional.of(at(0)))),
                new Turn(at(3), Outcome.unknown()));
    }

    @Test
    void whatNobodyCountedHasNoPast() {
        var turns = of("queue.deadLetters", 1, 1, MissingData.NOT_BREACHING).turns(
                minutes(0, 90, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, 90, 0), List.of(range(2, 10)), range(0, 13));

        assertThat(turns.stream().map(turn -> turn.at() + " " + turn.outcome().state())).containsExactly(
                at(0) + " OK", at(2) + " ALARM", at(3) + " UNKNOWN", at(11) + " ALARM", at(12) + " OK");
        assertThat(turns.get(3).outcome().since()).as("one trouble").contains(at(1));
    }

    @Test
    void aWorseValueIsATurnOfItsOwn() {
        var turns = of("service.cpu", 1, 1, MissingData.MISSING).turns(minutes(10, 60, 90, 70, 95, 20, 60),
                List.of(), range(1, 8));

        assertThat(turns.stream().map(turn -> turn.at() + " " + turn.outcome().value().orElse(0))).containsExactly(
                at(1) + " 10.0", at(2) + " 60.0", at(3) + " 90.0", at(5) + " 95.0", at(6) + " 20.0", at(7) + " 60.0");
    }

    @Test
    void noTimeHasNoTurns() {
        var evaluation = of("service.cpu", 1, 1, MissingData.BREACHING);

        assertThat(evaluation.turns(minutes(90), List.of(), range(3, 3))).isEmpty();
        assertThat(evaluation.turns(minutes(90), List.of(), new TimeRange(at(3).plusSeconds(1), at(4)))).isEmpty();
        assertThat(evaluation.turns(Series.empty(), List.of(), new TimeRange(at(3).plusSeconds(1), at(5))))
                .containsExactly(new Turn(at(4), new Outcome(State.ALARM, OptionalDouble.empty(), Optional.empty())));
    }

    private static List<Turn> minuteByMinute(Life life) {
        var turns = new ArrayList<Turn>();
        double worst = NaN;
        long first = Math.ceilDiv(life.range().from().getEpochSecond(), 60) * 60;
        for (Instant now = Instant.ofEpochSecond(first); now.isBefore(life.range().to()); now = now.plusSeconds(60)) {
            Outcome outcome = life.live(now);
            boolean turned = turns.isEmpty() || turns.getLast().outcome().state() != outcome.state();
            double value = outcome.value().orElse(NaN);
            boolean worse = !Double.isNaN(value) && (Double.isNaN(worst)
                    || (life.rule().direction() == Direction.ABOVE ? value > worst : value < worst));
            if (turned || outcome.state() == State.ALARM && worse) {
                turns.add(new Turn(now, outcome));
                worst = value;
            }
        }
        return turns;
    }

    private static Life life(long seed) {
        RandomGenerator random = random(seed);
        RuleSpec rule = rule(METRICS.get(random.nextInt(METRICS.size())), random);
        long step = CATALOGUE.get(rule.metric()).origin() instanceof CloudWatch cloudWatch
                ? cloudWatch.period().toSeconds() : 60;
        // Not every series lies on whole periods.
        long second = at(0).getEpochSecond() + (random.nextInt(5) == 0 ? random.nextInt(300) : 0);
        var samples = new ArrayList<Sample>();
        double value = 50;
        for (int i = 0; i < 20 + random.nextInt(100); i++) {
            second += step * (random.nextInt(12) == 0 ? 1 + random.nextInt(12) : 1);
            value = random.nextInt(4) == 0 ? 20 + random.nextInt(60) : value + random.nextInt(7) - 3;
            samples.add(new Sample(Instant.ofEpochSecond(second), value));
        }
        Instant from = at(random.nextInt(40)).plusSeconds(random.nextInt(3) == 0 ? random.nextInt(60) : 0);
        return new Life(rule, Series.of(samples),
                new TimeRange(from, from.plusSeconds(random.nextInt(10_000) + 60)));
    }

    private static RuleSpec rule(String metric, RandomGenerator random) {
        int evaluated = 1 + random.nextInt(6);
        return new RuleSpec("rule", metric, Optional.empty(), Direction.values()[random.nextInt(2)],
                new Threshold.Absolute(THRESHOLD), Duration.ofMinutes(List.of(1, 1, 2, 5, 6).get(random.nextInt(5))),
                1 + random.nextInt(evaluated), evaluated, Severity.WARNING,
                MissingData.values()[random.nextInt(MissingData.values().length)], Origin.DOCUMENT, Optional.empty());
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed);
    }

    private static List<String> states(List<Turn> turns) {
        var states = new ArrayList<String>();
        State last = null;
        for (Turn turn : turns) {
            if (turn.outcome().state() != last) {
                last = turn.outcome().state();
                states.add(turn.at() + " " + last);
            }
        }
        return states;
    }

    private static State state(List<Turn> turns, Instant now) {
        return turns.stream().filter(turn -> !turn.at().isAfter(now)).reduce((_, last) -> last)
                .map(turn -> turn.outcome().state()).orElse(State.UNKNOWN);
    }

    private static TimeRange range(int from, int to) {
        return new TimeRange(at(from), at(to));
    }

    private static RuleEvaluation of(String metric, int breaching, int evaluated, MissingData missing) {
        return new RuleEvaluation(new RuleSpec("rule", metric, Optional.empty(), Direction.ABOVE,
                new Threshold.Absolute(THRESHOLD), Duration.ofMinutes(1), breaching, evaluated, Severity.WARNING,
                missing, Origin.DOCUMENT, Optional.empty()), CATALOGUE.get(metric), THRESHOLD);
    }
}
