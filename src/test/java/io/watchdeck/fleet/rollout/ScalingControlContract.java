package io.watchdeck.fleet.rollout;

import static io.watchdeck.model.Changes.assertDenied;
import static io.watchdeck.model.Changes.assertThrottled;
import static io.watchdeck.model.Changes.refused;
import static io.watchdeck.model.Changes.taken;
import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ScalingSource;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.model.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [ScalingControl] keeps.
public abstract class ScalingControlContract {

    protected static final String CLUSTER = "contract-cluster";
    /// Has a range.
    protected static final ServiceKey SERVICE = new ServiceKey(CLUSTER, "service-0001");
    /// Has none.
    protected static final ServiceKey WITHOUT_RANGE = new ServiceKey(CLUSTER, "service-without-range");

    /// An account, as it is changed and as it is read.
    public record Account(ScalingControl control, ScalingSource ranges) {}

    /// [#SERVICE] has the range 2 to 10 and one policy, and desires 4 tasks; [#WITHOUT_RANGE] is the other service.
    protected abstract Account scalable();

    /// Ranges may be read and not changed.
    protected abstract Account denied();

    protected abstract Account throttled();

    @Test
    void bothEndsChangeAndNothingElse() {
        Account account = scalable();
        ScalingRange before = value(range(account, SERVICE));

        taken(account.control.range(SERVICE, 3, 14));

        ScalingRange after = value(range(account, SERVICE));
        assertThat(after.min()).isEqualTo(3);
        assertThat(after.max()).isEqualTo(14);
        assertThat(after.policies()).isNotEmpty().isEqualTo(before.policies());
    }

    @Test
    void aRangeMayBeOfOneNumber() {
        Account account = scalable();

        taken(account.control.range(SERVICE, 4, 4));

        assertThat(value(range(account, SERVICE)).min()).isEqualTo(4);
        assertThat(value(range(account, SERVICE)).max()).isEqualTo(4);
    }

    @Test
    void aServiceWithoutARangeGetsNone() {
        Account account = scalable();

        refused(account.control.range(WITHOUT_RANGE, 1, 4));

        assertThat(failure(range(account, WITHOUT_RANGE)).kind()).isEqualTo(Kind.ABSENT);
    }

    @Test
    void aServiceThatDoesNotExistIsRefused() {
        refused(scalable().control.range(new ServiceKey(CLUSTER, "no-such-service"), 1, 4));
    }

    @Test
    void aRangeThatEndsBeforeItBeginsIsRefused() {
        Account account = scalable();
        ScalingRange before = value(range(account, SERVICE));

        refused(account.control.range(SERVICE, 5, 4));

        assertThat(value(range(account, SERVICE))).isEqualTo(before);
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        Account account = denied();
        ScalingRange before = value(range(account, SERVICE));

        assertDenied(account.control.range(SERVICE, 3, 14), "application-autoscaling:RegisterScalableTarget");

        assertThat(value(range(account, SERVICE))).isEqualTo(before);
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        assertThrottled(throttled().control.range(SERVICE, 3, 14));
    }

    private static Reading<ScalingRange> range(Account account, ServiceKey service) {
        return account.ranges.ranges(List.of(service)).get(service);
    }
}
