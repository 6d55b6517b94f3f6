package io.watchdeck.operations.preflight;

import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.preflight.Given.force;
import static io.watchdeck.operations.preflight.Given.scale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdeck.operations.Baseline;
import io.watchdeck.operations.Confirmation;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.Moment;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Step;
import io.watchdeck.operations.preflight.Consequence.Weight;
import io.watchdeck.stack.Environment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewTest {

    private final Given given = new Given();

    private Preview of(Operation operation) {
        return Preview.of(operation, given.facts(), "why");
    }

    @Test
    void hasTheRequestsOfWhatCanBeDone() {
        Preview preview = of(scale(9));

        assertThat(preview.isRefused()).isFalse();
        assertThat(preview.steps()).hasSize(1);
        assertThat(preview.headroom()).isPresent();
        assertThat(preview.confirmation()).isEqualTo(Confirmation.NAME);
    }

    @Test
    void hasNoRequestOfWhatIsRefused() {
        Preview preview = of(scale(11));

        assertThat(preview.isRefused()).isTrue();
        assertThat(preview.steps()).isEmpty();
        assertThat(preview.consequences()).extracting(Consequence::weight).contains(Weight.REFUSED);
    }

    @Test
    void aServiceThatCannotBeReadIsRefused() {
        given.stateUnread();

        assertThat(of(force()).isRefused()).isTrue();
        assertThat(given.facts().baseline()).isEqualTo(Baseline.none());
    }

    @Test
    void countsWhatAPersonShouldReadTwice() {
        assertThat(of(scale(8)).warnings()).isZero();
        assertThat(of(scale(9)).warnings()).as("tight").isEqualTo(1);
        given.rangeFails(Given.DENIED);
        assertThat(of(scale(9)).warnings()).as("tight, and the range is not known").isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"FINE, false", "TOLD, false", "UNKNOWN, true", "WARNING, true", "REFUSED, false"})
    void whatIsNotKnownIsReadTwiceToo(Weight weight, boolean warns) {
        assertThat(weight.warns()).isEqualTo(warns);
    }

    @Test
    void theConfirmationIsThatOfTheStacksEnvironment() {
        given.watched(Moment.tiketi().in(Environment.TEST));
        assertThat(of(scale(8)).confirmation()).isEqualTo(Confirmation.CONSEQUENCES);
        given.watched(Moment.tiketi().in(Environment.DEVELOPMENT));
        assertThat(of(new Operation.StopTask(TIKETI, SERVICE, Fleet.task("a").arn())).confirmation())
                .isEqualTo(Confirmation.CLICK);
    }

    @Test
    void theReasonOfAStoppedTaskIsSentWithIt() {
        assertThat(of(new Operation.StopTask(TIKETI, SERVICE, Fleet.task("a").arn())).steps())
                .containsExactly(new Step.StopTask(SERVICE.cluster(), Fleet.task("a").arn(), "why"));
    }

    @Test
    void keepsHowThingsStood() {
        assertThat(given.state(Fleet.with(Fleet.service(5, 5), Fleet.deployment(1, "PRIMARY", 5, 5, "COMPLETED")))
                .facts().baseline()).isEqualTo(Entries.before());
        assertThat(given.rangeFails(Given.DENIED).facts().baseline().range()).isEmpty();
    }

    @Test
    void knowsTheDeploymentThatCouldBeStopped() {
        given.deployments(Fleet.rollout(89, "IN_PROGRESS", Entries.NOON),
                Fleet.rollout(88, "SUCCESSFUL", Entries.NOON));
        assertThat(given.facts().service().orElseThrow().underWayNow()).contains("arn:deployment:89");
        given.deployments(Fleet.rollout(88, "SUCCESSFUL", Entries.NOON));
        assertThat(given.facts().service().orElseThrow().underWayNow()).isEmpty();
        given.deploymentsUnread();
        assertThat(given.facts().service().orElseThrow().underWayNow()).isEmpty();
    }

    @Test
    void whatWasReadOfSomethingElseIsAMistake() {
        var nothing = new Facts(Moment.tiketi().done(), Entries.NOON, Optional.empty(), Optional.empty(),
                Optional.empty());

        for (Operation one : List.of(force(), new Operation.Purge(TIKETI, "q"))) {
            assertThatThrownBy(() -> Preview.of(one, nothing, "")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(nothing.baseline()).isEqualTo(Baseline.none());
    }
}
