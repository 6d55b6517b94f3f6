package io.watchdeck.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.fleet.ScalingActivity.NotScaled;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.StackId;
import io.watchdeck.ui.OtherMoments;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.stack.ActivityLines.Activities;
import io.watchdeck.ui.stack.ActivityLines.Line;
import io.watchdeck.watch.Inspected;
import io.watchdeck.watch.Inspection;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityLinesTest {

    @Test
    void tellsWhatWasDoneAndWhyNothingWas() {
        Activities activities = of(OtherMoments.inspectedTiketi().inspected());

        assertThat(activities.lines()).extracting(Line::status).containsExactly("not scaled", "successful");
        assertThat(activities.lines()).extracting(Line::tone).containsExactly(Tone.WARNING, Tone.FINE);
        assertThat(activities.lines()).extracting(Line::when).containsExactly("13:40", "13:22");
        assertThat(activities.lines().getFirst().detail())
                .isEqualTo("Not scaled because it is at its maximum of 10");
        assertThat(activities.lines().getLast().what()).isEqualTo("Setting desired count to 5.");
        assertThat(activities.lines().getLast().detail()).as("nothing that the status does not say").isEmpty();
    }

    @Test
    void aLongCauseLosesItsMiddleAndKeepsItInTheTooltip() {
        Line line = of(OtherMoments.inspectedTiketi().inspected()).lines().getFirst();

        assertThat(line.cause()).startsWith("monitor alarm TargetTracking").contains("…")
                .endsWith("in state ALARM triggered policy cpu").hasSizeLessThan(90);
        assertThat(line.fullCause()).contains("5d6a1f0e-91b2-4c7b-8c41-f0e2a19e7710");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AlreadyAtMinCapacity                | Not scaled because it is at its minimum            | MUTED
            AlreadyAtMaxCapacity                | Not scaled because it is at its maximum            | WARNING
            AlreadyAtDesiredCapacity            | Not scaled because it has what it wants already    | MUTED
            AutoScalingAnticipatedFlapping      | Not scaled because it would have to go back at once | MUTED
            TargetServicePutResourceAsUnscalable | Not scaled because ECS does not let it             | WARNING
            TheMoonIsFull                       | TheMoonIsFull                                      | MUTED
            """)
    void eachReasonForNotScalingIsSaid(String code, String sentence, Tone tone) {
        Line line = of(ready(List.of(activity("Failed", List.of(new NotScaled(code, OptionalInt.empty(),
                OptionalInt.empty(), OptionalInt.empty())))))).lines().getFirst();

        assertThat(line.detail()).isEqualTo(sentence);
        assertThat(line.tone()).isEqualTo(tone);
    }

    @Test
    void aStatusThatIsNewIsShownAsItIsWithWhatAwsSaysOfIt() {
        Line line = of(ready(List.of(activity("Pondering", List.of())))).lines().getFirst();

        assertThat(line.status()).isEqualTo("Pondering");
        assertThat(line.detail()).isEqualTo("said about the status");
    }

    @Test
    void askedForTheFirstTimeItIsNeitherEmptyNorFailed() {
        Activities activities = of(Optional.empty());

        assertThat(activities.absence()).map(Absence::kind).contains(Absence.Kind.ASKING);
        assertThat(activities.note()).isEmpty();
    }

    @Test
    void noActivityIsAnAnswer() {
        assertThat(of(ready(List.of())).note()).isEqualTo("Nothing scaled in the last six weeks");
        assertThat(of(ready(List.of())).absence()).isEmpty();
    }

    @Test
    void aServiceWithoutARangeSaysThatNothingScalesIt() {
        StackSnapshot.Service push = Snapshots.bowwow().services().getFirst();
        var unmanaged = new StackSnapshot.Service(push.spec(), push.state(), push.tasks(),
                new Panel<>(new Loadable.Failed<>(Failure.absent(), Snapshots.NOW), Duration.ofMinutes(5)), push.cpu(),
                push.memory());

        assertThat(lines().of(unmanaged, ready(List.of())).note()).isEqualTo("Nothing scales this service by itself");
    }

    @Test
    void aRefusalNamesTheAction() {
        var denied = inspected(new Loadable.Failed<>(
                Failure.denied("application-autoscaling:DescribeScalingActivities"), Snapshots.NOW));

        assertThat(of(denied).absence()).map(Absence::detail)
                .contains("application-autoscaling:DescribeScalingActivities");
    }

    @Test
    void manyActivitiesSayHowManyAreNotShown() {
        Activities activities = of(ready(Collections.nCopies(50, activity("Successful", List.of()))));

        assertThat(activities.lines()).hasSize(20);
        assertThat(activities.note()).isEqualTo("and 30 more");
    }

    private static ScalingActivity activity(String status, List<NotScaled> notScaled) {
        return new ScalingActivity("id", Snapshots.NOW.minusSeconds(60), Optional.empty(), status, "what", "cause",
                "said about the status", notScaled);
    }

    private static Optional<Inspected> ready(List<ScalingActivity> activities) {
        return inspected(new Loadable.Ready<>(activities, Snapshots.NOW));
    }

    private static Optional<Inspected> inspected(Loadable<List<ScalingActivity>> state) {
        return Optional.of(new Inspected(new Inspection(new StackId("tiketi-prod"), "tiketi-backend-service"),
                new Panel<>(state, Duration.ofSeconds(30))));
    }

    private static Activities of(Optional<Inspected> inspected) {
        return lines().of(Snapshots.tiketi().services().getFirst(), inspected);
    }

    private static ActivityLines lines() {
        return new ActivityLines(Snapshots.NOW, new Words(Locale.ENGLISH, Snapshots.ZONE));
    }
}
