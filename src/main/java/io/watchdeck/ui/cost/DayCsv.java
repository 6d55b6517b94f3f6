package io.watchdeck.ui.cost;

import io.watchdeck.cost.BilledDays;
import io.watchdeck.ui.kit.Csv;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The days of all stacks by service, as data. A day that cost nothing has a row without a service; a day that nobody
/// asked for has none.
final class DayCsv {

    private static final List<String> HEADER = List.of("stack", "environment", "first_day", "last_day", "service",
            "amount", "currency", "estimated");

    private DayCsv() {}

    static Csv of(List<StackCost> all) {
        var rows = new ArrayList<List<String>>();
        all.forEach(one -> one.days().stream().sorted(Comparator.comparing(BilledDays::first))
                .forEach(some -> rows.addAll(rows(one, some))));
        return new Csv("watchdeck-cost-days", HEADER, rows);
    }

    private static List<List<String>> rows(StackCost one, BilledDays some) {
        if (some.byService().isEmpty()) {
            return List.of(row(one, some, "", "0", ""));
        }
        return new TreeMap<>(some.byService()).entrySet().stream()
                .map((Map.Entry<String, io.watchdeck.model.Money> entry) -> row(one, some, entry.getKey(),
                        entry.getValue().amount().setScale(4, RoundingMode.HALF_UP)
                                .toPlainString(),
                        entry.getValue().currency().getCurrencyCode()))
                .toList();
    }

    private static List<String> row(StackCost one, BilledDays some, String service, String amount, String currency) {
        return List.of(one.id().value(), one.stack().file().environment().word(), some.first().toString(),
                some.end().minusDays(1).toString(), service, amount, currency, Boolean.toString(some.estimated()));
    }
}
