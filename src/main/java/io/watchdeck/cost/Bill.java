package io.watchdeck.cost;

import io.watchdeck.model.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a stack was billed, day by day.
///
/// @param asOf the last day that is counted
/// @param days in their order, no day twice
public record Bill(LocalDate asOf, List<BilledDays> days) {

    private static final Currency DOLLARS = Currency.getInstance("USD");

    public Bill {
        days = days.stream().sorted(Comparator.comparing(BilledDays::first)).toList();
    }

    /// Known to be nothing.
    ///
    /// @param first the first day of it
    public static Bill nothing(LocalDate first, LocalDate asOf) {
        return new Bill(asOf, List.of(new BilledDays(first, asOf.plusDays(1), Map.of(), true)));
    }

    /// With what is known better: days of both are those of the newer one.
    public Bill with(Bill newer) {
        var all = new ArrayList<>(newer.days);
        days.stream().filter(old -> newer.days.stream()
                .noneMatch(one -> one.first().isBefore(old.end()) && old.first().isBefore(one.end())))
                .forEach(all::add);
        return new Bill(newer.asOf.isAfter(asOf) ? newer.asOf : asOf, all);
    }

    /// The same days with their usage types.
    ///
    /// @param usages the amounts of its days by usage type instead of the service
    public Bill withUsages(Bill usages) {
        Map<LocalDate, BilledDays> told = usages.days.stream().collect(Collectors.toMap(BilledDays::first,
                Function.identity()));
        return new Bill(asOf, days.stream().map(some -> Optional.ofNullable(told.get(some.first()))
                .filter(one -> one.end().equals(some.end()))
                .map(one -> new BilledDays(some.first(), some.end(), some.byService(), some.estimated(),
                        one.byService()))
                .orElse(some)).toList());
    }

    /// Without what is long past.
    ///
    /// @param first the first day that stays
    public Bill since(LocalDate first) {
        return new Bill(asOf, days.stream().filter(some -> some.end().isAfter(first)).toList());
    }

    /// Whether anything was billed at all.
    public boolean isAnything() {
        return days.stream().anyMatch(some -> !some.byService().isEmpty());
    }

    /// The month of the last day that is counted.
    public CostReport report() {
        YearMonth month = YearMonth.from(asOf);
        var byService = new LinkedHashMap<String, Money>();
        days.stream().filter(some -> YearMonth.from(some.first()).equals(month))
                .forEach(some -> some.byService().forEach((service, money) -> byService.merge(service, money,
                        Money::plus)));
        Money sum = byService.values().stream().reduce(Money::plus).orElseGet(() -> Money.zero(currency()));
        return new CostReport(asOf, sum, MonthEnd.of(sum, this), byService, days);
    }

    /// What each single day cost, the latest last; days that the bill does not tell apart are left out.
    List<Money> singles() {
        return days.stream().filter(BilledDays::isSingle).filter(day -> !day.first().isAfter(asOf))
                .map(day -> day.total().orElseGet(() -> Money.zero(currency()))).toList();
    }

    private Currency currency() {
        return days.stream().flatMap(some -> some.byService().values().stream()).findFirst().map(Money::currency)
                .orElse(DOLLARS);
    }

    /// What one service was billed.
    public Bill only(String service) {
        return new Bill(asOf, days.stream().map(some -> new BilledDays(some.first(), some.end(),
                Optional.ofNullable(some.byService().get(service)).map(money -> Map.of(service, money))
                        .orElse(Map.of()),
                some.estimated())).toList());
    }
}
