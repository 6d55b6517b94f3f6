package io.watchdeck.watch;

import static io.watchdeck.watch.Rig.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.TaskState;
import io.watchdeck.metrics.Coverage;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Failure;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.StackFile;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2CoverageStore;
import io.watchdeck.store.H2MetricStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is known of when the console counted what CloudWatch does not.
class PolledMetricsTest {

    private static final StackFile SHOP = Rig.shop();
    private static final Instant MINUTE = Tier.MINUTE.begin(NOW);

    private final MutableClock clock = new MutableClock(NOW);
    private final FakeCloud cloud = new FakeCloud(clock);
    private final Database database = Database.temporary(clock);
    private final MetricCatalogue catalogue = MetricCatalogue.standard();
    private final MetricArchive archive = new MetricArchive(
            () -> new MetricArchive.Stores(new H2MetricStore(database, catalogue), new H2CoverageStore(database)),
            catalogue);
    private final SiteReader site = new SiteReader(List.of(SHOP), cloud.cloud(),
            new Board(Optional.of(archive), clock), catalogue, new Attempts(Rhythm.standard(), clock), clock);

    PolledMetricsTest() {
        site.read(Subject.IDENTITY);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<Coverage> coverage(String metric, String component) {
        var id = new SeriesId(SHOP.id(), metric, component);
        var range = new TimeRange(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(10)));
        return archive.read(new HistoryQuery(List.of(id), range, Tier.MINUTE)).kept().get(id).coverage();
    }

    @Test
    void ofWhatAServiceShouldRunItIsKnownWhenItWasAsked() {
        site.read(Subject.SERVICES);

        assertThat(coverage("service.desired", "api"))
                .containsExactly(Coverage.read(new TimeRange(MINUTE, MINUTE.plusSeconds(60))));
    }

    @Test
    void tasksThatRunAreCountedByWhereTheyRun() {
        cloud.tasks(task("a", "FARGATE_SPOT", "RUNNING", "RUNNING"), task("b", "FARGATE_SPOT", "RUNNING", "RUNNING"),
                task("c", "FARGATE", "RUNNING", "RUNNING"), task("noticed", "FARGATE_SPOT", "RUNNING", "STOPPED"),
                task("pending", "FARGATE", "PENDING", "RUNNING"));
        site.read(Subject.TASKS);

        assertThat(sampled("service.spotRunning")).containsExactly(2.0);
        assertThat(sampled("service.onDemandRunning")).containsExactly(1.0);
        assertThat(coverage("service.spotRunning", "api"))
                .containsExactly(Coverage.read(new TimeRange(MINUTE, MINUTE.plusSeconds(60))));
    }

    private static TaskState task(String id, String provider, String last, String desired) {
        return new TaskState("arn:task/" + id, "api", "api:1", last, desired, provider, "", "", Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), "", "", List.of());
    }

    private List<Double> sampled(String metric) {
        var id = new SeriesId(SHOP.id(), metric, "api");
        var range = new TimeRange(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(10)));
        return archive.read(new HistoryQuery(List.of(id), range, Tier.MINUTE)).kept().get(id).series().samples()
                .stream().map(Sample::value).toList();
    }

    @Test
    void whereNoMessageIsDeadItIsKnownThatNoneIsDestroyedSoon() {
        cloud.queue("jobs", 0, Optional.of("jobs-dlq"));
        site.read(Subject.QUEUES);

        assertThat(coverage("queue.deadLetterHoursLeft", "jobs")).extracting(Coverage::missed)
                .containsExactly(Optional.empty());
    }

    @Test
    void aDeadMessageThatSomebodyLooksAtIsStillOne() {
        cloud.queue("jobs", 0, Optional.of("jobs-dlq"));
        cloud.queue("jobs-dlq", 3, Optional.empty());
        cloud.inFlight("jobs-dlq", 2);
        site.read(Subject.QUEUES);

        var id = new SeriesId(SHOP.id(), "queue.deadLetters", "jobs");
        assertThat(archive.read(new HistoryQuery(List.of(id), new TimeRange(MINUTE, MINUTE.plusSeconds(60)),
                Tier.MINUTE)).kept().get(id).series().samples()).extracting(sample -> sample.value())
                .containsExactly(5.0);
    }

    @Test
    void whereTheAgeOfADeadMessageIsRefusedThatIsWhyItsEndIsNotKnown() {
        cloud.queue("jobs", 0, Optional.of("jobs-dlq"));
        cloud.queue("jobs-dlq", 3, Optional.empty());
        cloud.metrics().refuse(query -> query.name().equals("ApproximateAgeOfOldestMessage"),
                Failure.denied("cloudwatch:GetMetricData"));
        site.read(Subject.QUEUES);
        site.read(Subject.METRICS);
        clock.forward(Duration.ofMinutes(1));
        site.read(Subject.QUEUES);

        assertThat(coverage("queue.deadLetterHoursLeft", "jobs")).extracting(Coverage::missed)
                .containsExactly(Optional.of(Failure.Kind.DENIED));
        assertThat(coverage("queue.deadLetters", "jobs")).extracting(Coverage::missed)
                .containsExactly(Optional.empty());
    }

    @Test
    void anAnswerAboutCostSpeaksForTheDaySinceTheOneBefore() {
        site.read(Subject.COST);
        clock.forward(Duration.ofHours(24));
        site.read(Subject.COST);
        clock.forward(Duration.ofHours(1));
        site.read(Subject.COST);

        Instant asked = MINUTE.plus(Duration.ofHours(24)).plusSeconds(60);
        assertThat(coverage("cost.monthToDate", SHOP.name()))
                .containsExactly(Coverage.read(new TimeRange(MINUTE, asked)));
        assertThat(coverage("cost.forecast", SHOP.name()))
                .containsExactly(Coverage.read(new TimeRange(MINUTE, asked)));
    }

    @Test
    void daysInWhichNobodyAskedForCostAreNotSpokenFor() {
        site.read(Subject.COST);
        clock.forward(Duration.ofDays(3));
        site.read(Subject.COST);

        assertThat(coverage("cost.monthToDate", SHOP.name())).extracting(part -> part.range().length())
                .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(1));
    }
}
