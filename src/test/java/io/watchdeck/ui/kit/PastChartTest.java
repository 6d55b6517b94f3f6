package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Finding;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.metrics.Coverage;
import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Severity;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PastChartTest {

    private static final Instant NOW = Snapshots.NOW.truncatedTo(ChronoUnit.MINUTES);
    private static final int DAY = 24 * 60;
    private static final ComponentId DATABASE = new ComponentId(ComponentKind.DATABASE, "tiketi-db");
    private static final ComponentId SERVICE = new ComponentId(ComponentKind.SERVICE, "tiketi-backend-service");

    @Test
    void theSentenceOfAPartTellsThePartAndNotWhatCameAfterIt() {
        Series values = fives(DAY, 0, ago -> ago > 300 ? 4 : 9);

        assertThat(said("service.running", SERVICE, minutes(600, 400), values)).contains(": at its end 4")
                .doesNotContain("9", "now");
    }

    @Test
    void theSentenceOfAPartSaysSinceWhenItWasInAlarmAtItsEnd() {
        Series values = fives(DAY, 0, ago -> ago <= 500 && ago > 300 ? 95 : 40);

        assertThat(said("db.connections", DATABASE, minutes(600, 400), values))
                .endsWith("at its end 95, alarm at 90, above since 05:22");
        assertThat(said("db.connections", DATABASE, minutes(200, 100), values)).endsWith("at its end 40, alarm at 90");
    }

    @Test
    void theSentenceClaimsNoBeginThatNothingIsKeptOf() {
        assertThat(said("db.connections", DATABASE, minutes(600, 0), fives(600, 0, _ -> 95)))
                .endsWith("now 95, alarm at 90, above since 03:42 or earlier");
    }

    @Test
    void whatWasReadLastHoursAgoIsNotTheValueOfNow() {
        assertThat(said("service.running", SERVICE, minutes(600, 0), fives(600, 120, _ -> 4)))
                .contains(": last 4 at 11:42, no data 11:47 to 13:42").doesNotContain("now");
        assertThat(said("service.running", SERVICE, minutes(600, 0), fives(600, 5, _ -> 4))).contains(": now 4");
    }

    @Test
    void theChartOfAMomentThatIsOverSaysThatItIs() {
        var words = new Words(Locale.ENGLISH, Snapshots.ZONE);
        TimeRange range = minutes(60, 0);

        ChartData then = new PastChart(words, NOW, true).of(List.of(), range, "then", Optional.empty());
        assertThat(then.past()).isTrue();
        assertThat(then.over(minutes(30, 10)).past()).as("closer").isTrue();
        assertThat(new PastChart(words, NOW).of(List.of(), range, "now", Optional.empty()).past()).isFalse();
    }

    @Test
    void aPartWithoutValuesSaysThatThereAreNone() {
        assertThat(said("service.running", SERVICE, minutes(300, 200), fives(100, 0, _ -> 4)))
                .contains(": no data, no data 08:42 to 10:22").doesNotContain("now");
        assertThat(said("service.running", SERVICE, minutes(300, 0), fives(600, 400, _ -> 4))).contains(": no data,");
    }

    @Test
    void aFigureOfASlowRhythmHasNoGapWhereItSkipsAMinute() {
        var pipeline = new ComponentId(ComponentKind.PIPELINE, "release");
        var batch = new ComponentId(ComponentKind.BATCH_QUEUE, "jobs");
        Series skipping = samples(180, 0, 1, _ -> 0, ago -> ago % 20 != 7);

        assertThat(gaps("pipeline.failed", pipeline, 180, skipping)).isEmpty();
        assertThat(gaps("batch.failed24h", batch, 180, skipping)).isEmpty();
        assertThat(gaps("service.running", SERVICE, 180, skipping)).hasSize(9);
    }

    @Test
    void aFigureOfASlowRhythmHasAGapWhereItStoppedComing() {
        var pipeline = new ComponentId(ComponentKind.PIPELINE, "release");
        Series stopped = samples(180, 0, 1, _ -> 0, ago -> ago > 100 || ago < 90);

        assertThat(gaps("pipeline.failed", pipeline, 180, stopped)).hasSize(1);
    }

    @Test
    void aSampleOfCostSpeaksForADay() {
        var stack = new ComponentId(ComponentKind.STACK, "Tiketi");

        assertThat(gaps("cost.monthToDate", stack, DAY, samples(34 * 60, 0, DAY, _ -> 200, _ -> true))).isEmpty();
        assertThat(gaps("cost.monthToDate", stack, 180, samples(34 * 60, 9 * 60, DAY, _ -> 200, _ -> true))).isEmpty();
        assertThat(gaps("cost.monthToDate", stack, 7 * DAY,
                samples(7 * DAY, 0, DAY, _ -> 200, ago -> ago > 5 * DAY || ago < 2 * DAY))).hasSize(1);
    }

    @Test
    void anAlarmOfWhichNobodyKnowsTheBeginClaimsNone() {
        StackSnapshot tiketi = Snapshots.tiketi();

        assertThat(alarm(tiketi)).isEqualTo("RDS connections since 13:29");
        assertThat(alarm(sinceUnknown(tiketi))).isEqualTo("RDS connections, since when is not known");
    }

    /// Of the database's connections.
    private static Occurrence over(int from, int to, String rule, Severity severity) {
        Instant raised = NOW.minusSeconds(60L * from);
        var finding = new Finding(severity, Condition.Source.RULE, rule, Optional.of("db.connections"),
                OptionalDouble.of(92), OptionalDouble.of(90), Optional.empty());
        return new Occurrence(new UUID(from, to), new AlarmKey(Snapshots.tiketi().file().id(), DATABASE, rule), raised,
                finding, severity, OptionalDouble.of(92),
                new Status.Resolved(NOW.minusSeconds(60L * to), Optional.empty()), Optional.empty());
    }

    private static List<List<String>> lanes(StackSnapshot stack, Occurrence... kept) {
        return chart(stack, "db.connections", DATABASE, minutes(60, 0), Tier.MINUTE, Series.empty(), List.of(kept))
                .lanes().stream().map(lane -> lane.spans().stream().map(ChartData.Span::text).toList()).toList();
    }

    @Test
    void anAlarmThatIsOverStandsBesideTheOneThatIsNot() {
        assertThat(lanes(Snapshots.tiketi(), over(50, 40, "A", Severity.WARNING)).getFirst())
                .containsExactly("RDS connections since 13:29", "A 12:52 to 13:02");
    }

    @Test
    void alarmsAtTheSameTimeHaveLanesOfTheirOwnTheWorstFirst() {
        List<List<String>> lanes = lanes(Snapshots.tiketi(), over(50, 40, "A", Severity.WARNING),
                over(45, 35, "B", Severity.CRITICAL), over(42, 38, "C", Severity.WARNING),
                over(41, 39, "D", Severity.NOTICE));

        assertThat(lanes.get(0)).contains("B 12:57 to 13:07");
        assertThat(lanes.get(1)).containsExactly("C 13:00 to 13:04");
        assertThat(lanes.get(2)).containsExactly("A 12:52 to 13:02");
        assertThat(lanes).hasSize(4);
    }

    @Test
    void anAlarmOfAnotherTimeComponentOrMetricIsNotOfThisChart() {
        Occurrence before = over(90, 70, "A", Severity.WARNING);
        var elsewhere = new Occurrence(new UUID(1, 1), new AlarmKey(before.key().stack(), SERVICE, "x"),
                NOW.minusSeconds(600), before.now(), before.worst(), before.worstValue(),
                new Status.Resolved(NOW.minusSeconds(60), Optional.empty()), Optional.empty());

        assertThat(lanes(Snapshots.tiketi(), before, elsewhere).getFirst())
                .containsExactly("RDS connections since 13:29");
    }

    @Test
    void whatWasNotReadDoesNotClaimThatTheConsoleWasOff() {
        Series running = samples(5 * DAY, 4 * DAY, 1, _ -> 2, _ -> true);

        assertThat(
                chart(Snapshots.tiketi(), "service.running", SERVICE, minutes(5 * DAY, 3 * DAY), Tier.MINUTE, running)
                        .plots().getFirst().lines().getFirst().gaps())
                .extracting(ChartData.Gap::reason)
                .containsExactly("not running, paused, or not needed");
    }

    @Test
    void onlyWhatCloudWatchCountsIsMissedByCloudWatch() {
        var queue = new ComponentId(ComponentKind.QUEUE, "jobs");

        assertThat(gaps("queue.deadLetterHoursLeft", queue, 180, Series.empty())).extracting(ChartData.Gap::reason)
                .containsExactly("asked, there was nothing");
        assertThat(gaps("queue.oldestAge", queue, 180, Series.empty())).extracting(ChartData.Gap::reason)
                .containsExactly("asked, CloudWatch had nothing");
    }

    private static String alarm(StackSnapshot stack) {
        return chart(stack, "db.connections", DATABASE, minutes(60, 0), Tier.MINUTE, Series.empty()).lanes().getFirst()
                .spans().getFirst().text();
    }

    private static StackSnapshot sinceUnknown(StackSnapshot stack) {
        List<Condition> conditions = stack.conditions().stream().map(one -> new Condition(one.name(), one.source(),
                one.on(), one.metric(), one.severity(), one.state(), one.value(), one.threshold(), one.compared(),
                Optional.empty(), one.sentence())).toList();
        return new StackSnapshot(stack.file(), stack.asOf(), stack.identity(), stack.services(), stack.loadBalancers(),
                stack.databases(), stack.caches(), stack.queues(), stack.batchQueues(), stack.pipes(),
                stack.pipelines(), stack.cost(), stack.budgets(), stack.alarms(), conditions, stack.verdict(),
                stack.gaps(), stack.occurrences());
    }

    private static List<ChartData.Gap> gaps(String metric, ComponentId on, int minutes, Series values) {
        return chart(Snapshots.tiketi(), metric, on, minutes(minutes, 0), Tier.MINUTE, values).plots().getFirst()
                .lines()
                .getFirst().gaps();
    }

    private static String said(String metric, ComponentId on, TimeRange range, Series values) {
        return chart(Snapshots.tiketi(), metric, on, range, Tier.FIVE_MINUTES, values).summary();
    }

    private static ChartData chart(StackSnapshot stack, String metric, ComponentId on, TimeRange range, Tier tier,
            Series values) {
        return chart(stack, metric, on, range, tier, values, List.of());
    }

    private static ChartData chart(StackSnapshot stack, String metric, ComponentId on, TimeRange range, Tier tier,
            Series values, List<Occurrence> alarms) {
        var line = new PastLine(stack, on, MetricCatalogue.standard().get(metric), "it", "it", 1);
        var query = new HistoryQuery(List.of(line.id()), range, tier);
        var kept = new HistoryAnswer.Kept(values, List.of(Coverage.read(minutes(3 * DAY, 0))));
        return new PastChart(new Words(Locale.ENGLISH, Snapshots.ZONE), NOW).of(
                List.of(new PastPlot("It", List.of(line), 1)), range, "then",
                Optional.of(new Past(new HistoryAnswer(query, Map.of(line.id(), kept)), Map.of(), alarms)));
    }

    /// @param from minutes ago
    /// @param to   minutes ago
    private static TimeRange minutes(int from, int to) {
        return new TimeRange(NOW.minus(Duration.ofMinutes(from)), NOW.minus(Duration.ofMinutes(to)));
    }

    /// Every five minutes, the older end first.
    private static Series fives(int from, int to, IntUnaryOperator value) {
        return samples(from, to, 5, value, _ -> true);
    }

    private static Series samples(int from, int to, int step, IntUnaryOperator value, IntPredicate there) {
        return Series.of(IntStream.iterate(from, ago -> ago >= to, ago -> ago - step).filter(there)
                .mapToObj(ago -> new Sample(NOW.minus(Duration.ofMinutes(ago)), value.applyAsInt(ago))).toList());
    }
}
