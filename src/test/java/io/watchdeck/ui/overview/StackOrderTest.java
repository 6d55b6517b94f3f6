package io.watchdeck.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Snapshots;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StackOrderTest {

    private static final Words WORDS = new Words(Locale.ENGLISH, Snapshots.ZONE);

    @ParameterizedTest
    @CsvSource({"TASKS, bowwow-prod, tiketi-prod", "TRAFFIC, codemate-dev, tiketi-prod",
            "DATABASE, bowwow-prod, tiketi-prod", "COST, glimpse-prod, codemate-prod",
            "STATE, glimpse-prod, tiketi-prod", "STACK, bowwow-prod, tiketi-prod"})
    void theArrowUpMeansTheLowestFirst(StackOrder order, String lowest, String highest) {
        assertThat(sorted(order, true)).startsWith(lowest);
        assertThat(sorted(order, false)).startsWith(highest);
    }

    @Test
    void stacksAreSortedByTheShareOfTheirTasksThatRuns() {
        StackFacts bowwow = facts(Snapshots.bowwow());
        StackFacts tiketi = facts(Snapshots.tiketi());

        assertThat(StackOrder.TASKS.comparator(true).compare(bowwow, tiketi)).isNegative();
        assertThat(StackOrder.TASKS.comparator(false).compare(bowwow, tiketi)).isPositive();
    }

    @Test
    void deadLettersCountAndAQueueWithoutThemComesAfter() {
        StackFacts sesami = facts(Snapshots.sesami());
        StackFacts noQueue = facts(Snapshots.glimpse());

        assertThat(StackOrder.QUEUES.comparator(false).compare(sesami, noQueue)).isNegative();
        assertThat(StackOrder.QUEUES.comparator(true).compare(sesami, noQueue)).isNegative();
    }

    @Test
    void theOldestRowIsLastWithTheArrowUp() {
        assertThat(sorted(StackOrder.UPDATED, false)).startsWith("bowwow-prod");
    }

    @ParameterizedTest
    @EnumSource(names = {"TASKS", "TRAFFIC", "DATABASE", "QUEUES", "COST", "UPDATED"})
    void whatIsNotKnownComesLastInBothDirections(StackOrder order) {
        StackFacts asked = facts(Snapshots.loading().stacks().getFirst());
        StackFacts known = facts(Snapshots.sesami());

        assertThat(order.comparator(true).compare(known, asked)).isNegative();
        assertThat(order.comparator(false).compare(known, asked)).isNegative();
    }

    private static List<String> sorted(StackOrder order, boolean up) {
        return Stream.of(Snapshots.tiketi(), Snapshots.sesami(), Snapshots.bowwow(), Snapshots.codemateDev(),
                Snapshots.codemateProd(), Snapshots.glimpse()).map(StackOrderTest::facts).sorted(order.comparator(up))
                .map(facts -> facts.id().value()).toList();
    }

    private static StackFacts facts(io.watchdeck.watch.StackSnapshot stack) {
        return StackFacts.of(stack, Snapshots.NOW, WORDS);
    }
}
