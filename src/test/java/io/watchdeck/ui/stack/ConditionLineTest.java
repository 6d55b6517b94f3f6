package io.watchdeck.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Comparison;
import io.watchdeck.alarms.Comparison.Relation;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.metrics.Figure;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.Verdict;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionLineTest {

    private static final Words WORDS = new Words(Locale.ENGLISH, Snapshots.ZONE);

    @Test
    void aRuleAndAnAlarmThatFindTheSameAreOneLineThatNamesBoth() {
        List<ConditionLine> lines = lines(condition("ECS CPU", Source.RULE, State.ALARM, Relation.ABOVE, 80),
                condition("api-cpu-high", Source.CLOUDWATCH, State.ALARM, Relation.ABOVE, 80));

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.name()).isEqualTo("ECS CPU");
            assertThat(line.cloud()).isFalse();
            assertThat(line.twin()).contains("api-cpu-high");
        });
    }

    @Test
    void whereTheyFindDifferentThingsBothAreShown() {
        List<ConditionLine> lines = lines(condition("ECS CPU", Source.RULE, State.OK, Relation.ABOVE, 80),
                condition("api-cpu-high", Source.CLOUDWATCH, State.ALARM, Relation.ABOVE, 80));

        assertThat(lines).extracting(ConditionLine::name).containsExactly("api-cpu-high", "ECS CPU");
        assertThat(lines).extracting(ConditionLine::twin).containsOnly(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"ABOVE, > 80%", "AT_LEAST, ≥ 80%", "BELOW, < 80%", "AT_MOST, ≤ 80%"})
    void theLimitSaysOnWhichSideValuesAreBad(Relation relation, String limit) {
        assertThat(lines(condition("any", Source.RULE, State.OK, relation, 80))).singleElement()
                .extracting(ConditionLine::limit).isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN, 80, WARNING", "UNKNOWN, 90, PLAIN", "OK, 80, PLAIN"})
    void aLateFigureBeyondItsThresholdLooksNoBetterThanItDid(State state, double threshold, Tone tone) {
        StackSnapshot stack = with(condition("ECS CPU", Source.RULE, state, Relation.ABOVE, threshold));
        Figure cpu = stack.services().getFirst().cpu();
        var late = new Figure(cpu.metric(), new Panel<>(new Loadable.Ready<>(84.0, Snapshots.NOW.minusSeconds(180)),
                Duration.ofMinutes(1)), cpu.recent());
        var text = new CardText(stack, Snapshots.NOW, WORDS);

        assertThat(text.tone(ComponentKind.SERVICE, "tiketi-backend-service", late)).isEqualTo(tone);
    }

    private static List<ConditionLine> lines(Condition... conditions) {
        return ConditionLine.of(with(conditions), Snapshots.NOW, WORDS);
    }

    private static StackSnapshot with(Condition... conditions) {
        StackSnapshot stack = Snapshots.tiketi();
        return new StackSnapshot(stack.file(), stack.asOf(), stack.identity(), stack.services(),
                stack.loadBalancers(), stack.databases(), stack.caches(), stack.queues(), stack.batchQueues(),
                stack.pipes(), stack.pipelines(), stack.cost(), stack.budgets(), stack.alarms(), List.of(conditions),
                new Verdict(Severity.FINE, Phrase.of("verdict.fine"), Optional.empty(), Optional.empty(), List.of(),
                        Optional.empty()),
                stack.gaps(), stack.occurrences());
    }

    private static Condition condition(String name, Source source, State state, Relation relation, double threshold) {
        return new Condition(name, source, new ComponentId(ComponentKind.SERVICE, "tiketi-backend-service"),
                Optional.of("service.cpu"), Severity.WARNING, state, OptionalDouble.of(84),
                OptionalDouble.of(threshold),
                Optional.of(new Comparison(relation, "Average", Duration.ofMinutes(5))), Optional.empty(),
                Phrase.of("verdict.fine"));
    }
}
