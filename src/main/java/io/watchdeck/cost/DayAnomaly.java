package io.watchdeck.cost;

import io.watchdeck.model.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A day that cost far more or less than its weekday usually does: more than three spreads from the median of the same
/// weekday of the eight weeks before.
///
/// The spread is the median of how far these days are from their own median, by 1.4826 as wide as a standard deviation:
/// one expensive day among them moves neither. It is taken as a tenth of the median at least, for days that are always
/// the same differ by something at last. What is less than a twentieth of the stack's usual day is not worth a word.
///
/// @param service on the bill; empty for all of them together
/// @param usual   the median of the weeks
/// @param weeks   how many days it was taken from
/// @param lowest  the least that would not be unusual; never below nothing
/// @param highest the most that would not be unusual
public record DayAnomaly(LocalDate day, Optional<String> service, Money amount, Money usual, Money spread, int weeks,
        Money lowest, Money highest) {

    private static final int LOOKED_BACK = 8;
    /// Of fewer days nobody knows what is usual.
    private static final int FEWEST = 3;
    private static final double FACTOR = 3;
    private static final double AS_DEVIATION = 1.4826;
    private static final double LEAST_SPREAD = 0.1;
    private static final double LEAST_SHARE = 0.05;

    /// Whether it cost more than usual, else less.
    public boolean isMore() {
        return amount.compareTo(usual) > 0;
    }

    /// How far it is from what is usual.
    public Money by() {
        return isMore() ? amount.minus(usual) : usual.minus(amount);
    }

    /// What is unusual of a day: of the whole bill first, then of services, the most first. Nothing is said where fewer
    /// than three of the same weekday are known. A day whose bill may still grow is never too low.
    public static List<DayAnomaly> of(List<BilledDays> days, LocalDate day) {
        return of(singles(days), day);
    }

    /// The days that the bill tells apart.
    public static Map<LocalDate, BilledDays> singles(Collection<BilledDays> days) {
        return days.stream().filter(BilledDays::isSingle).collect(Collectors.toUnmodifiableMap(BilledDays::first,
                Function.identity(), (_, newer) -> newer));
    }

    /// Whether enough of the same weekday are known to say what is usual.
    public static boolean isTold(Map<LocalDate, BilledDays> singles, LocalDate day) {
        return singles.containsKey(day) && before(singles, day).size() >= FEWEST;
    }

    private static List<BilledDays> before(Map<LocalDate, BilledDays> singles, LocalDate day) {
        return IntStream.rangeClosed(1, LOOKED_BACK).mapToObj(day::minusWeeks)
                .flatMap(same -> Optional.ofNullable(singles.get(same)).stream()).toList();
    }

    /// The same of days that are known apart.
    public static List<DayAnomaly> of(Map<LocalDate, BilledDays> singles, LocalDate day) {
        Optional<BilledDays> looked = Optional.ofNullable(singles.get(day));
        List<BilledDays> before = before(singles, day);
        Optional<Money> some = before.stream().flatMap(one -> one.total().stream()).findFirst()
                .or(() -> looked.flatMap(BilledDays::total));
        if (looked.isEmpty() || before.size() < FEWEST || some.isEmpty()) {
            return List.of();
        }
        return new Weekday(looked.get(), before, Money.zero(some.get().currency())).unusual();
    }

    /// A day beside those of the same weekday before.
    private record Weekday(BilledDays day, List<BilledDays> before, Money none) {

        List<DayAnomaly> unusual() {
            Money whole = median(before.stream().map(one -> one.total().orElse(none)).toList());
            var services = new TreeSet<>(day.byService().keySet());
            before.forEach(one -> services.addAll(one.byService().keySet()));
            var found = new ArrayList<DayAnomaly>();
            services.forEach(service -> of(Optional.of(service), whole).ifPresent(found::add));
            found.sort(Comparator.comparing(DayAnomaly::by).reversed());
            of(Optional.empty(), whole).ifPresent(all -> found.add(0, all));
            return List.copyOf(found);
        }

        private Optional<DayAnomaly> of(Optional<String> service, Money whole) {
            Money amount = amount(day, service);
            List<Money> then = before.stream().map(one -> amount(one, service)).toList();
            Money usual = median(then);
            Money apart = median(then.stream().map(one -> distance(one, usual)).toList()).times(AS_DEVIATION);
            Money least = usual.times(LEAST_SPREAD);
            Money spread = apart.compareTo(least) < 0 ? least : apart;
            Money far = distance(amount, usual);
            boolean tells = far.compareTo(spread.times(FACTOR)) > 0 && far.compareTo(whole.times(LEAST_SHARE)) > 0
                    && far.rounded(2).amount().signum() > 0;
            Money low = usual.minus(spread.times(FACTOR));
            return !tells || day.estimated() && amount.compareTo(usual) < 0 ? Optional.empty()
                    : Optional.of(new DayAnomaly(day.first(), service, amount, usual, spread, then.size(),
                            low.compareTo(none) < 0 ? none : low, usual.plus(spread.times(FACTOR))));
        }

        private Money amount(BilledDays of, Optional<String> service) {
            Map<String, Money> bill = of.byService();
            return service.map(name -> Optional.ofNullable(bill.get(name))).orElseGet(of::total).orElse(none);
        }

        private static Money distance(Money one, Money other) {
            return one.compareTo(other) < 0 ? other.minus(one) : one.minus(other);
        }

        private static Money median(List<Money> some) {
            List<Money> sorted = some.stream().sorted().toList();
            int middle = sorted.size() / 2;
            return sorted.size() % 2 == 1 ? sorted.get(middle)
                    : new Money(
                            sorted.get(middle - 1).plus(sorted.get(middle)).amount().multiply(BigDecimal.valueOf(0.5)),
                            sorted.getFirst().currency());
        }
    }
}
