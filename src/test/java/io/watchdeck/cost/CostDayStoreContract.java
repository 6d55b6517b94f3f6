package io.watchdeck.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Money;
import io.watchdeck.stack.CostFilter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [CostDayStore] keeps.
public abstract class CostDayStoreContract {

    private static final String PLACE = "eu-west-1 - - -";
    private static final CostFilter SHOP = new CostFilter(Map.of("Project", "shop", "Stage", "prod"), List.of());
    private static final LocalDate FIRST = LocalDate.parse("2025-08-31");
    private static final LocalDate END = LocalDate.parse("2026-10-01");

    private static final Instant AT = Instant.parse("2026-09-22T03:00:00.123Z");

    private CostDayStore store;

    /// Empty.
    protected abstract CostDayStore store();

    @BeforeEach
    void begin() {
        store = store();
    }

    private static BilledDays day(String day, String ecs, boolean estimated) {
        LocalDate first = LocalDate.parse(day);
        return new BilledDays(first, first.plusDays(1), Map.of("ECS", Money.usd(ecs), "상점 \"RDS\"", Money.usd("0.1")),
                estimated, Map.of("APN2-NatGateway-Hours", Money.usd("0.000123456789")));
    }

    private List<BilledDays> kept() {
        return store.read(PLACE, SHOP, FIRST, END);
    }

    @Test
    void daysComeBackAsTheyWereInTheirOrder() {
        BilledDays later = day("2026-09-21", "12.50", true);
        BilledDays earlier = day("2025-08-31", "7", false);
        store.add(PLACE, SHOP, List.of(later, earlier), AT);

        assertThat(kept()).extracting(BilledDays::first).containsExactly(earlier.first(), later.first());
        assertThat(kept()).extracting(some -> some.byService().get("ECS").compareTo(Money.usd("12.5")))
                .containsExactly(-1, 0);
        assertThat(kept()).extracting(BilledDays::estimated).containsExactly(false, true);
        assertThat(kept().getFirst().byService()).containsOnlyKeys("ECS", "상점 \"RDS\"");
        assertThat(kept().getFirst().byUsage()).containsEntry("APN2-NatGateway-Hours", Money.usd("0.000123456789"));
    }

    @Test
    void aDayIsKeptOnceWithItsNewestWord() {
        store.add(PLACE, SHOP, List.of(day("2026-09-20", "9", true), day("2026-09-21", "1", true)), AT);
        store.add(PLACE, SHOP, List.of(day("2026-09-21", "12", false)), AT);

        assertThat(kept()).extracting(some -> some.byService().get("ECS").amount().intValueExact())
                .containsExactly(9, 12);
    }

    @Test
    void eachDayTellsWhenItWasReadAsItStands() {
        Instant later = AT.plusSeconds(86_400);
        store.add(PLACE, SHOP, List.of(day("2026-09-20", "9", false), day("2026-09-21", "1", true)), AT);
        store.add(PLACE, SHOP, List.of(day("2026-09-21", "12", false)), later);

        assertThat(store.readAt(PLACE, SHOP, FIRST, END)).isEqualTo(
                Map.of(LocalDate.parse("2026-09-20"), AT, LocalDate.parse("2026-09-21"), later));
        assertThat(store.readAt(PLACE, SHOP, FIRST, LocalDate.parse("2026-09-20"))).isEmpty();
    }

    @Test
    void whatCostNothingIsKnownToCostNothingAndWhatNobodyAskedForIsNotThere() {
        LocalDate day = LocalDate.parse("2026-09-20");
        store.add(PLACE, SHOP, List.of(new BilledDays(day, day.plusDays(1), Map.of(), false)), AT);

        assertThat(kept()).containsExactly(new BilledDays(day, day.plusDays(1), Map.of(), false));
    }

    @Test
    void daysThatTheBillDoesNotTellApartGiveWayToThoseThatItDoes() {
        LocalDate first = LocalDate.parse("2026-09-01");
        store.add(PLACE, SHOP, List.of(new BilledDays(first, first.plusDays(7), Map.of("ECS", Money.usd("70")), true)),
                AT);
        assertThat(kept()).singleElement().extracting(BilledDays::end).isEqualTo(LocalDate.parse("2026-09-08"));

        store.add(PLACE, SHOP, List.of(day("2026-09-03", "10", false)), AT);
        assertThat(kept()).singleElement().extracting(BilledDays::isSingle).isEqualTo(true);
    }

    @Test
    void otherCurrenciesStayWhatTheyAre() {
        LocalDate day = LocalDate.parse("2026-09-20");
        var won = new Money(new BigDecimal("14000"), Currency.getInstance("KRW"));
        store.add(PLACE, SHOP, List.of(new BilledDays(day, day.plusDays(1), Map.of("ECS", won), false)), AT);

        assertThat(kept().getFirst().byService()).containsEntry("ECS", won);
    }

    @Test
    void onlyWhatIsAskedForIsTold() {
        store.add(PLACE, SHOP, List.of(day("2026-09-21", "1", false), day("2026-10-01", "2", false)), AT);
        store.add("us-east-1 - - -", SHOP, List.of(day("2026-09-20", "3", false)), AT);
        store.add(PLACE, new CostFilter(Map.of("Project", "forum"), List.of()), List.of(day("2026-09-19", "4", false)),
                AT);

        assertThat(kept()).extracting(BilledDays::first).containsExactly(LocalDate.parse("2026-09-21"));
        assertThat(store.read(PLACE, new CostFilter(Map.of(), List.of()), FIRST, END)).isEmpty();
    }

    @Test
    void theSameCostsAreTheSameInWhateverOrderAFileNamesThem() {
        var one = new CostFilter(Map.of(), List.of("ECS", "RDS"));
        store.add(PLACE, one, List.of(day("2026-09-21", "1", false)), AT);

        assertThat(store.read(PLACE, new CostFilter(Map.of(), List.of("RDS", "ECS")), FIRST, END)).hasSize(1);
    }

    @Test
    void aTagAndACostCategoryOfOneNameAreTwo() {
        store.add(PLACE, new CostFilter(Map.of(), Map.of("Project", "shop"), List.of()),
                List.of(day("2026-09-21", "1", false)), AT);

        assertThat(store.read(PLACE, new CostFilter(Map.of("Project", "shop"), List.of()), FIRST, END)).isEmpty();
        assertThat(store.read(PLACE, new CostFilter(Map.of(), Map.of("Project", "shop"), List.of()), FIRST, END))
                .hasSize(1);
    }

    @Test
    void whatIsOldIsForgotten() {
        store.add(PLACE, SHOP, List.of(day("2026-09-20", "1", false), day("2026-09-21", "2", false)), AT);

        store.forget(LocalDate.parse("2026-09-21"));

        assertThat(kept()).extracting(BilledDays::first).containsExactly(LocalDate.parse("2026-09-21"));
    }
}
