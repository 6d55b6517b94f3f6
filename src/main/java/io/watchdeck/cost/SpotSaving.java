package io.watchdeck.cost;

import io.watchdeck.model.Money;
import io.watchdeck.model.Phrase;
import io.watchdeck.stack.ServiceSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;

/// What running on Spot saves against on-demand, at the plan's price of a task.
public sealed interface SpotSaving {

    /// @param month at most so much a month: AWS says of Spot only how much less it costs at most
    /// @param sum   how it was counted, with source and date of the discount
    record Known(Money month, Phrase sum) implements SpotSaving {}

    record NotKnown(Phrase why) implements SpotSaving {}

    /// The plan's price of a task is a mix of both prices by the design's weight: where Spot costs `d` less and `w` of the
    /// tasks are on Spot, a task on demand costs the mix through `1 − w × d`.
    ///
    /// @param price  of one task a month, by the plan
    /// @param onSpot tasks that run on Spot now; empty as long as nobody has read them
    static SpotSaving of(UnitPrice price, ServiceSpec service, OptionalInt onSpot, Discounts discounts) {
        if (price instanceof UnitPrice.NotKnown(Phrase why)) {
            return new NotKnown(why);
        }
        if (service.spotWeight().isEmpty()) {
            return new NotKnown(Phrase.of("spot.saving.noWeight"));
        }
        if (onSpot.isEmpty()) {
            return new NotKnown(Phrase.of("spot.saving.noTasks"));
        }
        int tasks = onSpot.getAsInt();
        Money each = ((UnitPrice.Known) price).month().to();
        BigDecimal discount = discounts.fargateSpot();
        BigDecimal mixed = BigDecimal.ONE.subtract(discount.multiply(BigDecimal.valueOf(service.spotWeight().getAsInt())
                .movePointLeft(2)));
        var onDemand = new Money(each.amount().divide(mixed, 2, RoundingMode.HALF_UP), each.currency());
        var month = new Money(onDemand.amount().multiply(discount).multiply(BigDecimal.valueOf(tasks))
                .setScale(2, RoundingMode.HALF_UP), each.currency());
        return new Known(month, Phrase.of("spot.saving.sum", tasks, onDemand,
                discount.movePointRight(2).intValue(), discounts.spotSource(),
                service.spotWeight().getAsInt()));
    }
}
