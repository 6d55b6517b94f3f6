package io.watchdeck.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Comparison.Relation;
import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    private static final Condition RULE =
            condition(Source.RULE, "api", "service.cpu", Relation.ABOVE, "Average", 5, 80);

    @Test
    void aRuleAndAnAlarmThatAskForTheSameAreTwins() {
        Condition alarm = condition(Source.CLOUDWATCH, "api", "service.cpu", Relation.ABOVE, "Average", 1, 80);

        assertThat(RULE.isTwinOf(alarm)).isTrue();
        assertThat(alarm.isTwinOf(RULE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"RULE, api, service.cpu, ABOVE, Average, 80", "CLOUDWATCH, web, service.cpu, ABOVE, Average, 80",
            "CLOUDWATCH, api, service.memory, ABOVE, Average, 80", "CLOUDWATCH, api, service.cpu, BELOW, Average, 80",
            "CLOUDWATCH, api, service.cpu, AT_LEAST, Average, 80",
            "CLOUDWATCH, api, service.cpu, ABOVE, Maximum, 80", "CLOUDWATCH, api, service.cpu, ABOVE, Average, 81",
            "CLOUDWATCH, api, service.cpu, ABOVE, '', 80"})
    void whatAsksForSomethingElseIsNone(Source source, String on, String metric, Relation relation, String statistic,
            double threshold) {
        assertThat(RULE.isTwinOf(condition(source, on, metric, relation, statistic, 5, threshold))).isFalse();
    }

    @Test
    void sumsOverDifferentPeriodsAreNotTheSame() {
        Condition rule = condition(Source.RULE, "alb", "lb.target5xx", Relation.ABOVE, "Sum", 5, 10);

        assertThat(rule.isTwinOf(condition(Source.CLOUDWATCH, "alb", "lb.target5xx", Relation.ABOVE, "Sum", 1, 10)))
                .isFalse();
        assertThat(rule.isTwinOf(condition(Source.CLOUDWATCH, "alb", "lb.target5xx", Relation.ABOVE, "Sum", 5, 10)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"AT_LEAST, 1, true", "ABOVE, 0, true", "AT_LEAST, 0, false", "ABOVE, 1, false", "BELOW, 0, false",
            "AT_LEAST, 0.5, true"})
    void moreThanNoneIsAtLeastOneOfWhatIsCounted(Relation relation, double threshold, boolean same) {
        Condition rule = counted(Source.RULE, Relation.ABOVE, 0, true);

        assertThat(rule.isTwinOf(counted(Source.CLOUDWATCH, relation, threshold, true))).isEqualTo(same);
    }

    @Test
    void lessThanTwoIsAtMostOneOfWhatIsCounted() {
        assertThat(counted(Source.RULE, Relation.BELOW, 2, true)
                .isTwinOf(counted(Source.CLOUDWATCH, Relation.AT_MOST, 1, true))).isTrue();
    }

    @Test
    void moreThanNoneIsNotAtLeastOneOfAnAverage() {
        assertThat(counted(Source.RULE, Relation.ABOVE, 0, false)
                .isTwinOf(counted(Source.CLOUDWATCH, Relation.AT_LEAST, 1, false))).isFalse();
    }

    private static Condition counted(Source source, Relation relation, double threshold, boolean whole) {
        return condition(source, "jobs", "queue.deadLetters", threshold,
                new Comparison(relation, "Maximum", Duration.ofMinutes(1), whole));
    }

    private static Condition condition(Source source, String on, String metric, Relation relation, String statistic,
            int minutes, double threshold) {
        return condition(source, on, metric, threshold,
                new Comparison(relation, statistic, Duration.ofMinutes(minutes)));
    }

    private static Condition condition(Source source, String on, String metric, double threshold,
            Comparison compared) {
        return new Condition("any", source, new ComponentId(ComponentKind.SERVICE, on), Optional.of(metric),
                Severity.WARNING, Condition.State.OK, OptionalDouble.empty(), OptionalDouble.of(threshold),
                Optional.of(compared), Optional.empty(),
                Phrase.of("verdict.fine"));
    }
}
