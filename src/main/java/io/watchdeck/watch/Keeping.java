package io.watchdeck.watch;

import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.refresh.Meter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.function.Consumer;

/// Keeps what is read for later, forgets what is older than its tier keeps, and answers what somebody looks at. Blocking.
final class Keeping implements AutoCloseable {

    /// As much may be lost of samples when the process is killed: the next start asks AWS for them again.
    static final Duration FLUSH = Duration.ofSeconds(30);
    /// Percentiles are fetched at the coarser periods so often, before their minutes are forgotten.
    static final Duration BACKFILL = Duration.ofHours(6);
    private static final Duration RETIRING = Duration.ofHours(6);

    private final MetricArchive archive;
    private final Meter meter;
    private final Clock clock;
    private final Deque<SeriesId> retiring = new ArrayDeque<>();
    private Instant retired = Instant.EPOCH;

    Keeping(MetricArchive archive, Meter meter, Clock clock) {
        this.archive = archive;
        this.meter = meter;
        this.clock = clock;
    }

    /// Writes what has come in, and forgets a little of what is old: a few series each time, so that nobody waits.
    synchronized void keep() {
        archive.flush();
        meter.flush();
        Instant now = clock.instant();
        if (retiring.isEmpty() && Duration.between(retired, now).compareTo(RETIRING) > 0) {
            retiring.addAll(archive.series());
            retired = now;
            archive.forgetCoverage(now);
        }
        for (int some = 0; some < 20 && !retiring.isEmpty(); some++) {
            archive.retire(retiring.remove(), now);
        }
    }

    /// Tells what is there, and tells it again when AWS had more.
    void answer(HistoryQuery query, Collection<Site> sites, Consumer<HistoryAnswer> answer) {
        answer.accept(archive.read(query));
        var looked = new HashSet<>(query.series());
        boolean news = false;
        for (Site site : sites) {
            news |= site.backfill().map(backfill -> backfill.fill(looked)).orElse(false);
        }
        if (news) {
            answer.accept(archive.read(query));
        }
    }

    @Override
    public void close() {
        archive.flush();
        meter.flush();
    }
}
