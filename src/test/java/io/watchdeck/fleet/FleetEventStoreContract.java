package io.watchdeck.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.FleetEvent.Deployed;
import io.watchdeck.fleet.FleetEvent.Stopped;
import io.watchdeck.fleet.FleetEvent.Told;
import io.watchdeck.fleet.ServiceState.ServiceEvent;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [FleetEventStore] keeps.
public abstract class FleetEventStoreContract {

    private static final Instant NOW = Instant.parse("2026-09-22T04:42:30.123456789Z");
    private static final String PLACE = "eu-west-1 - - -";
    private static final ServiceKey API = new ServiceKey("shop", "api");
    private static final ServiceKey WORKER = new ServiceKey("shop", "worker");
    private static final TimeRange DAY = new TimeRange(NOW.minus(Duration.ofDays(1)), NOW.plusSeconds(1));

    private FleetEventStore store;

    /// Empty.
    protected abstract FleetEventStore store();

    @BeforeEach
    void begin() {
        store = store();
    }

    private static Told told(ServiceKey service, String id, Instant at) {
        return new Told(service, new ServiceEvent(id, at, "(service api) has reached a steady state. \"안정\""));
    }

    private static Deployed deployed(String state) {
        return new Deployed(API, new Deployment("ecs-svc/1", "PRIMARY", "task-definition/api:7", 2, 1, 1, 0, state, "",
                NOW.minusSeconds(60), NOW));
    }

    private static Stopped stopped() {
        return new Stopped(API, NOW.minusSeconds(30), new TaskState("arn:task/1", "api", "api:7", "STOPPED", "STOPPED",
                "FARGATE_SPOT", "eu-west-1a", "UNKNOWN", Optional.of(NOW.minusSeconds(900)), Optional.empty(),
                Optional.of(NOW.minusSeconds(40)), Optional.of(NOW.minusSeconds(30)), "SpotInterruption",
                "Your Spot Task was interrupted.",
                List.of(new TaskState.ContainerState("api", "STOPPED", OptionalInt.of(143), ""))));
    }

    @Test
    void whatHappenedComesBackAsItWasInOrderOfTime() {
        Told told = told(API, "e1", NOW);
        store.add(PLACE, List.of(told, stopped(), deployed("IN_PROGRESS")));

        assertThat(store.read(PLACE, Set.of(API), DAY)).containsExactly(deployed("IN_PROGRESS"), stopped(), told);
    }

    @Test
    void anEventIsKeptOnceWithItsNewestWord() {
        store.add(PLACE, List.of(deployed("IN_PROGRESS"), told(API, "e1", NOW)));
        store.add(PLACE, List.of(deployed("COMPLETED"), told(API, "e1", NOW)));

        assertThat(store.read(PLACE, Set.of(API), DAY)).containsExactly(deployed("COMPLETED"), told(API, "e1", NOW));
    }

    @Test
    void whatAutoscalingDidComesBackAsItWas() {
        var scaled = new FleetEvent.Scaled(API, new ScalingActivity("s1", NOW, Optional.empty(), "Successful",
                "Setting desired count to 4.", "alarm \"high\"", "", List.of(new ScalingActivity.NotScaled(
                        "AlreadyAtMaxCapacity", OptionalInt.of(4), OptionalInt.empty(), OptionalInt.of(4)))));
        store.add(PLACE, List.of(scaled));

        assertThat(store.read(PLACE, Set.of(API), DAY, FleetEvent.Scaled.class)).containsExactly(scaled);
        assertThat(store.read(PLACE, Set.of(API), DAY, Deployed.class)).isEmpty();
    }

    @Test
    void onlyWhatIsAskedForIsTold() {
        store.add(PLACE, List.of(told(API, "e1", NOW), told(WORKER, "e2", NOW),
                told(API, "e3", NOW.minus(Duration.ofDays(2)))));
        store.add("us-east-1 - - -", List.of(told(API, "e4", NOW)));

        assertThat(store.read(PLACE, Set.of(API), DAY)).extracting(FleetEvent::id).containsExactly("e1");
        assertThat(store.read(PLACE, Set.of(API, WORKER), DAY)).extracting(FleetEvent::id)
                .containsExactlyInAnyOrder("e1", "e2");
        assertThat(store.read(PLACE, Set.of(), DAY)).isEmpty();
    }

    @Test
    void oneKindIsToldAlone() {
        store.add(PLACE, List.of(told(API, "e1", NOW), stopped(), deployed("COMPLETED")));

        assertThat(store.read(PLACE, Set.of(API), DAY, Deployed.class)).containsExactly(deployed("COMPLETED"));
        assertThat(store.read(PLACE, Set.of(API), DAY, Stopped.class)).containsExactly(stopped());
    }

    @Test
    void theRangeHoldsItsBeginAndNotItsEnd() {
        store.add(PLACE, List.of(told(API, "first", DAY.from()), told(API, "last", DAY.to())));

        assertThat(store.read(PLACE, Set.of(API), DAY)).extracting(FleetEvent::id).containsExactly("first");
    }

    @Test
    void whatIsOldIsForgotten() {
        store.add(PLACE, List.of(told(API, "old", NOW.minusSeconds(60)), told(API, "new", NOW)));

        store.forget(NOW);

        assertThat(store.read(PLACE, Set.of(API), DAY)).extracting(FleetEvent::id).containsExactly("new");
    }

    @Test
    void aTaskWithoutAServiceHasAPlaceOfItsOwn() {
        var alone = new ServiceKey("shop", "");
        store.add(PLACE, List.of(new Stopped(alone, NOW, stopped().task())));

        assertThat(store.read(PLACE, Set.of(alone), DAY)).hasSize(1);
        assertThat(store.read(PLACE, Set.of(API), DAY)).isEmpty();
    }
}
