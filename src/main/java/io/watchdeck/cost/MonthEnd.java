package io.watchdeck.cost;

import io.watchdeck.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a month will cost at its end, from the days that are counted: what they cost, and for each day that is left the
/// average of the last seven, so that a fee of the first of the month counts once and a week end as a week end.
///
/// AWS's own forecast costs a cent a question and stack and is not asked for: six stacks asked daily would cost almost
/// the whole default cap.
///
/// @param low  four times of five it will be more than this, as far as the last fortnight goes; what the days cost at
///             least
/// @param high four times of five it will be less
public record MonthEnd(Money expected, Money low, Money high) {

    private static final int WEEK = 7;
    private static final int DIGITS = 6;
    private static final int FORTNIGHT = 14;
    /// Of the normal distribution: four fifths lie within so many standard deviations.
    private static final double FOUR_FIFTHS = 1.2816;

    /// @param toDate what the month has cost
    /// @return empty as long as too few days are counted
    static Optional<MonthEnd> of(Money toDate, Bill bill) {
        LocalDate asOf = bill.asOf();
        List<Money> singles = bill.singles();
        int left = asOf.lengthOfMonth() - asOf.getDayOfMonth();
        if (singles.size() < WEEK) {
            return RunRate.forecast(toDate, asOf).map(end -> new MonthEnd(end, end, end));
        }
        Money expected = toDate.plus(share(sum(last(singles, WEEK)), left, WEEK));
        Money spread = deviation(last(singles, FORTNIGHT)).times(FOUR_FIFTHS * Math.sqrt(left));
        Money low = expected.minus(spread);
        return Optional.of(new MonthEnd(expected, low.compareTo(toDate) < 0 ? toDate : low, expected.plus(spread)));
    }

    /// Whether the days tell how sure it is.
    public boolean isRange() {
        return low.compareTo(high) != 0;
    }

    private static List<Money> last(List<Money> all, int count) {
        return all.subList(Math.max(0, all.size() - count), all.size());
    }

    private static Money sum(List<Money> some) {
        return some.stream().reduce(Money::plus).orElseThrow();
    }

    private static Money share(Money whole, int of, int parts) {
        return new Money(whole.amount().multiply(BigDecimal.valueOf(of)).divide(BigDecimal.valueOf(parts), DIGITS,
                RoundingMode.HALF_UP), whole.currency());
    }

    private static Money deviation(List<Money> some) {
        double mean = sum(some).amount().doubleValue() / some.size();
        double squares = some.stream().mapToDouble(money -> money.amount().doubleValue() - mean)
                .map(apart -> apart * apart).sum();
        return new Money(BigDecimal.valueOf(Math.sqrt(squares / (some.size() - 1))),
                some.getFirst().currency());
    }
}
