package io.watchdeck.alarms;

import static io.watchdeck.metrics.Points.at;
import static io.watchdeck.metrics.Points.from;
import static io.watchdeck.metrics.Points.minutes;
import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Condition.State;
import io.watchdeck.alarms.RuleEvaluation.Outcome;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Points;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.stack.RuleSpec.Direction;
import io.watchdeck.stack.RuleSpec.MissingData;
import io.watchdeck.stack.RuleSpec.Origin;
import io.watchdeck.stack.Threshold;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleEvaluationTest {

    @ParameterizedTest
    @CsvSource({"ABOVE, 80, OK", "ABOVE, 80.1, ALARM", "ABOVE, 10, OK", "BELOW, 80, OK", "BELOW, 79.9, ALARM",
            "BELOW, 90, OK"})
    void equalToTheThresholdIsFine(Direction direction, double value, State state) {
        var rule = rule("service.cpu", direction, 1, 1, 1, MissingData.MISSING);

        assertThat(evaluate(rule, 80, minutes(value), at(1)).state()).isEqualTo(state);
    }

    @Test
    void theNewestPeriodsValueIsTold() {
        Outcome outcome = evaluate(above(1, 1, 1), 80, minutes(95, 20), at(2));

        assertThat(outcome).isEqualTo(new Outcome(State.OK, OptionalDouble.of(20), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
            "3, 3, 90 90 90,       ALARM",
            "3, 3, 90 90 10,       OK",
            "3, 3, 10 90 90,       OK",
            "2, 3, 90 10 90,       ALARM",
            "2, 3, 90 90 10,       ALARM",
            "2, 3, 90 10 10,       OK",
            "1, 3, 90 10 10,       ALARM",
            "2, 3, 90 90 10 10,    OK",
            "1, 1, 90 90 10,       OK"})
    void soManyOfTheLastPeriodsMustBreach(int breaching, int evaluated, String values, State state) {
        Series series = minutes(numbers(values));

        assertThat(evaluate(above(1, breaching, evaluated), 80, series, at(series.size())).state()).isEqualTo(state);
    }

    @Test
    void aPeriodThatHasNotEndedDoesNotCount() {
        Series series = minutes(10, 90);

        assertThat(evaluate(above(1, 1, 1), 80, series, at(2).minusMillis(1)).state()).isEqualTo(State.OK);
        assertThat(evaluate(above(1, 1, 1), 80, series, at(2)).state()).isEqualTo(State.ALARM);
    }

    @Test
    void fiveMinutesOfACountAreItsSum() {
        Series errors = minutes(1, 3, 3, 2, 2, 1);
        var rule = rule("lb.5xx", Direction.ABOVE, 5, 1, 1, MissingData.NOT_BREACHING);

        assertThat(evaluate(rule, 10, errors, at(6)))
                .isEqualTo(new Outcome(State.ALARM, OptionalDouble.of(11), Optional.of(at(4))));
        assertThat(evaluate(rule, 11, errors, at(6)).state()).isEqualTo(State.OK);
    }

    @ParameterizedTest
    @CsvSource({"service.cpu, 4", "db.connections, 10", "tg.healthy, 1", "cache.hitRate, 4", "lb.requests, 20",
            "service.running, 1"})
    void severalMinutesBecomeOneAsTheStatisticSays(String metric, double value) {
        Outcome outcome = evaluate(rule(metric, Direction.ABOVE, 5, 1, 1, MissingData.MISSING), 0,
                minutes(2, 3, 10, 4, 1), at(5));

        assertThat(outcome.value()).hasValue(value);
    }

    @Test
    void theWindowSlidesWithTheNewestMinute() {
        var rule = rule("lb.5xx", Direction.ABOVE, 5, 1, 1, MissingData.NOT_BREACHING);
        Series burst = minutes(0, 0, 0, 20, 0, 0, 0, 0, 0);

        assertThat(evaluate(rule, 10, burst.between(at(0), at(4)), at(4)).state()).isEqualTo(State.ALARM);
        assertThat(evaluate(rule, 10, burst.between(at(0), at(8)), at(8)).state()).isEqualTo(State.ALARM);
        assertThat(evaluate(rule, 10, burst, at(9)).state()).isEqualTo(State.OK);
    }

    @Test
    void aPeriodIsAtLeastAsLongAsThatOfTheMetric() {
        Series free = Points.every(Duration.ofMinutes(5), at(0), 30, 10, 10);

        Outcome outcome = evaluate(rule("db.freeStorage", Direction.BELOW, 1, 2, 2, MissingData.MISSING), 20, free,
                at(15));

        assertThat(outcome).isEqualTo(new Outcome(State.ALARM, OptionalDouble.of(10), Optional.of(at(5))));
    }

    @Test
    void cloudWatchMayBeLateByThreeMinutes() {
        Series series = minutes(90, 90);

        assertThat(evaluate(above(1, 2, 2), 80, series, at(6)).state()).as("still its newest").isEqualTo(State.ALARM);
        assertThat(evaluate(above(1, 2, 2), 80, series, at(7)).state()).as("silent").isEqualTo(State.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"MISSING, UNKNOWN", "NOT_BREACHING, OK", "BREACHING, ALARM"})
    void noDataAtAllCountsAsTheRuleSays(MissingData missing, State state) {
        var rule = rule("service.cpu", Direction.ABOVE, 1, 1, 3, missing);

        assertThat(evaluate(rule, 80, Series.empty(), at(5)).state()).isEqualTo(state);
        assertThat(evaluate(rule, 80, minutes(90), at(30)).state()).as("long silent").isEqualTo(state);
        assertThat(evaluate(rule, 80, minutes(90), at(30)).value()).isEmpty();
    }

    @Test
    void whereSilenceIsIgnoredTheStateStaysAsItWas() {
        var rule = rule("cost.forecast", Direction.ABOVE, 5, 1, 1, MissingData.IGNORE);

        assertThat(evaluate(rule, 80, Series.empty(), at(5)).state()).isEqualTo(State.UNKNOWN);
        assertThat(evaluate(rule, 80, minutes(90), at(600))).as("a bill that is read once a day")
                .isEqualTo(new Outcome(State.ALARM, OptionalDouble.of(90), evaluate(rule, 80, minutes(90), at(1))
                        .since()));
        assertThat(evaluate(rule, 80, minutes(70), at(600)).state()).isEqualTo(State.OK);
    }

    @Test
    void aRuleIsSilentWhenItsNewestPeriodsAreMissing() {
        var evaluation = new RuleEvaluation(above(1, 1, 1), MetricCatalogue.standard().get("service.cpu"), 80);

        assertThat(evaluation.isSilent(minutes(90), at(4))).isFalse();
        assertThat(evaluation.isSilent(minutes(90), at(30))).isTrue();
        assertThat(evaluation.isSilent(Series.empty(), at(1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"MISSING, OK", "IGNORE, OK", "NOT_BREACHING, OK", "BREACHING, ALARM"})
    void aGapWithinTheWindowCountsAsTheRuleSays(MissingData missing, State state) {
        var rule = rule("service.cpu", Direction.ABOVE, 1, 3, 3, missing);

        assertThat(evaluate(rule, 80, minutes(10, 90, NaN, 90), at(4)).state()).isEqualTo(state);
    }

    @Test
    void aGapAtTheBeginOfAMetricOfCloudWatchIsAGap() {
        assertThat(evaluate(above(1, 3, 3), 80, minutes(90), at(1)).state()).isEqualTo(State.OK);
    }

    @Test
    void whatTheConsoleCountsHasNoPastBeforeItsFirstSample() {
        var rule = rule("service.missing", Direction.ABOVE, 1, 5, 5, MissingData.NOT_BREACHING);

        assertThat(evaluate(rule, 0, minutes(1), at(0).plusSeconds(20)))
                .as("the first sample decides, in its own minute")
                .isEqualTo(new Outcome(State.ALARM, OptionalDouble.of(1), Optional.of(at(0))));
        assertThat(evaluate(rule, 0, minutes(0, 1), at(1)).state()).as("it has been well").isEqualTo(State.OK);
        assertThat(evaluate(rule, 0, minutes(0, 1, 1, 1, 1, 1), at(5)).state()).isEqualTo(State.ALARM);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "1 1 1 1 1 - - - - - - 1,       UNKNOWN",
            "1 1 1 1 1 - - - - - - 1 1 1 1, UNKNOWN",
            "1 1 1 1 1 - - - - - 1 1 1 1 1, ALARM",
            "1 1 1 1 1 - - - - - - 0,       OK",
            "1 1 1 1 1 - - - - - - 0 1,     OK",
            "1 1 1 1 1 - 1,                 UNKNOWN"})
    void whatWasWrongBeforeAPauseIsNotOverBecauseNobodyLooked(String samples, State state) {
        var rule = rule("service.missing", Direction.ABOVE, 1, 5, 5, MissingData.NOT_BREACHING);
        Series series = minutes(numbers(samples.replace("-", "NaN")));

        assertThat(evaluate(rule, 0, series, at(samples.split(" ").length)).state()).isEqualTo(state);
    }

    @Test
    void aPolledFigureThatStoppedComingDecidesNothingForLong() {
        var rule = rule("service.missing", Direction.ABOVE, 1, 5, 5, MissingData.NOT_BREACHING);

        assertThat(evaluate(rule, 0, minutes(1, 1, 1, 1, 1), at(30)).state()).isEqualTo(State.OK);
    }

    @Test
    void anAlarmIsAsOldAsItsUnbrokenRun() {
        assertThat(evaluate(above(1, 1, 1), 80, minutes(90, 10, 90, 90, 90), at(5)).since()).contains(at(2));
        assertThat(evaluate(above(1, 1, 1), 80, minutes(90, 90), at(2)).since()).contains(at(0));
        assertThat(evaluate(above(1, 2, 2), 80, minutes(90, NaN, 90, 90), at(4)).since()).contains(at(2));
    }

    @Test
    void anAlarmDoesNotGrowYoungerWhileItsNewestPeriodsAreGood() {
        var rule = above(1, 3, 5);

        assertThat(evaluate(rule, 80, minutes(10, 90, 90, 90, 10, 10), at(6)).since()).contains(at(1));
    }

    @Test
    void anAlarmOverSeveralMinutesBeganAtTheSameTimeWheneverItIsAsked() {
        var highest = rule("db.connections", Direction.ABOVE, 5, 1, 1, MissingData.MISSING);
        double[] values = {1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9};

        assertThat(java.util.stream.IntStream.rangeClosed(8, values.length)
                .mapToObj(end -> evaluate(highest, 8, minutes(java.util.Arrays.copyOf(values, end)), at(end)))
                .filter(outcome -> outcome.state() == State.ALARM).map(outcome -> outcome.since().orElseThrow()))
                .hasSizeGreaterThan(7).containsOnly(at(7));
    }

    @Test
    void anAlarmBeganWithTheSampleThatTippedItsPeriod() {
        assertThat(evaluate(above(5, 1, 1), 50, minutes(10, 10, 10, 10, 10, 90, 90, 90, 90), at(9)).since())
                .contains(at(7));
    }

    @Test
    void notHavingLookedDoesNotMakeATroubleYounger() {
        var rule = rule("queue.deadLetters", Direction.ABOVE, 1, 1, 1, MissingData.NOT_BREACHING);

        assertThat(evaluate(rule, 0, minutes(3, 3, NaN, NaN, 3), at(4)).since()).contains(at(0));
        assertThat(evaluate(rule, 0, minutes(3, 0, NaN, NaN, 3, 3), at(5)).since()).contains(at(4));
        assertThat(evaluate(rule, 0, minutes(0, NaN, NaN, 3, NaN, 3), at(5)).since()).contains(at(3));
    }

    @Test
    void silenceThatBreachesBelongsToTheRun() {
        var rule = rule("service.cpu", Direction.ABOVE, 1, 2, 2, MissingData.BREACHING);

        assertThat(evaluate(rule, 80, minutes(10, 90, NaN, 90), at(4)).since()).contains(at(1));
        assertThat(evaluate(rule, 80, minutes(10, 90), at(10)).since()).contains(at(1));
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        var evaluation = new RuleEvaluation(above(1, 2, 3), MetricCatalogue.standard().get("service.cpu"), 80);

        assertThat(evaluation.evaluate(from(0, 90, 90, 10), at(3)))
                .isEqualTo(evaluation.evaluate(from(0, 90, 90, 10), at(3)));
    }

    private static double[] numbers(String text) {
        return java.util.Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static Outcome evaluate(RuleSpec rule, double threshold, Series series, Instant now) {
        return new RuleEvaluation(rule, MetricCatalogue.standard().get(rule.metric()), threshold).evaluate(series, now);
    }

    private static RuleSpec above(int minutes, int breaching, int evaluated) {
        return rule("service.cpu", Direction.ABOVE, minutes, breaching, evaluated, MissingData.MISSING);
    }

    private static RuleSpec rule(String metric, Direction direction, int minutes, int breaching, int evaluated,
            MissingData missing) {
        return new RuleSpec("rule", metric, Optional.empty(), direction, new Threshold.Absolute(0),
                Duration.ofMinutes(minutes), breaching, evaluated, Severity.WARNING, missing, Origin.DOCUMENT,
                Optional.empty());
    }
}
