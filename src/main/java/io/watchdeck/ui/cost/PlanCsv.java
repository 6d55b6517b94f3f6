package io.watchdeck.ui.cost;

import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.Drift;
import io.watchdeck.cost.LineReview;
import io.watchdeck.cost.LineReview.Actual;
import io.watchdeck.model.Money;
import io.watchdeck.ui.kit.Csv;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The lines of all plans beside the bill, as data.
final class PlanCsv {

    private static final List<String> HEADER = List.of("stack", "environment", "line", "service", "currency",
            "plan_from", "plan_to", "bill", "month_to_date", "forecast", "drift", "drift_by", "as_of");

    private PlanCsv() {}

    static Csv of(List<StackCost> all) {
        var rows = new ArrayList<List<String>>();
        all.forEach(one -> one.review().ifPresent(review -> review.lines()
                .forEach(line -> rows.add(row(one, line)))));
        return new Csv("watchdeck-plans", HEADER, rows);
    }

    private static List<String> row(StackCost one, LineReview review) {
        var line = review.line();
        return Stream.of(
                List.of(one.id().value(), one.stack().file().environment().word(), line.name(),
                        line.service().orElse(""), line.amount().to().currency().getCurrencyCode(),
                        number(line.amount().from()), number(line.amount().to())),
                bill(review.actual()),
                List.of(review.drift().map(Drift::kind).map(kind -> kind.name().toLowerCase(java.util.Locale.ROOT))
                        .orElse(""), review.drift().map(Drift::by).map(PlanCsv::number).orElse(""),
                        one.report().map(CostReport::asOf).map(Object::toString).orElse("")))
                .flatMap(List::stream).toList();
    }

    /// What the bill says, to date, and at the month's end. Of lines that AWS bills together each has the sum of all.
    private static List<String> bill(Actual actual) {
        return switch (actual) {
            case Actual.Billed(var toDate, var end) -> List.of("billed", number(toDate), number(end));
            case Actual.Together(var _, var _, var toDate, var end) ->
                List.of("together", number(toDate), number(end));
            case Actual.NotBilled() -> List.of("not billed", "", "");
            case Actual.Outside() -> List.of("not by AWS", "", "");
            case Actual.Reserve() -> List.of("reserve", "", "");
            case Actual.Unknown() -> List.of("unknown", "", "");
        };
    }

    private static String number(Optional<Money> money) {
        return money.map(PlanCsv::number).orElse("");
    }

    private static String number(Money money) {
        return money.amount().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
