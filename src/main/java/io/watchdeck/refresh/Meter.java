package io.watchdeck.refresh;

import io.watchdeck.model.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;

/// Counts and prices the console's own calls since it began. Days and months are those of UTC, as on AWS's bill.
/// Safe for use by several threads.
public final class Meter implements CallMeter {

    private final PriceList prices;
    private final Clock clock;
    private final Map<String, Long> calls = new TreeMap<>();
    private final Map<LocalDate, BigDecimal> days = new TreeMap<>();

    public Meter(PriceList prices, Clock clock) {
        this.prices = prices;
        this.clock = clock;
    }

    @Override
    public synchronized void count(ApiCall call) {
        calls.merge(call.service() + ":" + call.operation(), 1L, Long::sum);
        days.merge(today(), prices.price(call), BigDecimal::add);
    }

    /// How many requests left, by `Service:Operation`.
    public synchronized Map<String, Long> calls() {
        return Map.copyOf(calls);
    }

    public synchronized Money spentToday() {
        return dollars(days.getOrDefault(today(), BigDecimal.ZERO));
    }

    public synchronized Money spentThisMonth() {
        YearMonth month = YearMonth.from(today());
        return dollars(days.entrySet().stream().filter(day -> YearMonth.from(day.getKey()).equals(month))
                .map(Map.Entry::getValue).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Money dollars(BigDecimal amount) {
        return new Money(amount, Currency.getInstance("USD"));
    }
}
