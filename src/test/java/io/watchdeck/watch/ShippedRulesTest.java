package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.alarms.DefaultRules;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.stack.RuleSpec.Direction;
import io.watchdeck.stack.RuleSpec.Origin;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackFiles;
import io.watchdeck.words.Words;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every rule of every stack that comes with the product, and every rule of ours on it, once on either side of its threshold:
/// the figure is put behind the ports, and what one reading makes of it is looked at.
class ShippedRulesTest {

    private static final MetricCatalogue CATALOGUE = MetricCatalogue.standard();
    private static final List<StackFile> SHIPPED = new ShippedStacks(StackFiles.reader()).all();

    static Stream<Arguments> rules() {
        return SHIPPED.stream().flatMap(stack -> RuleOn.of(stack, CATALOGUE).stream().map(rule -> Arguments.of(
                stack.id().value() + ": " + rule.rule().name() + " on " + rule.id().component(), stack, rule)));
    }

    /// What is counted of a load balancer has one name: of the targets alone, of the load balancer alone, or of both.
    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void errorsHaveTheNameOfTheirMetricInRulesChartsAndCards(String language) {
        var words = new Words(Locale.of(language), ZoneOffset.UTC);
        var english = new Words(Locale.ENGLISH, ZoneOffset.UTC);

        assertThat(SHIPPED.stream().flatMap(stack -> stack.rules().stream())
                .filter(rule -> rule.metric().startsWith("lb.") && rule.metric().endsWith("5xx"))).hasSize(4)
                .allSatisfy(rule -> assertThat(rule.name()).isEqualTo(english.say("metric." + rule.metric())));
        assertThat(Stream.of("ui.history.lb.5xx", "ui.timeline.lane.errors", "ui.timeline.state.errors",
                "ui.spot.beside.errors", "metric.lb.5xx").map(words::say)).containsOnly("5xx");
        assertThat(words.say("ui.card.5xx")).startsWith("5xx/");
        assertThat(Stream.of("metric.lb.target5xx", "metric.lb.elb5xx").map(words::say)).doesNotContain("5xx")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void isOkOnTheGoodSideOfItsThresholdAndInAlarmOnTheOther(String name, StackFile stack, RuleOn rule) {
        double threshold = threshold(stack, rule);
        boolean above = rule.rule().direction() == Direction.ABOVE;
        double step = threshold == 0 || threshold >= 1 ? 1 : threshold / 10;
        double good = Math.max(0, above ? threshold - step : threshold + step);
        double bad = above ? threshold + step : threshold - step;

        Condition ok = condition(stack, rule, new OneFigure(stack, rule, clock()).is(good));
        Condition alarm = condition(stack, rule, new OneFigure(stack, rule, clock()).is(bad));

        assertThat(ok.state()).as("%s: %s", name, ok).isEqualTo(State.OK);
        assertThat(alarm.state()).as("%s: %s", name, alarm).isEqualTo(State.ALARM);
        assertThat(alarm.severity()).isEqualTo(rule.rule().severity());
        assertThat(List.of(ok.threshold(), alarm.threshold())).allMatch(limit -> limit.getAsDouble() == threshold);
        double off = Math.abs(step) / 2;
        assertThat(ok.value().orElseThrow()).isBetween(good - off, good + off);
        assertThat(alarm.value().orElseThrow()).isBetween(bad - off, bad + off);
    }

    /// A rule that no component has is exercised by nothing, and would look like protection.
    @Test
    void everyRuleIsExercised() {
        Set<String> exercised = SHIPPED.stream().flatMap(stack -> RuleOn.of(stack, CATALOGUE).stream())
                .map(rule -> rule.rule().name()).collect(Collectors.toSet());

        for (StackFile stack : SHIPPED) {
            Set<String> here = RuleOn.of(stack, CATALOGUE).stream().map(rule -> rule.rule().name())
                    .collect(Collectors.toSet());
            assertThat(here).as(stack.id().value())
                    .containsAll(stack.rules().stream().map(RuleSpec::name).toList());
            assertThat(exercised).containsAll(DefaultRules.effective(stack).stream()
                    .filter(rule -> rule.origin() == Origin.OURS).map(RuleSpec::name).toList());
        }
    }

    /// With every percentage of a limit as an amount.
    private static double threshold(StackFile stack, RuleOn rule) {
        return condition(stack, rule, new OneFigure(stack, rule, clock()).is(0)).threshold().orElseThrow();
    }

    private static Condition condition(StackFile stack, RuleOn rule, OneFigure world) {
        MutableClock clock = clock();
        var settings =
                new WatchSettings(Rhythm.standard(), new Meter(PriceList.shipped(), clock), Money.usd("2"), false);
        try (var watch = new LiveWatch(settings, _ -> world.cloud(), CATALOGUE, clock)) {
            watch.stacks(List.of(stack), List.of());
            return Rig.only(watch.readOnce(EnumSet.allOf(Subject.class))).conditions().stream()
                    .filter(one -> one.name().equals(rule.rule().name())
                            && one.on().name().equals(rule.id().component()))
                    .findFirst().orElseThrow();
        }
    }

    private static MutableClock clock() {
        return new MutableClock(Rig.NOW);
    }
}
