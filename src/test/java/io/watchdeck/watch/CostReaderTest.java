package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.cost.Bill;
import io.watchdeck.cost.BilledDays;
import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.CostSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Money;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Readings;
import io.watchdeck.stack.CostFilter;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.Snapshots;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Which days are asked, and what becomes of those that are known.
class CostReaderTest {

    private static final StackFile SHOP = Snapshots.file("tiketi-prod");
    private static final StackFile FORUM = Snapshots.file("sesami-prod");

    private final Board board = new Board(Clock.systemUTC());
    private final Fake fake = new Fake();

    private static final class Fake implements CostSource {
        private final List<LocalDate> asked = new ArrayList<>();
        private final List<LocalDate> splits = new ArrayList<>();
        private Optional<Failure> failure = Optional.empty();
        private LocalDate yesterday = LocalDate.EPOCH;
        private String daily = "2";

        @Override
        public Map<CostFilter, Reading<Bill>> bills(Collection<CostFilter> filters, LocalDate first) {
            asked.add(first);
            Instant at = yesterday.plusDays(1).atTime(5, 0).toInstant(ZoneOffset.UTC);
            var answers = new HashMap<CostFilter, Reading<Bill>>();
            filters.forEach(filter -> answers.put(filter, failure.<Reading<Bill>>map(why -> Reading.unknown(why, at))
                    .orElseGet(() -> Reading.known(new Bill(yesterday, first.datesUntil(yesterday.plusDays(1))
                            .map(day -> new BilledDays(day, day.plusDays(1), Map.of("ECS", Money.usd(daily)), true))
                            .toList()), at))));
            return answers;
        }

        @Override
        public Map<CostFilter, Reading<Bill>> usages(Map<CostFilter, Set<String>> services, LocalDate first) {
            splits.add(first);
            return bills(services.keySet(), first).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                    entry -> entry.getValue().flatMap(bill -> Reading.known(new Bill(bill.asOf(), bill.days().stream()
                            .map(day -> new BilledDays(day.first(), day.end(), Map.of("NatGateway-Hours",
                                    Money.usd("0.5")), true))
                            .toList()), entry.getValue().at()))));
        }

        @Override
        public int requests(Collection<CostFilter> filters) {
            return filters.size();
        }
    }

    @Test
    void theFirstTimeAllOfTheMonthAndAtLeastFiveWeeksAreAsked() {
        read("2026-09-22", SHOP);
        assertThat(fake.asked).as("four of each weekday before").containsExactly(LocalDate.parse("2026-08-18"));

        read("2026-10-31", FORUM);
        assertThat(fake.asked.getLast()).isEqualTo(LocalDate.parse("2026-09-26"));
    }

    @Test
    void laterOnlyTheDaysThatMayHaveChanged() {
        read("2026-09-22", SHOP);
        fake.daily = "5";

        CostReport report = Readings.value(read("2026-09-23", SHOP));

        assertThat(fake.asked.getLast()).isEqualTo(LocalDate.parse("2026-09-19"));
        assertThat(report.asOf()).isEqualTo(LocalDate.parse("2026-09-22"));
        assertThat(report.monthToDate()).as("18 days as they were, four as they are").isEqualTo(Money.usd("56"));
    }

    @Test
    void oneQuestionBeginsWhereOneOfThemNeedsIt() {
        read("2026-09-22", SHOP);

        read("2026-09-23", SHOP, FORUM);

        assertThat(fake.asked).hasSize(2);
        assertThat(fake.asked.getLast()).isEqualTo(LocalDate.parse("2026-08-19"));
    }

    @Test
    void aTagThatNobodyCarriedTheseDaysCostNothingWhereItDidBefore() {
        read("2026-09-22", SHOP);
        fake.failure = Optional.of(Failure.absent());

        CostReport report = Readings.value(read("2026-09-23", SHOP));

        assertThat(report.asOf()).isEqualTo(LocalDate.parse("2026-09-22"));
        assertThat(report.monthToDate()).isEqualTo(Money.usd("36"));
        assertThat(Readings.failure(read("2026-09-23", FORUM)).kind()).isEqualTo(Failure.Kind.ABSENT);
    }

    @Test
    void anotherFailureIsNoKnowledge() {
        read("2026-09-22", SHOP);
        fake.failure = Optional.of(Failure.denied("ce:GetCostAndUsage"));

        assertThat(Readings.failure(read("2026-09-23", SHOP)).kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(board.cost.get(SHOP.id()).latest().orElseThrow().monthToDate()).isEqualTo(Money.usd("42"));
    }

    @Test
    void twoMonthsAreKept() {
        read("2026-07-31", SHOP);
        for (LocalDate day = LocalDate.parse("2026-08-01"); day.isBefore(LocalDate.parse("2026-10-05")); day =
                day.plusDays(1)) {
            read(day.toString(), SHOP);
        }

        assertThat(board.cost.get(SHOP.id()).latest().orElseThrow().days()).hasSize(62);
    }

    @Test
    void aSecondQuestionIsAskedOnlyWhereAPlanSplitsAService() {
        StackFile split = Snapshots.file("codemate-prod");
        read("2026-09-22", SHOP);
        assertThat(fake.splits).isEmpty();

        CostReport report = Readings.value(read("2026-09-22", split));

        assertThat(fake.splits).hasSize(1);
        assertThat(report.days()).allMatch(day -> day.byUsage().containsKey("NatGateway-Hours"));
        var reader = new CostReader(Optional.of(fake), board, Clock.systemUTC());
        assertThat(reader.requests(List.of(SHOP))).hasValue(1);
        assertThat(reader.requests(List.of(SHOP, split))).as("its price counts").hasValue(3);
    }

    @Test
    void aMonthThatIsNotToldByUsageIsAskedForAgain() {
        StackFile split = Snapshots.file("codemate-prod");
        fake.yesterday = LocalDate.parse("2026-09-21");
        board.cost.accept(split.id(), Reading.known(Bill.nothing(LocalDate.parse("2026-09-01"), fake.yesterday).with(
                new Bill(fake.yesterday, List.of(new BilledDays(fake.yesterday, fake.yesterday.plusDays(1),
                        Map.of("EC2 - Other", Money.usd("3")), false))))
                .report(), Instant.EPOCH));

        read("2026-09-23", split);

        assertThat(fake.asked.getLast()).isEqualTo(LocalDate.parse("2026-08-19"));
    }

    @Test
    void withoutCostExplorerNothingIsKept() {
        var reader = new CostReader(Optional.empty(), board, Clock.systemUTC());

        assertThat(Readings.failure(reader.read(List.of(SHOP)).get(SHOP)).kind()).isEqualTo(Failure.Kind.NOT_KEPT);
    }

    private Reading<CostReport> read(String today, StackFile... stacks) {
        fake.yesterday = LocalDate.parse(today).minusDays(1);
        Instant now = LocalDate.parse(today).atTime(5, 0).toInstant(ZoneOffset.UTC);
        Map<StackFile, Reading<CostReport>> answers = new CostReader(Optional.of(fake), board,
                Clock.fixed(now, ZoneOffset.UTC)).read(List.of(stacks));
        answers.forEach((stack, answer) -> board.cost.accept(stack.id(), answer));
        return answers.get(stacks[0]);
    }
}
