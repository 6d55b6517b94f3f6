package io.watchdeck.watch;

import static io.watchdeck.watch.Rig.shop;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.StackFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is read only of the service whose details are open.
class InspectionTest {

    private static final ScalingActivity SCALED = new ScalingActivity("a1", Rig.NOW.minusSeconds(60), Optional.empty(),
            "InProgress", "Setting desired count to 4.", "monitor alarm high in state ALARM", "", List.of());

    private final Rig rig = new Rig();
    private final StackFile shop = shop();
    private final FakeCloud cloud = rig.cloud(shop);
    private final Inspection api = new Inspection(shop.id(), "api");

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void nobodyLooksSoNothingIsRead() {
        rig.watch(shop);
        rig.readAll();

        rig.watch.readInspected();

        assertThat(rig.watch.current().inspected()).isEmpty();
        assertThat(activityCalls()).isEmpty();
    }

    @Test
    void whatAutoscalingDidToTheServiceIsTold() {
        cloud.activity(SCALED);
        rig.watch(shop);
        rig.readAll();
        rig.watch.inspect(Optional.of(api));

        rig.watch.readInspected();

        assertThat(activities()).contains(new Loadable.Ready<>(List.of(SCALED), Rig.NOW));
        assertThat(activityCalls()).containsExactly("ACTIVITIES shop api");
    }

    @Test
    void beforeTheAnswerItIsAskingNotEmpty() {
        rig.watch(shop);
        rig.watch.inspect(Optional.of(api));

        rig.readAll();

        assertThat(activities()).contains(Loadable.loading());
    }

    @Test
    void aFailureLaterKeepsWhatWasKnown() {
        cloud.activity(SCALED);
        rig.watch(shop);
        rig.readAll();
        rig.watch.inspect(Optional.of(api));
        rig.watch.readInspected();
        Failure denied = Failure.denied("application-autoscaling:DescribeScalingActivities");
        cloud.failActivities(denied);

        rig.watch.readInspected();

        assertThat(activities()).contains(new Loadable.Stale<>(List.of(SCALED), Rig.NOW, denied));
    }

    @Test
    void aThrottledReadingTellsWhenTheNextTryIs() {
        cloud.failActivities(Failure.throttled("application-autoscaling:DescribeScalingActivities"));
        rig.watch(shop);
        rig.readAll();
        rig.watch.inspect(Optional.of(api));

        rig.watch.readInspected();

        assertThat(activities()).get().extracting(known -> known.problem().flatMap(Failure::retryAt))
                .isEqualTo(Optional.of(Rig.NOW.plus(rig.rhythm.inspection())));
    }

    @Test
    void aPortThatIsNotThereIsSaidToBeNotRead() {
        cloud.withoutOptionalPorts();
        rig.watch(shop);
        rig.readAll();
        rig.watch.inspect(Optional.of(api));

        rig.watch.readInspected();

        assertThat(activities()).get().extracting(Loadable::problem).isEqualTo(Optional.of(Failure.notKept()));
    }

    @Test
    void nothingOfAnotherAccountIsRead() {
        StackFile named = Rig.stack("shop", Rig.WITH_ACCOUNT);
        FakeCloud account = rig.cloud(named);
        account.account("999999999999");
        rig.watch(named);
        rig.readAll();
        rig.watch.inspect(Optional.of(api));

        rig.watch.readInspected();

        assertThat(account.calls()).noneMatch(call -> call.startsWith("ACTIVITIES"));
        assertThat(activities()).get().extracting(known -> known.problem().map(Failure::kind))
                .isEqualTo(Optional.of(Failure.Kind.WRONG_ACCOUNT));
    }

    @Test
    void whoLooksAwayAndBackIsToldNothingOld() {
        cloud.activity(SCALED);
        rig.watch(shop);
        rig.readAll();
        rig.watch.inspect(Optional.of(api));
        rig.watch.readInspected();
        rig.watch.inspect(Optional.empty());

        rig.watch.inspect(Optional.of(api));

        assertThat(rig.readAll().inspected()).map(one -> one.activities().state()).contains(Loadable.loading());
    }

    @Test
    void aServiceThatNoFileNamesIsNotRead() {
        rig.watch(shop);
        rig.readAll();
        rig.watch.inspect(Optional.of(new Inspection(new StackId("shop"), "no-such-service")));

        rig.watch.readInspected();

        assertThat(rig.watch.current().inspected()).isEmpty();
        assertThat(activityCalls()).isEmpty();
    }

    private Optional<Loadable<List<ScalingActivity>>> activities() {
        return rig.watch.current().inspected().map(one -> one.activities().state());
    }

    private List<String> activityCalls() {
        return cloud.calls().stream().filter(call -> call.startsWith("ACTIVITIES")).toList();
    }
}
