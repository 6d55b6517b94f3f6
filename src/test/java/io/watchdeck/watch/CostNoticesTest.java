package io.watchdeck.watch;

import static io.watchdeck.watch.Rig.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Condition;
import io.watchdeck.cost.Bill;
import io.watchdeck.cost.BilledDays;
import io.watchdeck.cost.Budget;
import io.watchdeck.cost.CostReport;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.StackFile;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What money has to say beside the rules of the file.
class CostNoticesTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-09-21");
    private static final Words WORDS = new Words(Locale.ENGLISH, ZoneOffset.UTC);

    private final StackFile shop = Rig.shop();

    private static CostReport bill(String last) {
        var days = new ArrayList<BilledDays>();
        for (LocalDate day = MONDAY.minusDays(35); day.isBefore(MONDAY); day = day.plusDays(1)) {
            days.add(new BilledDays(day, day.plusDays(1), Map.of("ECS", Money.usd("10")), false));
        }
        days.add(new BilledDays(MONDAY, MONDAY.plusDays(1), Map.of("ECS", Money.usd(last)), true));
        return new Bill(MONDAY, days).report();
    }

    private List<Condition> notices(CostReport report, Budget... budgets) {
        return CostNotices.of(shop, Optional.of(report), List.of(budgets), NOW);
    }

    private static Budget budget(String name, String actual, String forecast) {
        return new Budget(name, "COST", "MONTHLY", Money.usd("100"), Optional.of(Money.usd(actual)),
                Optional.of(Money.usd(forecast)), Budget.Counts.ALL);
    }

    @Test
    void anUnusualDayIsANoticeWithItsArithmetic() {
        List<Condition> notices = notices(bill("16"));

        assertThat(notices).extracting(Condition::severity).containsOnly(Severity.NOTICE);
        assertThat(notices).extracting(notice -> WORDS.say(notice.sentence())).containsExactly(
                "All services cost $16.00 on 21 Sep, $6.00 more than usual: the median of 5 same weekdays is $10.00,"
                        + " unusual above $13.00",
                "ECS cost $16.00 on 21 Sep, $6.00 more than usual: the median of 5 same weekdays is $10.00,"
                        + " unusual above $13.00");
        assertThat(notices(bill("11"))).isEmpty();
    }

    @Test
    void anOldDayIsNoNews() {
        assertThat(CostNotices.of(shop, Optional.of(bill("16")), List.of(), NOW.plusSeconds(86_400 * 5))).isEmpty();
    }

    @Test
    void aBudgetIsToldWhenItIsPassedOrWillBe() {
        assertThat(notices(bill("10"), budget("passed", "101", "150"), budget("will", "60", "120"),
                budget("fine", "60", "90"))).extracting(notice -> WORDS.say(notice.sentence())).containsExactly(
                        "Budget passed: $101.00 spent, limit $100.00",
                        "Budget will: AWS expects $120.00 at the end, limit $100.00");
    }

    @Test
    void moneyNeverMakesAStackWorseThanANotice() {
        var board = new Board(new MutableClock(NOW));
        board.cost.accept(shop.id(), Reading.known(bill("90"), NOW));
        board.budgets.accept(Board.ONLY, Reading.known(List.of(budget("passed", "500", "900")), NOW));

        StackSnapshot snapshot = new StackComposer(MetricCatalogue.standard(), Rhythm.standard(),
                new CostNeed(CostNeed.Asked.DAILY)).compose(shop, board,
                        new Every(Duration.ofMinutes(1), Duration.ofMinutes(1)), NOW);

        assertThat(snapshot.verdict().open()).extracting(Condition::name).contains("cost-of-day",
                "cost-of-day:ECS", "budget:passed");
        assertThat(snapshot.verdict().open()).extracting(Condition::severity).containsOnly(Severity.NOTICE);
    }
}
