package io.watchdeck.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.Coverage;
import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.ChartData;
import io.watchdeck.ui.kit.ChartRange;
import io.watchdeck.ui.shell.Exploring;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplorerViewModelTest {

    private static final SeriesId TIKETI_CPU = id("tiketi-prod", "service.cpu", "tiketi-backend-service");
    private static final SeriesId TIKETI_MEMORY = id("tiketi-prod", "service.memory", "tiketi-backend-service");
    private static final SeriesId SESAMI_CPU = id("sesami-prod", "service.cpu", "sesami-backend");
    private static final SeriesId TIKETI_DB_CPU = id("tiketi-prod", "db.cpu", "tiketi-db");
    private static final SeriesId TIKETI_HITS = id("tiketi-prod", "cache.hits", "tiketi-redis");
    private static final SeriesId TIKETI_REQUESTS = id("tiketi-prod", "lb.requests", "tiketi-alb-prod");
    private static final SeriesId TIKETI_STORAGE = id("tiketi-prod", "db.freeStorage", "tiketi-db");
    private static final SeriesId TIKETI_CONNECTIONS = id("tiketi-prod", "db.connections", "tiketi-db");
    private static final SeriesId TIKETI_P95 = id("tiketi-prod", "lb.p95", "tiketi-alb-prod");

    private final List<HistoryQuery> asked = new ArrayList<>();
    private final List<Consumer<Past>> listeners = new ArrayList<>();
    private final ExplorerViewModel model = new ExplorerViewModel(new Words(Locale.ENGLISH, Snapshots.ZONE),
            (query, answer) -> {
                asked.add(query);
                listeners.add(answer);
            });

    @BeforeEach
    void beginWithNothing() {
        model.show(Snapshots.moment(), Snapshots.NOW);
        model.clear();
    }

    @Test
    void beginsWithTheTrafficAndTheConnectionsOfTheWorstStacks() {
        var fresh = new ExplorerViewModel(new Words(Locale.ENGLISH, Snapshots.ZONE), (_, _) -> {});

        fresh.show(Snapshots.moment(), Snapshots.NOW);

        assertThat(fresh.chart().chartProperty().get().plots()).extracting(ChartData.Plotted::title)
                .containsExactly("ALB requests, per min", "RDS connections");
        assertThat(fresh.legend()).hasSize(6);
    }

    @Test
    void listsTheSeriesOfEveryStackBelowItsName() {
        assertThat(model.picks().getFirst().facts().offer()).isEmpty();
        assertThat(model.picks()).filteredOn(row -> row.facts().offer().isEmpty()).hasSize(6);

        model.filter("tiketi cpu");

        assertThat(model.picks()).extracting(row -> row.facts().offer().map(Offer::id).map(SeriesId::metric).orElse(
                row.facts().stack())).containsExactly("Tiketi", "service.cpu", "db.cpu", "cache.cpu");

        model.filter("stack:tiketi unit:bytes");
        assertThat(model.picks()).hasSize(2);
    }

    @Test
    void seriesOfDifferentStacksShareAPlotAndAreNamedByWhatDiffers() {
        model.toggle(TIKETI_CPU);
        assertThat(lines()).extracting(ChartData.Line::name).containsExactly("tiketi-backend-service");

        model.toggle(SESAMI_CPU);
        assertThat(lines()).extracting(ChartData.Line::name).containsExactly("Tiketi", "Sesami");

        model.toggle(TIKETI_MEMORY);
        assertThat(lines()).extracting(ChartData.Line::name).containsExactly("Tiketi ECS CPU", "Sesami ECS CPU",
                "Tiketi ECS memory");
        assertThat(lines()).extracting(ChartData.Line::colour).doesNotHaveDuplicates();
        assertThat(model.chart().chartProperty().get().plots()).hasSize(1);
    }

    @Test
    void twoStacksOfOneNameAreToldApartByTheirEnvironment() {
        model.compare("service.cpu");

        assertThat(lines()).extracting(ChartData.Line::name).contains("CodeMate PROD", "CodeMate DEV", "Tiketi")
                .doesNotHaveDuplicates();
    }

    @Test
    void anotherUnitGetsAPlotOfItsOwnAndAFourthIsRefusedInWords() {
        model.toggle(TIKETI_CPU);
        model.toggle(TIKETI_REQUESTS);
        model.toggle(TIKETI_STORAGE);
        assertThat(model.chart().chartProperty().get().plots()).hasSize(3);

        model.toggle(TIKETI_CONNECTIONS);

        assertThat(model.chart().chartProperty().get().plots()).hasSize(3);
        assertThat(model.refusalProperty().get())
                .isEqualTo("Not added: count would be a fourth unit beside %, per min, bytes. "
                        + "Remove the series of one unit first.");
        assertThat(pick(TIKETI_CONNECTIONS).open()).isFalse();
        assertThat(pick(TIKETI_MEMORY).open()).isTrue();

        model.toggle(TIKETI_STORAGE);
        assertThat(model.refusalProperty().get()).isEmpty();
        assertThat(pick(TIKETI_CONNECTIONS).open()).isTrue();
    }

    @Test
    void aNinthIsRefused() {
        List<SeriesId> shares = model.picks().stream().flatMap(row -> row.facts().offer().stream())
                .filter(offer -> offer.unit().equals("%")).map(Offer::id).limit(9).toList();

        shares.forEach(model::toggle);

        assertThat(model.legend()).hasSize(8);
        assertThat(model.refusalProperty().get()).startsWith("8 series are as many as can be told apart.");
    }

    @Test
    void whatIsTakenAwayLeavesTheColoursOfTheOthers() {
        model.toggle(TIKETI_CPU);
        model.toggle(SESAMI_CPU);
        model.toggle(TIKETI_MEMORY);
        int sesami = pick(SESAMI_CPU).colour();
        int first = pick(TIKETI_CPU).colour();

        model.toggle(TIKETI_CPU);
        assertThat(pick(SESAMI_CPU).colour()).isEqualTo(sesami);
        assertThat(pick(TIKETI_CPU).colour()).isZero();

        model.toggle(TIKETI_DB_CPU);
        assertThat(pick(TIKETI_DB_CPU).colour()).as("the colour that became free").isEqualTo(first);
    }

    @Test
    void aSeriesThatNobodyReadsIsAskedForAndSaysSoUntilItIsThere() {
        model.toggle(TIKETI_HITS);
        assertThat(asked.getLast().series()).containsExactly(TIKETI_HITS);
        assertThat(line(TIKETI_HITS).value()).isEqualTo("asking");
        assertThat(line(TIKETI_HITS).missing()).as("not known yet is no gap").isEmpty();
        assertThat(lines().getFirst().gaps()).isEmpty();

        Instant since = Snapshots.NOW.minus(Duration.ofMinutes(4));
        answer(List.of(new Sample(since, 20), new Sample(since.plusSeconds(60), 40)), List.of());

        LegendLine line = line(TIKETI_HITS);
        assertThat(List.of(line.value(), line.lowest(), line.average(), line.highest())).containsExactly("40/min",
                "20/min", "30/min", "40/min");
        assertThat(line.age()).as("on time").isEmpty();
    }

    @Test
    void theNewestValueTellsItsAgeOnceItIsLate() {
        model.toggle(TIKETI_HITS);
        Instant minute = Snapshots.NOW.truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
        answer(List.of(new Sample(minute.minus(Duration.ofMinutes(51)), 40)), List.of());

        assertThat(model.momentProperty().get()).isEqualTo("Now");
        assertThat(line(TIKETI_HITS).age()).get().satisfies(age -> {
            assertThat(age.text()).isEqualTo("50 min");
            assertThat(age.freshness()).isEqualTo(Freshness.STALE);
        });

        answer(List.of(new Sample(minute.minus(Duration.ofMinutes(9)), 40)), List.of());
        assertThat(line(TIKETI_HITS).age()).as("where the chart shows a gap").get()
                .extracting(age -> age.text(), age -> age.freshness()).containsExactly("8 min", Freshness.LATE);

        model.point(Optional.of(new ChartData.Pointed(minute, new TimeRange(minute, minute.plusSeconds(12)))));
        assertThat(line(TIKETI_HITS).age()).as("of the past no age is told").isEmpty();
    }

    @Test
    void aGapSaysHowLongAndWhyAndAtTheCrosshairWhy() {
        model.toggle(TIKETI_DB_CPU);
        Instant from = Snapshots.NOW.minus(Duration.ofHours(4));
        var out = new TimeRange(Snapshots.NOW.minus(Duration.ofMinutes(100)),
                Snapshots.NOW.minus(Duration.ofMinutes(40)));
        var samples = new ArrayList<Sample>();
        for (Instant at = from.truncatedTo(java.time.temporal.ChronoUnit.MINUTES); at.isBefore(Snapshots.NOW); at =
                at.plusSeconds(60)) {
            if (!out.contains(at)) {
                samples.add(new Sample(at, 12));
            }
        }
        model.show(withoutTiketisDatabase(), Snapshots.NOW);
        answer(samples, List.of(Coverage.read(new TimeRange(from, out.from())),
                Coverage.missed(out, Failure.Kind.EXPIRED), Coverage.read(new TimeRange(out.to(), Snapshots.NOW))));

        assertThat(line(TIKETI_DB_CPU).missing()).isEqualTo("1 h, signed out");

        Instant within = out.from().plusSeconds(600);
        model.point(Optional.of(new ChartData.Pointed(within, new TimeRange(within, within.plusSeconds(12)))));
        assertThat(line(TIKETI_DB_CPU).value()).isEqualTo("signed out");
        assertThat(line(TIKETI_DB_CPU).known()).isFalse();
        assertThat(model.momentProperty().get()).isEqualTo("12:12");

        model.point(Optional.empty());
        assertThat(line(TIKETI_DB_CPU).value()).isEqualTo("12%");
        assertThat(model.momentProperty().get()).isEqualTo("Now");
    }

    @Test
    void whatIsInAlarmAboutAnyOfThemHasALaneAndTintsItsOwnPlot() {
        model.toggle(TIKETI_CPU);
        model.toggle(TIKETI_CONNECTIONS);

        List<ChartData.Span> alarms = model.chart().chartProperty().get().lanes().stream()
                .flatMap(lane -> lane.spans().stream()).toList();

        assertThat(alarms).isNotEmpty().anySatisfy(span -> assertThat(span.plots()).containsExactly(1));
    }

    @Test
    void aLinkShowsItsSeriesAndTimeAsSoonAsTheStacksAreKnown() {
        var linked = new ExplorerViewModel(new Words(Locale.ENGLISH, Snapshots.ZONE), (query, _) -> asked.add(query));
        linked.open(new Exploring(List.of(TIKETI_P95, id("gone", "service.cpu", "gone")), ChartRange.DAY,
                Optional.empty()));

        linked.show(Snapshots.moment(), Snapshots.NOW);

        assertThat(linked.legend()).extracting(row -> row.key()).containsExactly(TIKETI_P95);
        assertThat(linked.chart().rangeProperty().get()).isEqualTo(ChartRange.DAY);
        assertThat(asked.getLast().range().length()).isGreaterThanOrEqualTo(Duration.ofHours(24));
    }

    @Test
    void theChoiceStaysWhenAnotherSnapshotComesAndGoesWithItsStack() {
        model.toggle(TIKETI_CPU);
        model.toggle(SESAMI_CPU);
        model.chart().choose(ChartRange.YEAR);

        model.show(Snapshots.moment(), Snapshots.NOW.plusSeconds(30));
        assertThat(model.legend()).extracting(row -> row.key()).containsExactly(TIKETI_CPU, SESAMI_CPU);
        assertThat(asked.getLast().tier()).isEqualTo(Tier.HOUR);

        model.show(Snapshots.of(Snapshots.moment().stacks().stream()
                .filter(stack -> stack.file().id().value().startsWith("tiketi")).toList()), Snapshots.NOW);
        assertThat(model.legend()).extracting(row -> row.key()).containsExactly(TIKETI_CPU);
        assertThat(model.onlyStack()).contains(new StackId("tiketi-prod"));
    }

    @Test
    void exportsWhatIsInSightWithWhatItIsOf() {
        model.toggle(TIKETI_CPU);
        model.toggle(TIKETI_CONNECTIONS);

        assertThat(model.csv().header()).containsExactly("Stack", "Component", "Metric", "Unit", "Time", "Value");
        assertThat(model.csv().rows()).extracting(row -> row.get(2)).contains("service.cpu", "db.connections");
        assertThat(model.csv().rows()).extracting(List::getLast).allMatch(value -> value.length() <= 9);
        assertThat(model.csv().name()).isEqualTo("explorer-3h");
        assertThat(model.chart().caption()).startsWith("Explorer: ECS CPU, %, RDS connections, Tue 22 Sep");
    }

    @Test
    void saysItselfInASentence() {
        model.compare("db.connections");

        assertThat(model.chart().chartProperty().get().summary())
                .startsWith("RDS connections, last 3 h: ").contains("Tiketi: now ", "; ");
    }

    /// What is in memory would fill the gap.
    private static WatchSnapshot withoutTiketisDatabase() {
        return Snapshots.of(Snapshots.moment().stacks().stream().map(stack -> new StackSnapshot(stack.file(),
                stack.asOf(), stack.identity(), stack.services(), stack.loadBalancers(), List.of(), stack.caches(),
                stack.queues(), stack.batchQueues(), stack.pipes(), stack.pipelines(), stack.cost(), stack.budgets(),
                stack.alarms(),
                stack.conditions(), stack.verdict(), stack.gaps(), stack.occurrences())).toList());
    }

    private PickLine pick(SeriesId id) {
        return model.picks().stream().map(row -> row.facts())
                .filter(line -> line.offer().filter(offer -> offer.id().equals(id)).isPresent()).findFirst()
                .orElseThrow();
    }

    private LegendLine line(SeriesId id) {
        return model.legend().stream().filter(row -> row.key().equals(id)).findFirst().orElseThrow().facts();
    }

    private List<ChartData.Line> lines() {
        return model.chart().chartProperty().get().plots().stream().flatMap(plot -> plot.lines().stream()).toList();
    }

    private void answer(List<Sample> samples, List<Coverage> coverage) {
        HistoryQuery query = asked.getLast();
        listeners.get(asked.size() - 1).accept(new Past(new HistoryAnswer(query, query.series().stream().collect(
                Collectors.toMap(Function.identity(),
                        _ -> new HistoryAnswer.Kept(Series.of(samples), coverage)))),
                Map.of()));
    }

    private static SeriesId id(String stack, String metric, String component) {
        return new SeriesId(new StackId(stack), metric, component);
    }
}
