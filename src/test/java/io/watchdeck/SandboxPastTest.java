package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ledger.Bookkeeping;
import io.watchdeck.logs.LogQuery;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Readings;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.sandbox.SandboxConnector;
import io.watchdeck.stack.StackFile;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2AnswerStore;
import io.watchdeck.store.H2DatabaseEventStore;
import io.watchdeck.store.H2FleetEventStore;
import io.watchdeck.store.H2JournalStore;
import io.watchdeck.store.H2LedgerStore;
import io.watchdeck.store.H2MetricStore;
import io.watchdeck.store.H2OccurrenceStore;
import io.watchdeck.timeline.EventStores;
import io.watchdeck.timeline.Events;
import io.watchdeck.timeline.TimelineEvent;
import io.watchdeck.timeline.TimelineEvent.Kind;
import io.watchdeck.watch.AlarmWishes;
import io.watchdeck.watch.PastSnapshot;
import io.watchdeck.watch.Replay;
import io.watchdeck.watch.Rhythm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// What the screens of a sandbox that has just begun have to tell of the hours before.
@TestInstance(Lifecycle.PER_CLASS)
class SandboxPastTest {

    private static final Instant BEGIN = Instant.parse("2026-09-22T04:42:30Z");
    private static final TimeRange PAST = TimeRange.last(SandboxConnector.PAST, BEGIN);
    private static final StackFile TIKETI = Wiring.shippedStacks().get("tiketi-prod");
    private static final StackFile GLIMPSE = Wiring.shippedStacks().get("glimpse-prod");

    private final Database history = Database.temporary(Clock.fixed(BEGIN, ZoneOffset.UTC));

    @BeforeAll
    void watch() {
        new SandboxPast(new StackChoice(List.of(TIKETI, GLIMPSE), List.of(), Optional.empty(),
                StackChoice.Origin.SANDBOX), 42,
                AlarmWishes.of("sora"), BEGIN).accept(history);
    }

    @AfterAll
    void close() {
        history.close();
    }

    private Events events() {
        return new Events(new EventStores(() -> new H2FleetEventStore(history), () -> new H2OccurrenceStore(history),
                () -> new H2JournalStore(history), () -> new H2AnswerStore(history),
                () -> new H2DatabaseEventStore(history)), MetricCatalogue.standard(), BEGIN);
    }

    @Test
    void theLedgerWasKeptWithoutAGap() {
        String place = events().place(GLIMPSE.id()).orElseThrow();
        var ledger = new H2LedgerStore(history);
        var inside = new TimeRange(PAST.from().plus(Duration.ofMinutes(5)), BEGIN.minus(Duration.ofMinutes(5)));

        assertThat(ledger.watched(place, Bookkeeping.tasksOf(GLIMPSE.cluster()), inside).parts())
                .containsExactly(inside);
        assertThat(ledger.interruptions(place, new ServiceKey(GLIMPSE.cluster(), "glimpse-api"), PAST)).isNotEmpty();
    }

    @Test
    void nobodyWatchedBeforeThePastBegan() {
        String place = events().place(GLIMPSE.id()).orElseThrow();
        var ledger = new H2LedgerStore(history);

        assertThat(ledger.since(place, Bookkeeping.tasksOf(GLIMPSE.cluster()))).contains(PAST.from());
        assertThat(ledger.since(place, new ServiceKey(GLIMPSE.cluster(), "glimpse-api"))).contains(PAST.from());
    }

    @Test
    void everyMinuteOfWhatIsCountedWasSampled() {
        var metrics = new H2MetricStore(history, MetricCatalogue.standard());
        var inside = new TimeRange(PAST.from().plus(Duration.ofMinutes(5)), BEGIN.minus(Duration.ofMinutes(5)));
        for (String metric : List.of("service.running", "service.desired", "service.spotRunning")) {
            Series counted = metrics.read(new SeriesId(GLIMPSE.id(), metric, "glimpse-api"), Tier.MINUTE, inside);

            assertThat(counted.samples()).as(metric).hasSize((int) inside.length().toMinutes());
        }
    }

    @Test
    void whatHappenedIsTold() {
        List<TimelineEvent> told = events().of(PAST, Set.of());

        assertThat(told).extracting(TimelineEvent::kind).contains(Kind.INTERRUPTION, Kind.SERVICE, Kind.CLOUD_ALARM,
                Kind.ALARM);
        assertThat(told).extracting(TimelineEvent::stack).contains(TIKETI.id(), GLIMPSE.id());
        assertThat(events().of(TimeRange.last(Duration.ofDays(2), BEGIN), Set.of(TIKETI.id())))
                .extracting(TimelineEvent::kind).contains(Kind.DATABASE);
    }

    @Test
    void anyMomentCanBeShownAsItWas() {
        Set<StackId> stacks = Set.of(TIKETI.id(), GLIMPSE.id());
        var replay = new Replay(KeptHistory.of(history, MetricCatalogue.standard()), MetricCatalogue.standard(),
                Rhythm.standard());
        for (int minutes = 10; minutes < 180; minutes += 40) {
            PastSnapshot then = replay.at(BEGIN.minus(Duration.ofMinutes(minutes)), stacks);

            assertThat(then.unseen()).as(minutes + " minutes ago").isEmpty();
            assertThat(then.shown().orElseThrow().stacks()).hasSize(2);
        }
    }

    @Test
    void theLogsHaveTheLinesOfThePastToo() {
        var sandbox = new SandboxConnector(List.of(TIKETI, GLIMPSE), 42, Clock.fixed(BEGIN, ZoneOffset.UTC));
        Instant then = BEGIN.minus(Duration.ofMinutes(100));
        for (StackFile stack : List.of(TIKETI, GLIMPSE)) {
            var logs = sandbox.connect(stack.access()).logs().orElseThrow();
            for (String group : stack.components().logGroups().stream().filter(one -> one.startsWith("/ecs/"))
                    .toList()) {
                var around = Readings.value(logs.around(LogQuery.tail(group,
                        new TimeRange(then.minusSeconds(3600), then.plusSeconds(3600)), 20), then));

                assertThat(around.lines()).as(group).anyMatch(line -> line.at().isBefore(then))
                        .anyMatch(line -> line.at().isAfter(then));
            }
        }
    }
}
