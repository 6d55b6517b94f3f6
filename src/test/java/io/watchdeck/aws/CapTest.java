package io.watchdeck.aws;

import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.cost.Bill;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Money;
import io.watchdeck.model.Reading;
import io.watchdeck.stack.CostFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The cap through the SDK: what would pass it never leaves.
@ExtendWith(TestKeys.class)
class CapTest {

    private static final CostFilter SHOP = new CostFilter(Map.of("Project", "Shop"), List.of());

    private final AwsRig rig = new AwsRig(Instant.parse("2026-09-22T04:42:30Z"));

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aRequestThatWouldPassTheCapDoesNotLeave() {
        new FakeCostExplorer(rig.aws).billed(SHOP.tags(), "Tax", "3");
        rig.meter.limit(Money.usd("0.015"));

        assertThat(value(costs()).isAnything()).isTrue();
        Failure failure = failure(costs());

        assertThat(failure.kind()).isEqualTo(Failure.Kind.CAPPED);
        assertThat(failure.action()).contains("ce:GetCostAndUsage");
        assertThat(rig.aws.requests("GetCostAndUsage")).hasSize(1);
        assertThat(rig.meter.spentThisMonth()).isEqualByComparingTo(Money.usd("0.01"));
    }

    @Test
    void aPageBeyondTheCapLeavesTheWholeUnknown() {
        var bill = new FakeCostExplorer(rig.aws);
        for (int i = 0; i <= FakeCostExplorer.PAGE; i++) {
            bill.billed(SHOP.tags(), "Service " + i, "1");
        }
        rig.meter.limit(Money.usd("0.01"));

        assertThat(failure(costs()).kind()).isEqualTo(Failure.Kind.CAPPED);
        assertThat(rig.aws.requests("GetCostAndUsage")).hasSize(1);
    }

    @Test
    void aRepetitionIsACallToo() {
        rig.aws.on("GetCostAndUsage", LoopbackAws.jsonError(500, "InternalFailure", "once more"));
        rig.meter.limit(Money.usd("0.02"));

        costs();

        assertThat(rig.aws.requests("GetCostAndUsage")).hasSizeLessThanOrEqualTo(2);
        assertThat(rig.meter.spentThisMonth()).isEqualByComparingTo(Money.usd("0.01")
                .times(rig.aws.requests("GetCostAndUsage").size()));
    }

    /// What is spent there is only as if.
    @Test
    void whatAnEndpointOfTheWholeConsoleAnswersIsCountedAndSaidToBeNotOfAws() {
        new FakeCostExplorer(rig.aws).billed(SHOP.tags(), "Tax", "3");
        String endpoint = "127.0.0.1:" + rig.aws.endpoint().getPort();
        assertThat(rig.watch().current().meter().elsewhere()).as("before anything is asked").contains(endpoint);

        costs();

        assertThat(rig.watch().current().meter().elsewhere()).contains(endpoint);
        assertThat(rig.meter.spentThisMonth()).isEqualByComparingTo(Money.usd("0.01"));
    }

    /// Nobody has answered, and nobody was asked: the price is free again for the next.
    @Test
    void whatHadNoConnectionIsNotCounted() {
        rig.aws.close();
        rig.meter.limit(Money.usd("0.01"));

        for (int time = 0; time < 3; time++) {
            assertThat(failure(costs()).kind()).isEqualTo(Failure.Kind.UNREACHABLE);
        }

        assertThat(rig.metered).as("each was counted while it was tried").hasSizeGreaterThanOrEqualTo(3);
        assertThat(rig.meter.spentThisMonth()).isEqualByComparingTo(Money.usd("0"));
        assertThat(rig.meter.calls()).isEmpty();
        assertThat(rig.meter.thisMonth()).isEmpty();
    }

    /// AWS does not say that it charges for none of these.
    @Test
    void whatLeftIsCountedThoughNothingCameBack() {
        rig.aws.on("GetCostAndUsage", LoopbackAws.jsonError(500, "InternalFailure", "no"));
        costs();
        assertThat(rig.meter.spentThisMonth()).isEqualByComparingTo(Money.usd("0.01")
                .times(rig.aws.requests("GetCostAndUsage").size()));

        rig.aws.on("GetCostAndUsage", LoopbackAws.broken());
        int before = rig.aws.requests("GetCostAndUsage").size();
        costs();
        assertThat(rig.aws.requests("GetCostAndUsage")).hasSizeGreaterThan(before);
        assertThat(rig.meter.spentThisMonth()).isEqualByComparingTo(Money.usd("0.01")
                .times(rig.aws.requests("GetCostAndUsage").size()));
    }

    @Test
    void whatIsFreeIsAskedAsEver() {
        rig.meter.limit(Money.usd("0"));

        rig.cloud.identity().identity();

        assertThat(rig.aws.requests("GetCallerIdentity")).isNotEmpty();
    }

    @Test
    void withAHigherCapItGoesOn() {
        new FakeCostExplorer(rig.aws).billed(SHOP.tags(), "Tax", "3");
        rig.meter.limit(Money.usd("0"));
        assertThat(failure(costs()).kind()).isEqualTo(Failure.Kind.CAPPED);

        rig.meter.limit(Money.usd("0.01"));

        assertThat(value(costs()).isAnything()).isTrue();
    }

    private Reading<Bill> costs() {
        return rig.cloud.cost().orElseThrow().bills(List.of(SHOP), LocalDate.parse("2026-09-01")).get(SHOP);
    }
}
