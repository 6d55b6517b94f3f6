package io.watchdeck.cost;

import static io.watchdeck.model.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.cost.Advice.Given;
import io.watchdeck.cost.Advice.Kind;
import io.watchdeck.cost.Advice.NotGiven;
import io.watchdeck.model.Money;
import io.watchdeck.model.Phrase;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NatAdviserTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 21);
    private static final StackFile DEV = new ShippedStacks(StackFiles.reader()).get("codemate-dev");
    private static final StackFile PROD = new ShippedStacks(StackFiles.reader()).get("codemate-prod");
    private static final Optional<Adviser.NatInstance> INSTANCE =
            Optional.of(new Adviser.NatInstance("Glimpse", usd("4")));

    private final NatAdviser adviser = new NatAdviser(14);

    @Test
    void theBillIsBelievedBeforeThePlanWhereItTellsGatewaysApart() {
        CostReport bill = bill(Map.of("APN2-NatGateway-Hours", usd("1.42"), "APN2-NatGateway-Bytes", usd("0.08"),
                "APN2-EBS:VolumeUsage.gp3", usd("9")));

        // 14 days of 1.50 are 21.00; x 30.42 / 14 = 45.63.
        assertThat(adviser.of(DEV, Optional.of(bill), INSTANCE)).get().isInstanceOfSatisfying(Given.class, advice -> {
            assertThat(advice.saving()).isEqualTo(usd("41.63"));
            assertThat(advice.why()).isEqualTo(Phrase.of("advice.nat.whyBilled", usd("21.00"), 14,
                    AS_OF.minusDays(14), AS_OF.minusDays(1)));
        });
    }

    @Test
    void aBillWithoutGatewaysAdvisesNothingWhateverThePlanCounts() {
        assertThat(adviser.of(DEV, Optional.of(bill(Map.of("APN2-EBS:VolumeUsage.gp3", usd("9")))), INSTANCE))
                .isEmpty();
    }

    @Test
    void aBillThatDoesNotTellThemApartLeavesThePlan() {
        assertThat(adviser.of(DEV, Optional.of(bill(Map.of())), INSTANCE)).get()
                .isInstanceOfSatisfying(Given.class, advice -> assertThat(advice.saving()).isEqualTo(usd("39.07")));
    }

    @Test
    void withoutALineItSaysHowToTellThemApart() {
        StackFile noPlan = new StackFile(DEV.id(), DEV.name(), DEV.environment(), DEV.access(), DEV.account(),
                DEV.cluster(), DEV.components(), Optional.empty(), DEV.costFilter(), DEV.rules(),
                DEV.alarmSeverities(), DEV.contradictions(), DEV.readOnly());

        assertThat(adviser.of(noPlan, Optional.of(bill(Map.of())), INSTANCE)).contains(
                new NotGiven(Kind.NAT, noPlan, Phrase.of("advice.nat.notApart", "EC2 - Other")));
        assertThat(adviser.of(noPlan, Optional.empty(), INSTANCE)).isEmpty();
    }

    @Test
    void aProductionEnvironmentKeepsItsGateways() {
        assertThat(adviser.of(PROD, Optional.of(bill(Map.of("APN2-NatGateway-Hours", usd("2.83")))), INSTANCE))
                .isEmpty();
    }

    private static CostReport bill(Map<String, Money> usages) {
        var days = new ArrayList<BilledDays>();
        for (LocalDate day = AS_OF.minusDays(20); !day.isAfter(AS_OF); day = day.plusDays(1)) {
            days.add(new BilledDays(day, day.plusDays(1), Map.of("EC2 - Other", usd("11")), false, usages));
        }
        return new Bill(AS_OF, days).report();
    }
}
