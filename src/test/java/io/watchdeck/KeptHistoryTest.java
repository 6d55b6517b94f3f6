package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.MeterStore;
import io.watchdeck.refresh.MeteredCalls;
import io.watchdeck.refresh.PriceList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class KeptHistoryTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path folder;

    private final BlockingQueue<Phrase> told = new LinkedBlockingQueue<>();

    @Test
    void whatTheMonthCostThatCannotBeReadIsTold() throws InterruptedException {
        var meter = new Meter(PriceList.shipped(), CLOCK);
        try (KeptHistory history = KeptHistory.temporary(CLOCK)) {
            history.tell(told::add);

            history.keep(meter, Optional.of(new Unreadable()));

            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(Phrase.of("history.meter.unread",
                    "java.lang.IllegalStateException: a page is missing"));
        }
    }

    /// Whose mistake it is, the clock's here, does not matter.
    @Test
    void aMistakeInTheOpeningIsToldAndTheHistoryKeptInMemory() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("history.mv.db"), "is set aside with the time of the clock");
        try (KeptHistory history = KeptHistory.in(folder, new NoClock(), Duration.ZERO)) {
            history.tell(told::add);
            var metrics = history.of(MetricCatalogue.standard()).metrics();
            var id = new SeriesId(new StackId("shop"), "service.cpu", "api");

            metrics.covered(id, new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(60)));
            metrics.flush();

            assertThat(metrics.unread(id, new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(60)))).isEmpty();
            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(Phrase.of("history.memory.failed",
                    folder.toString(), "java.lang.UnsupportedOperationException: no time"));
            assertThat(history.written()).as("of the data folder").isEmpty();
        }
    }

    private static final class Unreadable implements MeterStore {

        @Override
        public void add(Collection<MeteredCalls> calls) {}

        @Override
        public List<MeteredCalls> read(LocalDate first, LocalDate last) {
            throw new IllegalStateException("the history cannot be used",
                    new IllegalStateException("a page is missing"));
        }
    }

    private static final class NoClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            throw new UnsupportedOperationException("no time");
        }
    }
}
