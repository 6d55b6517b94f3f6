package io.watchdeck.ui.settings;

import io.watchdeck.model.Money;
import io.watchdeck.refresh.MeteredCalls;
import io.watchdeck.ui.kit.Csv;
import io.watchdeck.words.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Adds up the counted calls of a month by whatever tells them apart, the dearest first. Every table adds up to the same.
///
/// @param month the counted calls of the month of `today`
/// @param today of UTC
record Spending(List<MeteredCalls> month, LocalDate today, Words words) {

    private static final Currency DOLLARS = Currency.getInstance("USD");
    private static final String SUM = "sum";

    /// @param key  what tells rows apart
    /// @param name of a key
    /// @param why  of a key
    List<SpendLine> by(Function<MeteredCalls, String> key, Function<String, String> name,
            Function<String, String> why) {
        Map<String, List<MeteredCalls>> apart =
                month.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
        var lines = new ArrayList<SpendLine>();
        apart.entrySet().stream().sorted(Comparator
                .comparing((Map.Entry<String, List<MeteredCalls>> one) -> price(one.getValue()))
                .thenComparing(one -> calls(one.getValue())).reversed())
                .forEach(one -> lines.add(new SpendLine(one.getKey(), name.apply(one.getKey()),
                        numbers(one.getValue()), false, why.apply(one.getKey()))));
        if (lines.size() > 1) {
            lines.add(new SpendLine(SUM, words.say("ui.settings.sum"), numbers(month), true, ""));
        }
        return lines;
    }

    private List<String> numbers(List<MeteredCalls> some) {
        List<MeteredCalls> now = some.stream().filter(one -> one.day().equals(today)).toList();
        return List.of(count(calls(now)), count(calls(some)), count(units(some)), money(now),
                money(some));
    }

    /// Every row as it was counted, with exact prices.
    Csv csv() {
        return new Csv("watchdeck-meter", List.of("day_utc", "account", "call", "for", "calls", "units", "usd"),
                month.stream().sorted(Comparator.comparing(MeteredCalls::day).thenComparing(MeteredCalls::account)
                        .thenComparing(MeteredCalls::call).thenComparing(one -> one.payer().word()))
                        .map(one -> List.of(one.day().toString(), one.account(), one.call(), one.payer().word(),
                                Long.toString(one.calls()), Long.toString(one.units()),
                                one.price().stripTrailingZeros().toPlainString()))
                        .toList());
    }

    private String count(long number) {
        return words.number(number, 0);
    }

    /// Less than half a cent is said as less than a cent: it is not nothing.
    private String money(List<MeteredCalls> some) {
        var money = new Money(price(some), DOLLARS);
        if (money.amount().signum() == 0) {
            return some.isEmpty() ? words.money(money) : words.say("ui.settings.free");
        }
        return money.rounded(2).amount().signum() == 0
                ? words.say("ui.settings.lessThan", words.money(Money.usd("0.01"))) : words.money(money);
    }

    private static long calls(List<MeteredCalls> some) {
        return some.stream().mapToLong(MeteredCalls::calls).sum();
    }

    private static long units(List<MeteredCalls> some) {
        return some.stream().mapToLong(MeteredCalls::units).sum();
    }

    private static BigDecimal price(List<MeteredCalls> some) {
        return some.stream().map(MeteredCalls::price).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
