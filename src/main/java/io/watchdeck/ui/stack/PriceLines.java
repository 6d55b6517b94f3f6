package io.watchdeck.ui.stack;

import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.TaskPrices;
import io.watchdeck.cost.UnitPrice;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Phrase;
import io.watchdeck.stack.Plan;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes the price of a task of a service: that of the plan, and that of the bill beside it.
///
/// @param running by service, hourly averages of running tasks on the days of the bill; empty until they are known
record PriceLines(StackSnapshot stack, Optional<Map<String, Series>> running, Words words) {

    List<PriceLine> of(ServiceSpec service) {
        return List.of(line(words.say("ui.price.plan"), "", new TaskPrices(stack.file()).ofPlan(service), ""),
                billed(service));
    }

    private PriceLine billed(ServiceSpec service) {
        return switch (stack.cost().state()) {
            case Loadable.Loading<CostReport>() -> absent(Absence.asking(words));
            case Loadable.Failed<CostReport>(Failure failure, var _) -> absent(Absence.of(failure, words));
            case Loadable.Ready<CostReport>(CostReport bill, var _) -> billed(service, bill, "");
            case Loadable.Stale<CostReport>(CostReport bill, Instant at, Failure failure) -> billed(service, bill,
                    words.say("ui.costs.staleWhy", words.moment(at), words.say(failure.sentence())));
        };
    }

    private PriceLine billed(ServiceSpec service, CostReport bill, String stale) {
        return running
                .map(hours -> line(words.say("ui.price.bill"), words.say("ui.card.asOf", bill.asOf()),
                        new TaskPrices(stack.file()).ofBill(service, Optional.of(bill), hours), stale))
                .orElseGet(() -> absent(Absence.asking(words)));
    }

    private PriceLine absent(Absence absence) {
        return new PriceLine(words.say("ui.price.bill"), "", false, "", "", Optional.of(absence));
    }

    private PriceLine line(String by, String asOf, UnitPrice price, String stale) {
        return switch (price) {
            case UnitPrice.Known(Plan.Amount month, Phrase arithmetic) -> new PriceLine(by,
                    month.isRange() ? words.say("ui.price.monthRange", month.from(), month.to())
                            : words.say("ui.price.month", month.to()),
                    true, asOf, sentences(words.say("ui.price.sum", arithmetic), stale), Optional.empty());
            case UnitPrice.NotKnown(Phrase why) -> new PriceLine(by, words.say("ui.price.unknown"), false, asOf,
                    sentences(words.say("ui.price.why", why), stale), Optional.empty());
        };
    }

    private static String sentences(String first, String second) {
        return second.isEmpty() ? first : first + " " + second;
    }
}
