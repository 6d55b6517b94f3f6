package io.watchdeck.cost;

import io.watchdeck.cost.Advice.Given;
import io.watchdeck.cost.Advice.Kind;
import io.watchdeck.cost.Advice.NotGiven;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Money;
import io.watchdeck.model.Phrase;
import io.watchdeck.stack.Environment;
import io.watchdeck.stack.Plan;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.StackFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Looks at what is kept of a stack for what could cost less. Tells it only where the history and the prices support it.
///
/// @param days the length of the history that was asked for
public record Adviser(Discounts discounts, int days) {

    static final String DATABASES = "Amazon Relational Database Service";
    private static final double COVERED = 0.9;
    private static final int HOURS_A_DAY = 24;
    /// Below this all of the time, half of the size would be used to four fifths at most.
    private static final double SMALL = 40;
    private static final double IDLE = 15;
    private static final int FEWEST_IDLE = 4;
    private static final double STEADY = 0.95;
    private static final BigDecimal DAYS_A_MONTH = new BigDecimal("30.42");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /// What is known of a service.
    ///
    /// @param onDemandOnly whether none of its running tasks is on Spot; empty where that is not known
    /// @param cpu          hourly averages, in percent of what is reserved
    /// @param memory       the same
    /// @param running      hourly averages of its running tasks
    /// @param price        of one of its tasks
    public record Load(ServiceSpec spec, Optional<Boolean> onDemandOnly, Series cpu, Series memory, Series running,
            UnitPrice price) {}

    /// The price of a NAT instance, by the plan of a stack that has one.
    ///
    /// @param stack whose plan says so
    public record NatInstance(String stack, Money month) {}

    /// What can be told of a stack.
    public List<Advice> of(StackFile stack, Optional<CostReport> bill, List<Load> loads, Optional<NatInstance> nat) {
        var all = new ArrayList<Advice>();
        for (Load load : loads) {
            Optional<Phrase> missing = missing(load);
            if (missing.isPresent()) {
                all.add(new NotGiven(Kind.SIZE, stack, missing.get()));
            } else if (load.price() instanceof UnitPrice.Known(Plan.Amount month, var arithmetic)) {
                size(stack, load, month.from(), arithmetic).ifPresent(all::add);
                idle(stack, load, month.from(), arithmetic).ifPresent(all::add);
                spot(stack, load, month.from(), arithmetic).ifPresent(all::add);
            } else if (load.price() instanceof UnitPrice.NotKnown(Phrase why)) {
                all.add(new NotGiven(Kind.SIZE, stack, Phrase.of("advice.noPrice", load.spec().name(), why)));
            }
        }
        new NatAdviser(days).of(stack, bill, nat).ifPresent(all::add);
        reserve(stack, bill).ifPresent(all::add);
        return all;
    }

    /// Which hours are not known; empty where enough are.
    private Optional<Phrase> missing(Load load) {
        int needed = (int) Math.ceil(days * HOURS_A_DAY * COVERED);
        int known = IntStream.of(load.cpu().size(), load.memory().size(), load.running().size()).min().orElse(0);
        return known >= needed ? Optional.empty()
                : Optional.of(Phrase.of("advice.history.missing", needed, days));
    }

    private Optional<Advice> size(StackFile stack, Load load, Money price, Phrase arithmetic) {
        double cpu = highest(load.cpu());
        double memory = highest(load.memory());
        if (cpu >= SMALL || memory >= SMALL) {
            return Optional.empty();
        }
        double tasks = average(load.running());
        return Optional.of(new Given(Kind.SIZE, stack, Phrase.of("advice.size.what", load.spec().name()),
                Phrase.of("advice.size.why", Math.round(cpu), Math.round(memory), days),
                times(price, BigDecimal.valueOf(tasks).multiply(HALF)), false,
                Phrase.of("advice.size.sum", price, tenths(tasks), arithmetic), Phrase.of("advice.size.risk")));
    }

