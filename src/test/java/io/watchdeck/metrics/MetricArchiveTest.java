package io.watchdeck.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MetricArchiveTest {

    private static final SeriesId CPU = new SeriesId(new StackId("shop"), "service.cpu", "api");
    private static final Instant T0 = Instant.parse("2026-09-22T04:00:00Z");
    private static final TimeRange HOUR = new TimeRange(T0, T0.plus(Duration.ofHours(1)));

    private final CountDownLatch written = new CountDownLatch(1);
    private final CountDownLatch writing = new CountDownLatch(1);
    private final AtomicBoolean readTooEarly = new AtomicBoolean();

    /// Keeps nothing, and writes for as long as the test likes.
    private class SlowSamples implements MetricStore {

        @Override
        public void add(Tier tier, Map<SeriesId, Series> samples) {
            writing.countDown();
            try {
                written.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public Series read(SeriesId id, Tier tier, TimeRange range) {
            readTooEarly.compareAndSet(false, written.getCount() > 0);
            return Series.empty();
        }

        @Override
        public Set<SeriesId> series() {
            return Set.of(CPU);
        }

        @Override
        public void retire(SeriesId id, Instant now, Retention retention) {}
    }

    private static class NoCoverage implements CoverageStore {

        @Override
        public void add(Map<SeriesId, Coverage> parts) {}

        @Override
        public List<Coverage> read(SeriesId id, TimeRange range) {
            return List.of();
        }

        @Override
        public void forget(Instant before) {}
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenWithTheNext() {
        var opened = new AtomicBoolean();
        var kept = new ArrayList<SeriesId>();
        var covered = new ArrayList<SeriesId>();
        written.countDown();
        MetricStore samples = new SlowSamples() {
            @Override
            public void add(Tier tier, Map<SeriesId, Series> more) {
                kept.addAll(more.keySet());
            }
        };
        CoverageStore coverage = new NoCoverage() {
            @Override
            public void add(Map<SeriesId, Coverage> parts) {
                covered.addAll(parts.keySet());
            }
        };
        var archive = new MetricArchive(() -> {
            if (!opened.get()) {
                throw new CompletionException(new IllegalStateException("not opened"));
            }
            return new MetricArchive.Stores(samples, coverage);
        }, MetricCatalogue.standard());
        archive.keep(CPU, Points.from(0, 1, 2, 3));
        archive.covered(CPU, HOUR);
        assertThatThrownBy(archive::flush).isInstanceOf(CompletionException.class);

        opened.set(true);
        archive.flush();
        archive.flush();

        assertThat(kept).containsExactly(CPU);
        assertThat(covered).containsExactly(CPU);
    }

    @Test
    void whoeverReadsWaitsForWhatAnotherIsWriting() throws InterruptedException {
        var archive = new MetricArchive(() -> new MetricArchive.Stores(new SlowSamples(), new NoCoverage()),
                MetricCatalogue.standard());
        archive.keep(CPU, Points.from(0, 1, 2, 3));
        Thread writer = Thread.ofPlatform().start(archive::flush);
        writing.await();
        Thread reader = Thread.ofPlatform()
                .start(() -> archive.read(new HistoryQuery(List.of(CPU), HOUR, Tier.MINUTE)));

        Set<Thread.State> waits = EnumSet.of(Thread.State.WAITING, Thread.State.TERMINATED);
        while (!readTooEarly.get() && !waits.contains(reader.getState())) {
            Thread.onSpinWait();
        }
        written.countDown();
        reader.join();
        writer.join();

        assertThat(readTooEarly).isFalse();
    }
}
