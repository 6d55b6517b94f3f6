package io.watchdeck.report;

import static io.watchdeck.report.ReportFacts.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Severity;
import io.watchdeck.report.Folding.Fold;
import io.watchdeck.report.Folding.Sort;
import io.watchdeck.report.Folding.Told;
import io.watchdeck.timeline.TimelineEvent.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldingTest {

    private final ReportFacts report = new ReportFacts();

    @Test
    void theSameWithinTheWindowStandsOnceWithItsCount() {
        for (int minute : new int[] {0, 1, 4, 30}) {
            report.event(minute, Kind.TASK_STOP, Severity.WARNING, "event.stop.healthCheck", SERVICE);
        }

        assertThat(folds(5)).extracting(fold -> fold.events().size()).containsExactly(3, 1);
        assertThat(folds(5).getFirst().until()).isEqualTo(ReportFacts.at(4));
    }

    @Test
    void everydayMessagesOfEcsAreOneLine() {
        report.told(0, "(service x) has reached a steady state.").told(1, "(service x) registered 2 targets in (tg)");

        assertThat(folds(5)).singleElement().satisfies(fold -> assertThat(fold.isRoutine()).isTrue());
    }

    @Test
    void aServicesRoutineIsOneLineForAnHourWhateverHappensMeanwhile() {
        for (int minute = 0; minute < 70; minute += 5) {
            report.told(minute, "(service x) has reached a steady state.")
                    .event(minute, Kind.ALARM, Severity.WARNING, "event.alarm.raised", "a" + minute, "x");
        }

        assertThat(folds(2)).filteredOn(Fold::isRoutine).extracting(fold -> fold.events().size())
                .containsExactly(12, 2);
    }

    @Test
    void routineBeforeADeploymentIsNotToldWithWhatCameOfIt() {
        report.told(0, "(service x) has reached a steady state.")
                .event(1, Kind.DEPLOYMENT, Severity.NOTICE, "event.deployed", SERVICE, "backend:88")
                .told(2, "(service x) has started 2 tasks: (task a) (task b).")
                .told(3, "(service x) has reached a steady state.");

        assertThat(folds(2)).extracting(fold -> fold.first().kind() + " " + fold.events().size())
                .containsExactly("SERVICE 1", "DEPLOYMENT 1", "SERVICE 2");
    }

    @Test
    void whatEcsTellsOnceIsNoRoutine() {
        report.told(0, "(service x) has reached a steady state.")
                .told(1, "(service x) operations are being throttled on elb. Will try again later.");

        assertThat(folds(5)).extracting(Fold::sort).containsExactly(Sort.ROUTINE, Sort.SAME);
    }

    @Test
    void troubleOfAnotherTaskIsTheSameTrouble() {
        for (String task : List.of("(task 8b15fe60)", "(task 59200284)")) {
            report.event(0, Kind.SERVICE, Severity.WARNING, "event.told", SERVICE, task + " is unhealthy");
        }

        assertThat(folds(5)).singleElement().extracting(Fold::sort).isEqualTo(Sort.SAME);
    }

    @Test
    void twoRevisionsAreTwoDeployments() {
        report.event(0, Kind.DEPLOYMENT, Severity.NOTICE, "event.deployed", SERVICE, "backend:88")
                .event(1, Kind.DEPLOYMENT, Severity.NOTICE, "event.deployed", SERVICE, "backend:89");

        assertThat(folds(5)).hasSize(2);
    }

    @Test
    void whatPersonsDidIsNeverFolded() {
        report.event(0, Kind.OPERATION, Severity.NOTICE, "event.operation", "Scale", SERVICE, "sora")
                .event(0, Kind.OPERATION, Severity.NOTICE, "event.operation", "Scale", SERVICE, "sora");

        assertThat(folds(5)).hasSize(2);
    }

    @Test
    void oneWordOnSeveralAlarmsIsOneLineAndAnotherNoteIsAnother() {
        report.event(0, Kind.WORD, Severity.NOTICE, List.of("mine"), "event.alarm.acknowledged", "a", "x", "sora")
                .event(0, Kind.WORD, Severity.NOTICE, List.of("mine"), "event.alarm.acknowledged", "b", "y", "sora")
                .event(0, Kind.WORD, Severity.NOTICE, List.of("other"), "event.alarm.acknowledged", "c", "y", "sora");

        assertThat(folds(5)).extracting(fold -> fold.events().size()).containsExactly(2, 1);
    }

    private List<Fold> folds(int minutes) {
        var stack = report.facts().stacks().getFirst();
        return new Folding(Duration.ofMinutes(minutes))
                .fold(stack.events().stream().map(event -> new Told(stack, event)).toList());
    }
}
