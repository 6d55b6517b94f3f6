package io.watchdeck.fleet.ledger;

import static io.watchdeck.fleet.ledger.Lines.interrupted;
import static io.watchdeck.fleet.ledger.Lines.interruption;
import static io.watchdeck.fleet.ledger.Lines.pending;
import static io.watchdeck.fleet.ledger.Lines.replacement;
import static io.watchdeck.fleet.ledger.Lines.spot;
import static io.watchdeck.fleet.ledger.Lines.stopped;
import static io.watchdeck.fleet.ledger.Lines.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.ledger.LedgerStore.Brief;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplacementsTest {

    private static List<Interruption> found(List<Interruption> interruptions, TaskState... tasks) {
        return Replacements.found(interruptions, List.of(tasks));
    }

    @Test
    void eachInterruptionTakesOneTaskInOrderOfTime() {
        Interruption first = interruption("a", -900);
        Interruption second = interruption("b", -880);

        assertThat(found(List.of(second, first), spot("y", -860, -820), spot("x", -870, -800)))
                .containsExactly(first.replacedBy(replacement("x", -800)), second.replacedBy(replacement("y", -820)));
    }

    @Test
    void aTaskThatDoesNotRunYetKeepsItsPlace() {
        Interruption first = interruption("a", -900);
        Interruption second = interruption("b", -880);

        assertThat(found(List.of(first, second), pending("x", -870), spot("y", -860, -820)))
                .containsExactly(second.replacedBy(replacement("y", -820)));
    }

    @Test
    void aTaskThatNeverRanTakesNoPlace() {
        TaskState failed = stopped(pending("x", -870), -850, -840, "TaskFailedToStart", "");

        assertThat(found(List.of(interruption("a", -900)), failed, spot("y", -860, -820)))
                .containsExactly(interruption("a", -900).replacedBy(replacement("y", -820)));
    }

    @Test
    void aTaskReplacesOneOnly() {
        Interruption first = interruption("a", -900).replacedBy(replacement("x", -800));

        assertThat(found(List.of(first, interruption("b", -880)), spot("x", -870, -800))).isEmpty();
    }

    @Test
    void whatWasThereBeforeReplacesNothing() {
        assertThat(found(List.of(interruption("a", -900)), spot("old", -5000, -4900),
                interrupted(spot("a", -5000, -4900), -900, -780))).isEmpty();
    }

    @Test
    void onDemandReplacesToo() {
        assertThat(found(List.of(interruption("a", -900)), task("x", "FARGATE", -890, -850))).hasSize(1);
    }

    @Test
    void aDayLaterATaskHasOtherReasons() {
        long day = Replacements.WITHIN.toSeconds();

        assertThat(found(List.of(interruption("a", -900)), spot("x", day - 899, day - 800))).isEmpty();
        assertThat(found(List.of(interruption("a", -900)), spot("x", day - 900, day - 800))).hasSize(1);
    }

    @Test
    void theTimeIsFromTheStopUntilTheReplacementRuns() {
        Interruption one = interruption("a", -900);

        assertThat(one.timeToReplacement()).isEmpty();
        assertThat(one.replacedBy(replacement("x", -750)).timeToReplacement()).contains(Duration.ofSeconds(30));
        assertThat(one.replacedBy(replacement("x", -850)).timeToReplacement()).as("ran before the stop")
                .contains(Duration.ZERO);
    }

    @Test
    void medianWorstAndThoseWithinTheExpectation() {
        ReplacementTimes times = ReplacementTimes.of(List.of(brief(40), brief(0), brief(30), brief(600),
                new Brief(Lines.NOW, true, false, Optional.empty()),
                new Brief(Lines.NOW, true, true, Optional.empty())));

        assertThat(times.median()).contains(Duration.ofSeconds(40));
        assertThat(times.worst()).contains(Duration.ofSeconds(600));
        assertThat(times.within(Duration.ofSeconds(30))).isEqualTo(2);
        assertThat(times.open()).isEqualTo(1);
        assertThat(times.unknown()).isEqualTo(1);
        assertThat(ReplacementTimes.of(List.of()).median()).isEmpty();
    }

    private static Brief brief(long seconds) {
        return new Brief(Lines.NOW, true, true, Optional.of(Duration.ofSeconds(seconds)));
    }

    @Test
    void nineOfTenTookSoLongOrLess() {
        assertThat(times(10, 20, 30, 40, 50, 60, 70, 80, 90, 100).ninth()).contains(Duration.ofSeconds(90));
        assertThat(times(10, 20, 30).ninth()).contains(Duration.ofSeconds(30));
        assertThat(times(10).ninth()).contains(Duration.ofSeconds(10));
        assertThat(times().ninth()).isEmpty();
    }

    private static ReplacementTimes times(long... seconds) {
        return new ReplacementTimes(java.util.Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList(), 0, 0);
    }
}
