package io.watchdeck.cost;

import static io.watchdeck.cost.TaskPricesTest.hours;
import static io.watchdeck.cost.TaskPricesTest.report;
import static io.watchdeck.model.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.cost.Advice.Given;
import io.watchdeck.cost.Advice.Kind;
import io.watchdeck.cost.Advice.NotGiven;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Money;
import io.watchdeck.model.Phrase;
import io.watchdeck.stack.Plan;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Two tasks at $50 a month, over a fortnight.
class AdviserTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 7);
    private static final int DAYS = 14;
    private static final StackFile TIKETI = new ShippedStacks(StackFiles.reader()).get("tiketi-prod");
    private static final StackFile DEV = new ShippedStacks(StackFiles.reader()).get("codemate-dev");

    private final Adviser adviser = new Adviser(Discounts.shipped(), DAYS);

    @Test
    void halfTheSizeOfWhatIsNeverHalfUsedCostsHalf() {
        Given advice = given(Kind.SIZE, load(Optional.of(false), flat(39), flat(30), flat(2)));

        assertThat(advice.saving()).isEqualTo(usd("50.00"));
        assertThat(advice.why()).isEqualTo(Phrase.of("advice.size.why", 39L, 30L, DAYS));
        assertThat(advice.atMost()).isFalse();
    }

    @Test
    void oneHighHourOfEitherKeepsTheSize() {
        Series spike = flat(10).with(Series.of(List.of(new Sample(flat(10).at(100), 41))));

        assertThat(kinds(load(Optional.of(false), spike, flat(10), flat(2)))).doesNotContain(Kind.SIZE);
        assertThat(kinds(load(Optional.of(false), flat(10), spike, flat(2)))).doesNotContain(Kind.SIZE);
    }

    @Test
    void tasksOfQuietHoursAboveTheLeastAreIdle() {
        // 8 hours of the day at 5 %, the others at 60 %; 6 tasks run where 2 would do: 4 x 50 x 8/24.
        Given advice = given(Kind.IDLE, load(Optional.of(false), quiet(8), flat(60), flat(6)));

        assertThat(advice.saving()).isEqualTo(usd("66.67"));
        assertThat(advice.why()).isEqualTo(Phrase.of("advice.idle.why", 8, 15L, 6.0, DAYS));
    }

    @Test
    void fewQuietHoursOrTheLeastTasksAreNotIdle() {
        assertThat(kinds(load(Optional.of(false), quiet(3), flat(60), flat(6)))).doesNotContain(Kind.IDLE);
        assertThat(kinds(load(Optional.of(false), quiet(8), flat(60), flat(2)))).doesNotContain(Kind.IDLE);
    }

    @Test
    void halfOfTheTasksOnSpotSavesSeventyPercentOfThemAtMost() {
        Given advice = given(Kind.SPOT, load(Optional.of(true), flat(60), flat(60), flat(5)));

        // 2 of 5 tasks x 50 x 0.70.
        assertThat(advice.saving()).isEqualTo(usd("70.00"));
        assertThat(advice.atMost()).isTrue();
    }

    @Test
    void whereSomeRunOnSpotOrOneTaskRunsNoMoreAreAdvised() {
        assertThat(kinds(load(Optional.of(false), flat(60), flat(60), flat(5)))).doesNotContain(Kind.SPOT);
        assertThat(kinds(load(Optional.of(true), flat(60), flat(60), flat(1)))).doesNotContain(Kind.SPOT);
        assertThat(of(load(Optional.empty(), flat(60), flat(60), flat(5)))).contains(
                new NotGiven(Kind.SPOT, TIKETI, Phrase.of("advice.spot.missing", "tiketi-backend-service")));
    }

    @Test
    void withoutEnoughOfTheHistoryOnlyWhatIsMissingIsTold() {
        Series tenDays = hours(FIRST, 10, 10);

        assertThat(of(load(Optional.of(true), tenDays, flat(10), flat(5)))).contains(new NotGiven(Kind.SIZE, TIKETI,
                Phrase.of("advice.history.missing", 303, DAYS)));
        assertThat(Advice.given(of(load(Optional.of(true), tenDays, flat(10), flat(5))))).isEmpty();
    }

    @Test
    void withoutAPriceNothingIsSaved() {
        Phrase why = Phrase.of("unitPrice.noPlan");
        var load = new Adviser.Load(TIKETI.components().services().getFirst(), Optional.of(true), flat(10), flat(10),
                flat(5), new UnitPrice.NotKnown(why));

        assertThat(of(load)).contains(new NotGiven(Kind.SIZE, TIKETI,
                Phrase.of("advice.noPrice", "tiketi-backend-service", why)));
        assertThat(Advice.given(of(load))).isEmpty();
    }

    @Test
    void aDevelopmentEnvironmentMayHaveANatInstance() {
        var instance = Optional.of(new Adviser.NatInstance("Glimpse", usd("4")));

        assertThat(Advice.given(adviser.of(DEV, Optional.empty(), List.of(), instance))).singleElement()
                .satisfies(advice -> {
                    assertThat(advice.kind()).isEqualTo(Kind.NAT);
                    assertThat(advice.saving()).isEqualTo(usd("39.07"));
                    assertThat(advice.arithmetic())
                            .isEqualTo(Phrase.of("advice.nat.sum", Phrase.of("advice.nat.ofPlan", usd("43.07")),
                                    usd("4"), "Glimpse"));
                });
        assertThat(adviser.of(DEV, Optional.empty(), List.of(), Optional.empty()))
                .contains(new NotGiven(Kind.NAT, DEV, Phrase.of("advice.nat.missing")));
        assertThat(Advice.given(adviser.of(TIKETI, Optional.empty(), List.of(), instance))).isEmpty();
    }

    @Test
    void aDatabaseThatCostsTheSameEachDayMayBeReserved() {
        List<Given> given = Advice.given(adviser.of(TIKETI, Optional.of(report("2.50")), List.of(), Optional.empty()));

        // 2.50 a day x 30.42 days x 0.40.
        assertThat(given).singleElement().satisfies(advice -> {
            assertThat(advice.kind()).isEqualTo(Kind.RESERVE);
            assertThat(advice.saving()).isEqualTo(usd("30.42"));
            assertThat(advice.atMost()).isTrue();
            assertThat(advice.why()).as("as much each day").isEqualTo(Phrase.of("advice.reserve.whyEven", usd("2.50"),
                    14));
        });
    }

    @Test
    void aDatabaseOfWhichFewDaysAreKnownIsNotReserved() {
        CostReport bill = new Bill(report("2.50").asOf(), report("2.50").days().subList(10, 22)).report();

        assertThat(adviser.of(TIKETI, Optional.of(bill), List.of(), Optional.empty()))
                .contains(new NotGiven(Kind.RESERVE, TIKETI, Phrase.of("advice.reserve.missing", 11, DAYS)));
    }

    @Test
    void theGreatestSavingComesFirst() {
        assertThat(Advice.given(of(load(Optional.of(true), quiet(8), flat(30), flat(6)))))
                .extracting(Given::saving).isSortedAccordingTo((one, other) -> other.compareTo(one)).hasSize(2);
    }

    private Given given(Kind kind, Adviser.Load load) {
        return Advice.given(of(load)).stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    private List<Kind> kinds(Adviser.Load load) {
        return Advice.given(of(load)).stream().map(Given::kind).toList();
    }

    private List<Advice> of(Adviser.Load load) {
        return adviser.of(TIKETI, Optional.empty(), List.of(load), Optional.empty());
    }

    private static Adviser.Load load(Optional<Boolean> onDemandOnly, Series cpu, Series memory, Series running) {
        Money fifty = usd("50");
        return new Adviser.Load(TIKETI.components().services().getFirst(), onDemandOnly, cpu, memory, running,
                new UnitPrice.Known(Plan.Amount.of(fifty), Phrase.of("unitPrice.amount", fifty)));
    }

    private static Series flat(double value) {
        return hours(FIRST, DAYS, value);
    }

    private static Series quiet(int hours) {
        return Series.of(flat(60).samples().stream().map(sample -> new Sample(sample.at(),
                sample.at().atZone(java.time.ZoneOffset.UTC).getHour() < hours ? 5 : 60)).toList());
    }
}
