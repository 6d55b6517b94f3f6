package io.watchdeck.operations.preflight;

import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.preflight.Given.WHY;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import org.junit.jupiter.api.Test;

class TaskConsequencesTest {

    private static final Consequence STOPPING =
            Consequence.of(Topic.STOPPING, Weight.TOLD, "operation.task.stopping");
    private static final Consequence OVER = Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.task.over");

    private final Given given = new Given();
    private final Operation.StopTask stop = new Operation.StopTask(TIKETI, SERVICE, Fleet.task("a").arn());

    @Test
    void anotherTakesItsPlace() {
        given.tasks(Fleet.task("a"), Fleet.task("b"), Fleet.task("c"), Fleet.task("d", "RUNNING", "STOPPED"));

        assertThat(given.said(stop)).containsExactly(
                Consequence.of(Topic.TASKS, Weight.TOLD, "operation.task.replaced", "a", 2L), STOPPING);
    }

    @Test
    void theOnlyOneThatRunsIsAWarning() {
        given.tasks(Fleet.task("a"), Fleet.task("b", "PENDING", "RUNNING"));

        assertThat(given.said(stop)).containsExactly(
                Consequence.of(Topic.TASKS, Weight.WARNING, "operation.task.last", "a"), STOPPING);
    }

    @Test
    void oneThatHasNotStartedYetWasNoneThatAnswered() {
        given.tasks(Fleet.task("a", "PENDING", "RUNNING"));

        assertThat(given.said(stop)).containsExactly(
                Consequence.of(Topic.TASKS, Weight.TOLD, "operation.task.replaced", "a", 0L), STOPPING);
    }

    @Test
    void aServiceThatWantsNoneStartsNone() {
        given.tasks(Fleet.task("a")).state(Fleet.service(0, 1));

        assertThat(given.said(stop)).containsExactly(
                Consequence.of(Topic.TASKS, Weight.TOLD, "operation.task.notReplaced", "a"), STOPPING);
    }

    @Test
    void oneThatStopsOrHasStoppedIsRefused() {
        assertThat(given.tasks(Fleet.task("b")).said(stop)).containsExactly(OVER);
        assertThat(given.tasks(Fleet.task("a", "STOPPED", "STOPPED")).said(stop)).containsExactly(OVER);
        assertThat(given.tasks(Fleet.task("a", "RUNNING", "STOPPED")).said(stop)).containsExactly(OVER);
    }

    @Test
    void whatCannotBeReadIsRefused() {
        assertThat(given.tasksUnread().said(stop)).containsExactly(
                Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.target.unknown", WHY));
    }
}
