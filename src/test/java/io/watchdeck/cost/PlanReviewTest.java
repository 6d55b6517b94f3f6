package io.watchdeck.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchdeck.model.Money;
import io.watchdeck.stack.Plan;
import io.watchdeck.stack.Plan.Amount;
import io.watchdeck.stack.Plan.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A plan beside its bill. The month has 30 days, of which 10 are counted, so that its end is three times what it has
/// cost.
class PlanReviewTest {

    private static final LocalDate TENTH = LocalDate.of(2026, 9, 10);
    private static final Line ECS = line("Fargate", "60", "ECS");
    private static final Line FRONT = line("Frontend", "20", "ECS");
    private static final Line RDS = line("Database", "30", "RDS");
    private static final Line MAIL = line("Mail provider", "10", "");
    private static final Line RESERVE = new Line("Reserve", amount("5"), Optional.empty(), true);

    @Test
    void aLineIsBilledSharedNotBilledOutsideOrSetAside() {
        PlanReview review = review(plan("125", ECS, FRONT, RDS, line("Zones", "1", "Route 53"), MAIL, RESERVE),
                Map.of("ECS", "30", "RDS", "8"));

        assertThat(review.lines()).extracting(LineReview::actual).containsExactly(
                new LineReview.Actual.Together(List.of(FRONT), amount("80"), usd("30"), Optional.of(usd("90.0"))),
                new LineReview.Actual.Together(List.of(ECS), amount("80"), usd("30"), Optional.of(usd("90.0"))),
                new LineReview.Actual.Billed(usd("8"), Optional.of(usd("24.0"))),
                new LineReview.Actual.NotBilled(), new LineReview.Actual.Outside(), new LineReview.Actual.Reserve());
        assertThat(review.lines()).extracting(LineReview::drift).containsExactly(
                drift(Drift.Kind.OVER, "10"), drift(Drift.Kind.OVER, "10"), drift(Drift.Kind.UNDER, "6"),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void withoutABillNothingIsKnownOfWhatAwsBills() {
        PlanReview review = PlanReview.of(plan("100", ECS, MAIL, RESERVE), Optional.empty());

        assertThat(review.lines()).extracting(LineReview::actual).containsExactly(new LineReview.Actual.Unknown(),
                new LineReview.Actual.Outside(), new LineReview.Actual.Reserve());
        assertThat(review.whole().drift()).isEmpty();
        assertThat(review.whole().reserveUsed()).isEmpty();
        assertThat(review.unplanned()).isEmpty();
    }

    @Test
    void inTheFirstDaysTheMonthsEndIsNotKnown() {
        PlanReview review = PlanReview.of(plan("100", ECS), Optional.of(bill(LocalDate.of(2026, 9, 2),
                Map.of("ECS", "4"), "USD")));

        assertThat(review.lines().getFirst()).isEqualTo(
                new LineReview(ECS, new LineReview.Actual.Billed(usd("4"), Optional.empty()), Optional.empty()));
        assertThat(review.whole().drift()).isEmpty();
    }

    @Test
    void whatOthersArePaidIsNotComparedWithAwssBill() {
        Plan plan = plan("100", ECS, RDS, MAIL);
        PlanReview review = review(plan, Map.of("ECS", "20", "RDS", "11"));

        assertThat(review.whole().measurable()).contains(amount("90"));
        assertThat(review.whole().drift()).as("93 of the 90 that AWS may bill, although 93 is less than 100")
                .isEqualTo(drift(Drift.Kind.OVER, "3"));
    }

    @Test
    void withoutADeclaredTotalTheLinesCount() {
        PlanReview review = review(new Plan(Optional.empty(), List.of(ECS, MAIL), Optional.empty()),
                Map.of("ECS", "20"));

        assertThat(review.whole().measurable()).contains(amount("60"));
        assertThat(review.whole().drift()).isEqualTo(drift(Drift.Kind.WITHIN, "0"));
    }

    @ParameterizedTest
    @CsvSource({"10, UNDER, 20", "16.665, UNDER, 0.01", "16.667, WITHIN, 0", "20, WITHIN, 0", "23.333, WITHIN, 0",
            "24, OVER, 2"})
    void aRangeIsARange(String toDate, Drift.Kind kind, String by) {
        var range = new Amount(usd("50"), usd("70"));
        PlanReview review = review(new Plan(Optional.of(range),
                List.of(new Line("Fargate", range, Optional.of("ECS"), false)), Optional.empty()),
                Map.of("ECS", toDate));

        assertThat(review.whole().drift()).isEqualTo(drift(kind, by));
        assertThat(review.lines().getFirst().drift()).isEqualTo(drift(kind, by));
    }

    @ParameterizedTest
    @CsvSource({"30, 0", "31, 3", "32, 5", "50, 5"})
    void theReserveIsTakenByWhatExceedsTheRestOfThePlan(String toDate, String used) {
        assertThat(
                review(plan("95", line("Fargate", "90", "ECS"), RESERVE), Map.of("ECS", toDate)).whole().reserveUsed())
                .hasValueSatisfying(money -> assertThat(money).isEqualByComparingTo(usd(used)));
    }

    @Test
    void whatNoLinePlannedIsToldByItsNameTheMostFirst() {
        PlanReview review = review(plan("100", ECS),
                Map.of("ECS", "1", "Lambda", "2", "Kinesis", "7", "Free", "0", "Nearly", "0.004"));

        assertThat(review.unplanned()).containsExactly(new PlanReview.Unplanned("Kinesis", usd("7")),
                new PlanReview.Unplanned("Lambda", usd("2")));
    }

    @Test
    void otherCurrenciesAreShownAndNeverCompared() {
        PlanReview review = PlanReview.of(plan("100", ECS), Optional.of(bill(TENTH, Map.of("ECS", "4000"), "KRW")));

        assertThat(review.whole().isOtherCurrency()).isTrue();
        assertThat(review.whole().drift()).isEmpty();
        assertThat(review.lines().getFirst().drift()).isEmpty();
        assertThat(review.lines().getFirst().actual()).isInstanceOfSatisfying(LineReview.Actual.Billed.class,
                billed -> assertThat(billed.toDate().currency().getCurrencyCode()).isEqualTo("KRW"));
    }

    @Test
    void theTargetIsWithoutWhatOthersArePaidToo() {
        var plan = new Plan(Optional.of(amount("100")), List.of(ECS, RDS, MAIL), Optional.of(usd("80")));

        assertThat(review(plan, Map.of("ECS", "20", "RDS", "11")).whole().toTarget())
                .isEqualTo(drift(Drift.Kind.OVER, "23"));
        assertThat(review(plan("100", ECS), Map.of("ECS", "20")).whole().toTarget()).isEmpty();
    }

    @Test
    void totalAndLinesThatDifferAreApart() {
        assertThat(plan("100", ECS, RDS).contradiction()).contains(amount("10"));
        assertThat(plan("90.00", ECS, RDS).contradiction()).isEmpty();
        assertThat(new Plan(Optional.empty(), List.of(ECS), Optional.empty()).contradiction()).isEmpty();
        assertThat(plan("90").contradiction()).isEmpty();
        assertThat(List.of(new Plan.Phase("later", Optional.of(amount("1")), List.of(ECS)))).singleElement()
                .extracting(Plan.Phase::name, phase -> phase.contradiction().orElseThrow().to())
                .isEqualTo(tuple("later", usd("-59")).toList());
    }

    private static PlanReview review(Plan plan, Map<String, String> byService) {
        return PlanReview.of(plan, Optional.of(bill(TENTH, byService, "USD")));
    }

    private static CostReport bill(LocalDate asOf, Map<String, String> byService, String currency) {
        var costs = new LinkedHashMap<String, Money>();
        byService.forEach((service, money) -> costs.put(service,
                new Money(new BigDecimal(money), Currency.getInstance(currency))));
        return new Bill(asOf, List.of(new BilledDays(asOf.withDayOfMonth(1), asOf.plusDays(1), costs, true))).report();
    }

    private static Plan plan(String total, Line... lines) {
        return new Plan(Optional.of(amount(total)), List.of(lines), Optional.empty());
    }

    private static Line line(String name, String amount, String service) {
        return new Line(name, amount(amount), Optional.of(service).filter(text -> !text.isEmpty()), false);
    }

    private static Optional<Drift> drift(Drift.Kind kind, String by) {
        return Optional.of(new Drift(kind, by.equals("0") ? usd("0") : usd(by).rounded(2)));
    }

    private static Amount amount(String amount) {
        return Amount.of(usd(amount));
    }

    private static Money usd(String amount) {
        return Money.usd(amount);
    }
}
