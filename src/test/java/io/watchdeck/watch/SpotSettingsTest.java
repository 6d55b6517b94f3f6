package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.sandbox.SandboxConnector;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackFiles;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2CostDayStore;
import io.watchdeck.store.H2CoverageStore;
import io.watchdeck.store.H2FleetEventStore;
import io.watchdeck.store.H2LedgerStore;
import io.watchdeck.store.H2MetricStore;
import io.watchdeck.store.H2OccurrenceStore;
import io.watchdeck.store.H2StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the checks of Glimpse and Tiketi need, of the simulated account.
class SpotSettingsTest {

    private static final StackFile GLIMPSE = file("glimpse-prod");
    private static final StackFile TIKETI = file("tiketi-prod");
    private static final ServiceKey API = new ServiceKey("glimpse-prod", "glimpse-api");

    private final MutableClock clock = new MutableClock(Instant.parse("2026-09-22T04:42:12Z"));
    private final SandboxConnector sandbox = new SandboxConnector(List.of(GLIMPSE, TIKETI), 42, clock);
    private final WatchSettings plain = new WatchSettings(Rhythm.standard(), new Meter(PriceList.shipped(), clock),
            Money.usd("2"), true);
    private final LiveWatch watch = new LiveWatch(plain, sandbox, MetricCatalogue.standard(), clock);
    private final SpotSettings settings = new SpotSettings(clock);
    private final Site glimpse = site(GLIMPSE);

    private static StackFile file(String name) {
        return StackFiles.reader().read(name + ".yaml", ShippedStacks.text(name)).stack().orElseThrow();
    }

    private Site site(StackFile stack) {
        return Site.of(stack.access(), List.of(stack), new Board(clock), sandbox, MetricCatalogue.standard(), plain,
                clock);
    }

    @BeforeEach
    void readServices() {
        watch.stacks(List.of(GLIMPSE, TIKETI), List.of());
        watch.readOnce(EnumSet.of(Subject.SERVICES));
        glimpse.board().services.accept(API, Reading.known(state("glimpse-prod"), clock.instant()));
    }

    @AfterEach
    void close() {
        watch.close();
    }

    private ServiceState state(String stack) {
        return watch.current().stacks().stream().filter(one -> one.file().id().value().equals(stack)).findFirst()
                .orElseThrow().services().getFirst().state().state().latest().orElseThrow();
    }

    private boolean read() {
        return settings.read(List.of(glimpse), question());
    }

    private LedgerQuestion question() {
        return LedgerQuestion.newest(TimeRange.last(Duration.ofDays(1), clock.instant()), 9);
    }

    private SpotSettings.Known known() {
        return settings.of(API, state("glimpse-prod"));
    }

    @Test
    void nothingIsKnownBeforeItWasRead() {
        assertThat(known()).isEqualTo(new SpotSettings.Known(Optional.empty(), Optional.empty(),
                List.of()));
    }

    @Test
    void aTaskDefinitionIsReadOnceAndTargetGroupsAgainAfterAnHour() {
        assertThat(read()).isTrue();
        assertThat(known().design()).isPresent();
        assertThat(known().drain()).isPresent();
        assertThat(known().unread()).isEmpty();
        assertThat(read()).as("all is known").isFalse();

        clock.forward(Duration.ofMinutes(61));
        sandbox.account(GLIMPSE.access()).fault("ecs:DescribeTaskDefinition", Failure.unreachable("ecs"));
        assertThat(read()).isTrue();
        assertThat(known().design()).as("a revision never changes").isPresent();
        assertThat(known().unread()).isEmpty();
    }

    @Test
    void whatMayNotBeReadSaysWhyAndIsAskedForAgainLater() {
        sandbox.account(GLIMPSE.access()).fault("elasticloadbalancing:DescribeTargetGroupAttributes",
                Failure.denied("elasticloadbalancing:DescribeTargetGroupAttributes"));
        read();

        assertThat(known().drain()).isEmpty();
        assertThat(known().unread()).singleElement()
                .isEqualTo(Failure.denied("elasticloadbalancing:DescribeTargetGroupAttributes"));
        clock.forward(Duration.ofMinutes(9));
        assertThat(read()).isFalse();
        clock.forward(Duration.ofMinutes(2));
        assertThat(read()).isTrue();
    }

    @Test
    void aServiceWithoutSpotIsNotAskedAbout() {
        Site tiketi = site(TIKETI);
        tiketi.board().services.accept(new ServiceKey(TIKETI.cluster(), "tiketi-backend-service"),
                Reading.known(state("tiketi-prod"), clock.instant()));

        assertThat(settings.read(List.of(tiketi), question())).isFalse();
    }

    @Test
    void aStackThatIsNotAskedAboutIsNotRead() {
        assertThat(settings.read(List.of(glimpse), new LedgerQuestion(Set.of(TIKETI.id()),
                question().range(), Optional.empty(), 9))).isFalse();
    }

    @Test
    void theLedgerAnswersAtOnceAndAgainWithTheSettings() throws InterruptedException {
        var answers = new LinkedBlockingQueue<LedgerAnswer>();
        try (var database = Database.temporary(clock)) {
            var archive = new MetricArchive(() -> new MetricArchive.Stores(
                    new H2MetricStore(database, MetricCatalogue.standard()),
                    new H2CoverageStore(database)), MetricCatalogue.standard());
            var history = new WatchHistory(archive, () -> new H2StateStore(database),
                    () -> new H2FleetEventStore(database),
                    () -> new H2CostDayStore(database),
                    () -> new H2OccurrenceStore(database),
                    () -> new H2LedgerStore(database));
            var desk = new LiveLedgerDesk(() -> List.of(glimpse), Optional.of(history), clock, mistake -> {
                throw new IllegalStateException(mistake);
            });
            desk.ask(question(), answers::add);

            assertThat(answers.take().services().getFirst().checks().orElseThrow().stopTimeouts()).isEmpty();
            assertThat(answers.take().services().getFirst().checks().orElseThrow().stopTimeouts()).isPresent();
        }
    }
}
