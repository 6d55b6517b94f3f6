package io.watchdeck.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Money;
import io.watchdeck.model.Phrase;
import io.watchdeck.stack.Plan;
import io.watchdeck.stack.ServiceSpec;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SpotSavingTest {

    private static final Discounts SEVENTY =
            new Discounts(new BigDecimal("0.70"), "the price list", BigDecimal.ZERO, "");
    /// Glimpse: 23 dollars for 2 tasks.
    private static final UnitPrice PRICE = new UnitPrice.Known(Plan.Amount.of(Money.usd("11.50")), Phrase.of("x"));

    private static ServiceSpec service(OptionalInt weight) {
        return new ServiceSpec("api", OptionalInt.of(2), Optional.empty(), OptionalInt.empty(), weight,
                Optional.empty());
    }

    @Test
    void thePlansPriceIsTakenApartByTheDesignsWeight() {
        // A task on demand: 11.50 / (1 − 0.9 × 0.7) = 31.08; on Spot 70 % less, twice.
        assertThat(SpotSaving.of(PRICE, service(OptionalInt.of(90)), OptionalInt.of(2), SEVENTY))
                .isEqualTo(new SpotSaving.Known(
                        Money.usd("43.51"),
                        Phrase.of("spot.saving.sum", 2, Money.usd("31.08"), 70, "the price list", 90)));
    }

    @Test
    void aDesignWithoutSpotHasThePriceOnDemand() {
        assertThat(SpotSaving.of(PRICE, service(OptionalInt.of(0)), OptionalInt.of(1), SEVENTY))
                .isInstanceOfSatisfying(SpotSaving.Known.class,
                        known -> assertThat(known.month()).isEqualTo(Money.usd("8.05")));
        assertThat(SpotSaving.of(PRICE, service(OptionalInt.of(90)), OptionalInt.of(0), SEVENTY))
                .isInstanceOfSatisfying(SpotSaving.Known.class,
                        known -> assertThat(known.month()).isEqualTo(Money.usd("0.00")));
    }

    @Test
    void withoutAPriceOrAWeightItIsNotKnown() {
        assertThat(SpotSaving.of(new UnitPrice.NotKnown(Phrase.of("unitPrice.noPlan")), service(OptionalInt.of(90)),
                OptionalInt.of(2),
                SEVENTY)).isEqualTo(new SpotSaving.NotKnown(Phrase.of("unitPrice.noPlan")));
        assertThat(SpotSaving.of(PRICE, service(OptionalInt.empty()), OptionalInt.of(2), SEVENTY))
                .isEqualTo(new SpotSaving.NotKnown(Phrase.of("spot.saving.noWeight")));
    }

    @Test
    void asLongAsNobodyHasReadTheTasksTheSavingIsNotZero() {
        assertThat(SpotSaving.of(PRICE, service(OptionalInt.of(90)), OptionalInt.empty(), SEVENTY))
                .isEqualTo(new SpotSaving.NotKnown(Phrase.of("spot.saving.noTasks")));
    }
}