    private Optional<Advice> idle(StackFile stack, Load load, Money price, Phrase arithmetic) {
        int least = load.spec().scaling().map(ServiceSpec.Range::min).orElse(1);
        Map<Integer, Double> cpu = byHour(load.cpu());
        Map<Integer, Double> running = byHour(load.running());
        List<Integer> hours = IntStream.range(0, HOURS_A_DAY)
                .filter(hour -> cpu.getOrDefault(hour, Double.MAX_VALUE) < IDLE
                        && running.getOrDefault(hour, 0.0) > least + HALF.doubleValue())
                .boxed().toList();
        if (hours.size() < FEWEST_IDLE) {
            return Optional.empty();
        }
        double over = hours.stream().mapToDouble(hour -> running.get(hour) - least).average().orElseThrow();
        BigDecimal share = BigDecimal.valueOf(over).multiply(BigDecimal.valueOf(hours.size()))
                .divide(BigDecimal.valueOf(HOURS_A_DAY), 6, RoundingMode.HALF_UP);
        return Optional.of(new Given(Kind.IDLE, stack, Phrase.of("advice.idle.what", load.spec().name(), least),
                Phrase.of("advice.idle.why", hours.size(), (long) IDLE, tenths(over + least), days),
                times(price, share), false,
                Phrase.of("advice.idle.sum", price, tenths(over), hours.size(), arithmetic),
                Phrase.of("advice.idle.risk")));
    }

    private Optional<Advice> spot(StackFile stack, Load load, Money price, Phrase arithmetic) {
        int half = (int) Math.floor(average(load.running()) / 2);
        if (load.onDemandOnly().isEmpty()) {
            return Optional.of(new NotGiven(Kind.SPOT, stack, Phrase.of("advice.spot.missing", load.spec().name())));
        }
        if (half == 0 || !load.onDemandOnly().get()) {
            return Optional.empty();
        }
        return Optional.of(new Given(Kind.SPOT, stack, Phrase.of("advice.spot.what", load.spec().name()),
                Phrase.of("advice.spot.why", tenths(average(load.running())), days),
                times(price, discounts.fargateSpot().multiply(BigDecimal.valueOf(half))), true,
                Phrase.of("advice.spot.sum", price, half, percent(discounts.fargateSpot()), discounts.spotSource(),
                        arithmetic),
                Phrase.of("advice.spot.risk")));
    }

    private Optional<Advice> reserve(StackFile stack, Optional<CostReport> bill) {
        if (stack.components().databases().isEmpty() || stack.environment() != Environment.PRODUCTION) {
            return Optional.empty();
        }
        List<Money> daily = bill.map(known -> known.days().stream()
                .filter(day -> day.isSingle() && day.first().isBefore(known.asOf())
                        && !day.first().isBefore(known.asOf().minusDays(days))
                        && day.byService().containsKey(DATABASES))
                .map(day -> day.byService().get(DATABASES)).toList()).orElse(List.of());
        if (daily.size() < days) {
            return Optional.of(new NotGiven(Kind.RESERVE, stack,
                    Phrase.of("advice.reserve.missing", daily.size(), days)));
        }
        Money low = daily.stream().min(Money::compareTo).orElseThrow();
        Money high = daily.stream().max(Money::compareTo).orElseThrow();
        if (high.amount().signum() == 0 || low.amount().doubleValue() < STEADY * high.amount().doubleValue()) {
            return Optional.empty();
        }
        Money month = times(low, DAYS_A_MONTH);
        return Optional.of(new Given(Kind.RESERVE, stack, Phrase.of("advice.reserve.what"),
                low.rounded(2).equals(high.rounded(2)) ? Phrase.of("advice.reserve.whyEven", low, days)
                        : Phrase.of("advice.reserve.why", low, high, days),
                times(month, discounts.reservedDatabase()), true,
                Phrase.of("advice.reserve.sum", low, DAYS_A_MONTH.doubleValue(),
                        percent(discounts.reservedDatabase()), discounts.reservedSource()),
                Phrase.of("advice.reserve.risk")));
    }

    private static double highest(Series series) {
        return series.samples().stream().mapToDouble(sample -> sample.value()).max().orElse(0);
    }

    private static double average(Series series) {
        return series.samples().stream().mapToDouble(sample -> sample.value()).average().orElse(0);
    }

    /// The average of each hour of the day, of UTC.
    private static Map<Integer, Double> byHour(Series series) {
        return series.samples().stream().collect(Collectors.groupingBy(
                sample -> sample.at().atZone(ZoneOffset.UTC).getHour(),
                Collectors.averagingDouble(sample -> sample.value())));
    }

    private static Money times(Money price, BigDecimal factor) {
        return new Money(price.amount().multiply(factor), price.currency()).rounded(2);
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static long percent(BigDecimal share) {
        return Math.round(share.doubleValue() * 100);
    }
}
