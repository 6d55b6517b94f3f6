package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.Coverage;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2AnswerStore;
import io.watchdeck.store.H2CostDayStore;
import io.watchdeck.store.H2CoverageStore;
import io.watchdeck.store.H2FleetEventStore;
import io.watchdeck.store.H2LedgerStore;
import io.watchdeck.store.H2MetricStore;
import io.watchdeck.store.H2OccurrenceStore;
import io.watchdeck.store.H2StateStore;
import io.watchdeck.watch.past.AnswerStore;
import io.watchdeck.watch.past.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is forgotten, and when.
class KeepingTest {

    private static final SeriesId CPU = new SeriesId(new StackId("shop"), "service.cpu", "api");
    private static final SeriesId RUNNING = new SeriesId(new StackId("shop"), "service.running", "api");
    private static final Instant YESTERDAY = Rig.NOW.minus(Duration.ofDays(1));

    private final MutableClock clock = new MutableClock(Rig.NOW);
    private final Database database = Database.temporary(clock);
    private final MetricCatalogue catalogue = MetricCatalogue.standard();
    private final MetricArchive.Stores stores =
            new MetricArchive.Stores(new H2MetricStore(database, catalogue), new H2CoverageStore(database));
    private final MetricArchive archive = new MetricArchive(() -> stores, catalogue);
    private final List<Instant> forgotten = new ArrayList<>();
    private final Keeping keeping = new Keeping(new WatchHistory(archive, () -> new H2StateStore(database),
            new WatchHistory.Fleet(() -> new H2FleetEventStore(database), () -> new H2LedgerStore(database)),
            () -> new H2CostDayStore(database), () -> new H2OccurrenceStore(database),
            () -> new H2AnswerStore(database), new WatchHistory.Elsewhere(_ -> {}, forgotten::add)),
            new Meter(PriceList.shipped(), clock), catalogue, clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aClockThatIsFarAheadForgetsNothing() {
        keep(CPU, YESTERDAY);
        archive.covered(CPU, new TimeRange(YESTERDAY, Rig.NOW));
        clock.forward(Duration.ofDays(4 * 365));
        // What we see ourselves at that moment agrees with any clock.
        keep(RUNNING, clock.instant().minusSeconds(60));

        keeping.keep(List.of());

        assertThat(minutes(CPU)).isEqualTo(1);
        assertThat(stores.coverage().read(CPU, new TimeRange(YESTERDAY, Rig.NOW)))
                .containsExactly(Coverage.read(new TimeRange(YESTERDAY, Rig.NOW)));
    }

    @Test
    void whatIsOldIsForgottenWhenCloudWatchHasTheSameTime() {
        keep(CPU, YESTERDAY);
        clock.forward(Duration.ofDays(20));
        keeping.keep(List.of());
        assertThat(minutes(CPU)).as("nothing of these days has come").isEqualTo(1);

        keep(CPU, clock.instant().minusSeconds(180));
        keeping.keep(List.of());

        assertThat(minutes(CPU)).as("the new one").isEqualTo(1);
        assertThat(stores.samples().read(CPU, Tier.HOUR, new TimeRange(Tier.HOUR.begin(YESTERDAY),
                clock.instant())).size()).isEqualTo(2);
    }

    @Test
    void whatOthersKeepThereIsForgottenAfterThreeYearsAndOnlyByAClockThatAgrees() {
        keep(CPU, YESTERDAY.minus(Duration.ofDays(2)));
        keeping.keep(List.of());
        assertThat(forgotten).isEmpty();

        keep(CPU, clock.instant().minusSeconds(180));
        keeping.keep(List.of());

        assertThat(forgotten).containsExactly(Rig.NOW.minus(Tier.HOUR.kept()));
    }

    @Test
    void whatWasToldIsForgottenAfterNinetyDays() {
        Instant old = Rig.NOW.minus(Duration.ofDays(91));
        Instant young = Rig.NOW.minus(Duration.ofDays(89));
        AnswerStore answers = new H2AnswerStore(database);
        List.of(old, young).forEach(at -> answers.add(new Frame("here", at, at, at, true, List.of(), List.of())));
        keep(CPU, clock.instant().minusSeconds(180));

        keeping.keep(List.of());

        assertThat(answers.at("here", old)).isEmpty();
        assertThat(answers.at("here", young)).isPresent();
    }

    private void keep(SeriesId id, Instant minute) {
        archive.keep(id, Series.of(List.of(new Sample(Tier.MINUTE.begin(minute), 40))));
    }

    private int minutes(SeriesId id) {
        return stores.samples().read(id, Tier.MINUTE, new TimeRange(Instant.EPOCH, clock.instant())).size();
    }
}
