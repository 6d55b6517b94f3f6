package io.watchdeck.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.cost.Bill;
import io.watchdeck.cost.BilledDays;
import io.watchdeck.cost.CostReport;
import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Money;
import io.watchdeck.model.Panel;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PriceLinesTest {

    private static final String ECS = "Amazon Elastic Container Service";
    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 21);
    private static final String PLANNED = "$23.00 of ECS Fargate / 2 tasks of the plan, at the plan's 90% Spot";

    private final List<HistoryQuery> asked = new ArrayList<>();
    private final List<Consumer<Past>> waiting = new ArrayList<>();
    private final StackViewModel model = new StackViewModel(new Words(Locale.ENGLISH, Snapshots.ZONE),
            (query, answer) -> {
                if (query.tier() == Tier.HOUR) {
                    asked.add(query);
                    waiting.add(answer);
                }
            });

    @Test
    void besideThePlansPriceStandsThatOfTheBillWithItsDate() {
        show(new Loadable.Ready<>(bill("0.60"), Snapshots.NOW), Snapshots.NOW);

        assertThat(billed().absence()).as("until the history has answered").map(Absence::kind)
                .contains(Absence.Kind.ASKING);
        answer(2);

        assertThat(prices()).first().satisfies(plan -> {
            assertThat(plan.by()).isEqualTo("by the plan");
            assertThat(plan.amount()).isEqualTo("$11.50 a month");
            assertThat(plan.note()).isEqualTo(PLANNED);
            assertThat(plan.asOf()).isEmpty();
        });
        assertThat(billed().amount()).isEqualTo("$9.13 a month");
        assertThat(billed().asOf()).isEqualTo("as of 21 Sep");
        assertThat(billed().note())
                .isEqualTo("$4.20 billed from 14 Sep to 20 Sep / 336 task hours × 730 hours a month, "
                        + "at the Spot mix of these days");
    }

    @Test
    void aBillThatIsNotReadSaysWhyLikeAnyOtherFigure() {
        show(new Loadable.Loading<>(), Snapshots.NOW);
        assertThat(billed().absence()).map(Absence::kind).contains(Absence.Kind.ASKING);

        show(new Loadable.Failed<>(Failure.denied("ce:GetCostAndUsage"), Snapshots.NOW), Snapshots.NOW);
        assertThat(billed().absence()).map(Absence::detail).contains("ce:GetCostAndUsage");
        assertThat(billed().amount()).isEmpty();
        assertThat(asked).as("questions without a bill").isEmpty();
    }

    @Test
    void aBillThatCouldNotBeReadAgainKeepsItsDateAndSaysSo() {
        show(new Loadable.Stale<>(bill("0.60"), Snapshots.NOW.minus(Duration.ofDays(2)),
                Failure.denied("ce:GetCostAndUsage")), Snapshots.NOW);
        answer(2);

        assertThat(billed().amount()).isEqualTo("$9.13 a month");
        assertThat(billed().note()).contains("Last answered").contains("ce:GetCostAndUsage");
    }

    @Test
    void whatTheBillDoesNotTellIsSaidAsAReasonAndNeverAsNothing() {
        show(new Loadable.Ready<>(bill("0.60"), Snapshots.NOW), Snapshots.NOW);
        answer(0);

        assertThat(billed().amount()).isEqualTo("not known");
        assertThat(billed().known()).isFalse();
        assertThat(billed().note()).isEqualTo("Not known: no task ran on these days.");
    }

    @Test
    void theHistoryIsAskedOnceAnHourForTheDaysOfTheBill() {
        var ready = new Loadable.Ready<>(bill("0.60"), Snapshots.NOW);
        show(ready, Snapshots.NOW);
        show(ready, Snapshots.NOW.plusSeconds(60));

        assertThat(asked).singleElement().satisfies(query -> {
            assertThat(query.series()).extracting(id -> id.metric() + " " + id.component())
                    .containsExactly("service.running glimpse-api");
            assertThat(query.range().from()).isEqualTo("2026-09-14T00:00:00Z");
            assertThat(query.range().to()).isEqualTo("2026-09-21T00:00:00Z");
        });

        show(ready, Snapshots.NOW.plus(Duration.ofHours(1)));
        assertThat(asked).hasSize(2);
    }

    private void show(Loadable<CostReport> cost, Instant now) {
        StackSnapshot some = Snapshots.glimpse();
        model.show(Snapshots.of(List.of(new StackSnapshot(some.file(), now, some.identity(), some.services(),
                some.loadBalancers(), some.databases(), some.caches(), some.queues(), some.batchQueues(), some.pipes(),
                some.pipelines(), new Panel<>(cost, Duration.ofDays(1)), some.budgets(), some.alarms(),
                some.conditions(), some.verdict(), some.gaps(), some.occurrences()))), now);
    }

    private void answer(double tasks) {
        HistoryQuery query = asked.getLast();
        var samples = new ArrayList<Sample>();
        for (Instant at = query.range().from(); at.isBefore(query.range().to()); at = at.plusSeconds(3600)) {
            samples.add(new Sample(at, tasks));
        }
        waiting.getLast().accept(Past.of(new HistoryAnswer(query, query.series().stream().collect(Collectors.toMap(
                Function.identity(), _ -> new HistoryAnswer.Kept(Series.of(samples), List.of())))), Map.of()));
    }

    private List<PriceLine> prices() {
        return model.detailProperty().get().map(ServiceDetail::prices).orElseThrow();
    }

    private PriceLine billed() {
        return prices().getLast();
    }

    private static CostReport bill(String daily) {
        var days = new ArrayList<BilledDays>();
        for (LocalDate day = AS_OF.minusDays(20); !day.isAfter(AS_OF); day = day.plusDays(1)) {
            days.add(new BilledDays(day, day.plusDays(1), Map.of(ECS, Money.usd(daily)), false));
        }
        return new Bill(AS_OF, days).report();
    }
}
