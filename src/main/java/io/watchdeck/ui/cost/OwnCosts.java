package io.watchdeck.ui.cost;

import io.watchdeck.model.Money;
import io.watchdeck.refresh.MeteredCalls;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.MeterReading;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Sums up the metered calls: those that cost something each for itself, the free ones together. Days are those of UTC,
/// as on AWS's bill.
record OwnCosts(CostText text) {

    private static final double NEAR_CAP = 0.8;
    private static final int FEWEST_DAYS = 2;
    private static final String UNKNOWN = "unknown";
    private static final Currency DOLLARS = Currency.getInstance("USD");

    OwnCost of(MeterReading meter, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<MeteredCalls> month = meter.detail().stream()
                .filter(one -> one.day().withDayOfMonth(1).equals(today.withDayOfMonth(1))).toList();
        double cap = meter.cap().amount().doubleValue();
        double share = cap > 0 ? meter.month().amount().doubleValue() / cap : 0;
        return new OwnCost(text.exact(meter.month()), text.say("ui.costs.own.cap", text.exact(meter.cap())),
                text.say("ui.costs.own.today", text.exact(meter.today())), share,
                share >= NEAR_CAP ? Tone.WARNING : Tone.NOTICE,
                lines(month, today), accounts(month, today), early(month), projected(meter, month, now).orElse(""));
    }

    private List<OwnCost.Line> lines(List<MeteredCalls> month, LocalDate today) {
        Map<String, List<MeteredCalls>> byCall = month.stream()
                .collect(Collectors.groupingBy(MeteredCalls::call, TreeMap::new, Collectors.toList()));
        var lines = new ArrayList<OwnCost.Line>();
        byCall.entrySet().stream().filter(entry -> price(entry.getValue()).signum() > 0)
                .sorted(Comparator.comparing((Map.Entry<String, List<MeteredCalls>> entry) -> price(entry.getValue()))
                        .reversed())
                .forEach(entry -> lines.add(line(entry.getKey().replace(":", " "), entry.getValue(), today)));
        List<MeteredCalls> free = byCall.values().stream().filter(calls -> price(calls).signum() == 0)
                .flatMap(List::stream).toList();
        if (!free.isEmpty()) {
            lines.add(new OwnCost.Line(text.say("ui.costs.own.others"), text.say("ui.costs.own.calls", calls(free)),
                    text.say("ui.costs.own.free"), text.say("ui.costs.own.free"), true));
        }
        return lines;
    }

    private List<OwnCost.Line> accounts(List<MeteredCalls> month, LocalDate today) {
        Map<String, List<MeteredCalls>> byAccount = month.stream()
                .filter(one -> !one.account().equals(UNKNOWN))
                .collect(Collectors.groupingBy(MeteredCalls::account, TreeMap::new, Collectors.toList()));
        return byAccount.size() < 2 ? List.of() : byAccount.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<MeteredCalls>> entry) -> price(entry.getValue()))
                        .reversed())
                .map(entry -> line(text.say("ui.costs.own.account", entry.getKey()), entry.getValue(), today)).toList();
    }

    /// No account of its own: most starts ask something before AWS has said who asks.
    private String early(List<MeteredCalls> month) {
        List<MeteredCalls> calls = month.stream().filter(one -> one.account().equals(UNKNOWN)).toList();
        if (calls.isEmpty() || calls.size() == month.size()) {
            return "";
        }
        BigDecimal price = price(calls);
        return price.signum() > 0 ? text.say("ui.costs.own.earlyPaid", calls(calls), money(price))
                : text.say("ui.costs.own.early", calls(calls));
    }

    private OwnCost.Line line(String name, List<MeteredCalls> calls, LocalDate today) {
        BigDecimal now = price(calls.stream().filter(one -> one.day().equals(today)).toList());
        return new OwnCost.Line(name, text.say("ui.costs.own.calls", calls(calls)), money(now), money(price(calls)),
                false);
    }

    /// By the average of the days since the first call of the month.
    private Optional<String> projected(MeterReading meter, List<MeteredCalls> month, Instant now) {
        return month.stream().map(MeteredCalls::day).min(Comparator.naturalOrder()).flatMap(first -> {
            Instant begin = first.atStartOfDay(ZoneOffset.UTC).toInstant();
            double days = Duration.between(begin, now).toMillis() / (double) Duration.ofDays(1).toMillis();
            int all = first.lengthOfMonth() - first.getDayOfMonth() + 1;
            return days < FEWEST_DAYS ? Optional.empty() : Optional.of(text.exact(meter.month().times(all / days)));
        });
    }

    private static long calls(List<MeteredCalls> some) {
        return some.stream().mapToLong(MeteredCalls::calls).sum();
    }

    private static BigDecimal price(List<MeteredCalls> some) {
        return some.stream().map(MeteredCalls::price).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Less than half a cent is said as less than a cent: it is not nothing.
    private String money(BigDecimal dollars) {
        var money = new Money(dollars, DOLLARS);
        return dollars.signum() > 0 && money.rounded(2).amount().signum() == 0
                ? text.say("ui.costs.own.lessThanCent", text.exact(Money.usd("0.01"))) : text.exact(money);
    }
}
