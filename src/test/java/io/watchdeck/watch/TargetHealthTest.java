package io.watchdeck.watch;

import static io.watchdeck.watch.Rig.deciding;
import static io.watchdeck.watch.Rig.gaps;
import static io.watchdeck.watch.Rig.only;
import static io.watchdeck.watch.Rig.shop;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.TargetState;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.StackFile;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The targets of a target group in the snapshot: told, and deciding nothing.
class TargetHealthTest {

    private static final String PATH = "loadBalancers[shop-alb].targets[shop-tg].health";
    private static final TargetState SICK = new TargetState("10.0.1.7", OptionalInt.of(3000), "eu-west-1a",
            "unhealthy", "Target.FailedHealthChecks", "Health checks failed with these codes: [503]");

    private final Rig rig = new Rig();
    private final StackFile shop = shop();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void eachTargetIsToldWithItsReasonAndDecidesNothing() {
        rig.cloud(shop).target(SICK);
        rig.watch(shop);

        StackSnapshot stack = only(rig.readAll());

        assertThat(targets(stack)).isEqualTo(new Loadable.Ready<>(List.of(SICK), Rig.NOW));
        assertThat(stack.verdict().severity()).isEqualTo(Severity.FINE);
        assertThat(gaps(stack)).doesNotContainKey(PATH);
    }

    @Test
    void aRefusalIsAGapThatDecidesNothing() {
        rig.cloud(shop).fail(Subject.TARGETS, Failure.denied("elasticloadbalancing:DescribeTargetHealth"));
        rig.watch(shop);

        StackSnapshot stack = only(rig.readAll());

        assertThat(gaps(stack)).containsEntry(PATH, "denied");
        assertThat(deciding(stack)).isEmpty();
        assertThat(stack.loadBalancers().getFirst().targetGroups().getFirst().unhealthy().latest().state().latest())
                .as("the count is another subject's").contains(0.0);
    }

    @Test
    void aFailureLaterKeepsWhatWasKnown() {
        rig.cloud(shop).target(SICK);
        rig.watch(shop);
        rig.readAll();
        rig.cloud(shop).fail(Subject.TARGETS, Failure.throttled("elasticloadbalancing:DescribeTargetHealth"));

        StackSnapshot stack = only(rig.readAll(Duration.ofMinutes(1)));

        assertThat(targets(stack)).isInstanceOfSatisfying(Loadable.Stale.class,
                stale -> assertThat(stale.value()).isEqualTo(List.of(SICK)));
        assertThat(stack.gaps()).filteredOn(gap -> gap.path().equals(PATH)).singleElement()
                .satisfies(gap -> assertThat(gap.lastValue()).contains("0/1"));
    }

    private static Loadable<List<TargetState>> targets(StackSnapshot stack) {
        return stack.loadBalancers().getFirst().targetGroups().getFirst().targets().state();
    }
}
