package io.watchdeck.watch;

import io.watchdeck.alarms.OccurrenceStore;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Failure;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.Parallel;
import io.watchdeck.stack.StackFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps what is read for later, forgets what is older than its tier keeps, and answers what somebody looks at. Blocking.
final class Keeping {

    /// As much may be lost of samples when the process is killed: the next start asks AWS for them again.
    static final Duration FLUSH = Duration.ofSeconds(30);
    /// Percentiles are fetched at the coarser periods so often, before their minutes are forgotten.
    static final Duration BACKFILL = Duration.ofHours(6);
    private static final Duration RETIRING = Duration.ofHours(6);
    /// So far at most our clock may be from CloudWatch's newest sample where something is forgotten.
    private static final Duration AGREED = Duration.ofDays(1);

    /// What is known of now is worth keeping less often: the next start reads it anew.
    private static final Duration SAVING = Duration.ofMinutes(5);
    private static final Duration FIRST_SAVING = Duration.ofSeconds(20);

    private final WatchHistory history;
    private final MetricArchive archive;
    private final EventKeeping events;
    private final DatabaseEventKeeping databaseEvents;
    private final CostKeeping costs;
    private final LedgerKeeping ledger;
    private final Recording recording;
    private final Meter meter;
    private final MetricCatalogue catalogue;
    private final Map<String, Remembered> remembered = new HashMap<>();
    private final Set<StackId> restored = new HashSet<>();
    private Instant saved = Instant.EPOCH;
    private final Clock clock;
    private final Deque<SeriesId> retiring = new ArrayDeque<>();
    private Instant retired = Instant.EPOCH;

    Keeping(WatchHistory history, Meter meter, MetricCatalogue catalogue, Clock clock) {
        this.history = history;
        archive = history.metrics();
        events = new EventKeeping(history.events());
        databaseEvents = new DatabaseEventKeeping(history.databases(), clock);
        costs = new CostKeeping(history.costDays());
        ledger = new LedgerKeeping(history.ledger(), history.fleet().since(), clock);
        recording = new Recording(history.answers(), clock);
        this.meter = meter;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// Puts back what was known: of places that are not known yet everything, of other places the samples of stacks that
    /// are new there.
    synchronized void restore(Collection<Site> sites) {
        var work = new ArrayList<Runnable>();
        for (Site site : sites) {
            Remembered before = remembered.computeIfAbsent(site.place(), place -> {
                var state = new Remembered(history.state().get(), place, site.board());
                work.add(() -> state.restore(clock.instant()));
                return state;
            });
            Set<StackId> fresh = site.stacks().stream().map(StackFile::id).filter(restored::add)
                    .collect(Collectors.toSet());
            if (!fresh.isEmpty()) {
                work.add(() -> before.restore(archive, fresh, catalogue, clock.instant()));
            }
        }
        // The window waits for it, and half of the time is waiting for the disk.
        Parallel.run(work);
        sites.forEach(recording::note);
        // What the first readings find is worth keeping at once: there may be nothing of it yet.
        saved = clock.instant().minus(SAVING).plus(FIRST_SAVING);
    }

    /// Writes what has come in, and forgets a little of what is old: a few series each time, so that nobody waits.
    synchronized void keep(Collection<Site> sites) {
        try {
            // First: what fetches the past may have much to write.
            recording.write(sites);
        } finally {
            keepReadings(sites);
        }
    }

    /// Somebody has looked once: writes what was shown, and what is told of the past beside the subjects that were read.
    /// Blocking: it asks AWS.
    void looked(Collection<Site> sites, Set<Subject> subjects) {
        synchronized (this) {
            recording.write(sites);
        }
        if (subjects.contains(Subject.DATABASES)) {
            sites.forEach(databaseEvents::keep);
        }
        if (subjects.contains(Subject.SCALING)) {
            sites.forEach(this::keepActivities);
        }
    }

    private void keepReadings(Collection<Site> sites) {
        archive.flush();
        meter.flush();
        events.keep(sites);
        enter(sites);
        costs.keep(sites);
        Instant now = clock.instant();
        if (saved.isAfter(now) || Duration.between(saved, now).compareTo(SAVING) >= 0) {
            save(sites, now);
        }
        if (retiring.isEmpty() && Duration.between(retired, now).compareTo(RETIRING) > 0 && isAgreed(now)) {
            retiring.addAll(archive.series());
            retired = now;
            archive.forgetCoverage(now);
            events.forget(now);
            databaseEvents.forget(now.minus(Tier.HOUR.kept()));
            costs.forget(now);
            ledger.forget(now.minus(Tier.HOUR.kept()));
            recording.forget(now);
            history.occurrences().get().forget(now.minus(Tier.HOUR.kept()));
            history.elsewhere().others().accept(now.minus(Tier.HOUR.kept()));
        }
        for (int some = 0; some < 20 && !retiring.isEmpty(); some++) {
            archive.retire(retiring.remove(), now);
        }
    }

    /// Enters into the ledger what the readings show.
    synchronized void enter(Collection<Site> sites) {
        ledger.keep(sites);
        sites.forEach(site -> site.board().changed());
    }

    /// Whether CloudWatch's newest samples are of about now: the clock of this computer may be months ahead, and what is
    /// forgotten by it is gone. Polled figures lie where our own clock puts them and say nothing of it.
    private boolean isAgreed(Instant now) {
        var lately = new TimeRange(now.minus(AGREED), now);
        return archive.series().stream().filter(this::isOfCloudWatch)
                .anyMatch(id -> archive.newest(id, Tier.FIVE_MINUTES, lately).isAfter(lately.from()));
    }

    private boolean isOfCloudWatch(SeriesId id) {
        return catalogue.find(id.metric()).filter(metric -> metric.origin() instanceof MetricDefinition.CloudWatch)
                .isPresent();
    }

    /// Tells what is there, and tells it again when AWS had more.
    void answer(HistoryQuery query, Collection<Site> sites, Consumer<Past> answer) {
        answer.accept(past(query, sites));
        var looked = new HashSet<>(query.series());
        boolean news = false;
        for (Site site : sites) {
            news |= site.backfill().map(backfill -> backfill.fill(looked)).orElse(false);
        }
        if (news) {
            answer.accept(past(query, sites));
        }
    }

    private Past past(HistoryQuery query, Collection<Site> sites) {
        List<StackId> stacks = query.series().stream().map(SeriesId::stack).distinct().toList();
        OccurrenceStore alarms = history.occurrences().get();
        return Past.of(archive.read(query), stacks.stream().collect(Collectors.toMap(Function.identity(),
                stack -> events.deployed(sites, stack, query.range()))))
                .with(stacks.stream().flatMap(stack -> alarms.of(stack, query.range()).stream()).toList());
    }

    private void save(Collection<Site> sites, Instant now) {
        sites.forEach(site -> Optional.ofNullable(remembered.get(site.place())).ifPresent(one -> one.save(now)));
        saved = now;
    }

    /// Keeps what autoscaling did before AWS forgets it. Blocking.
    void keepActivities(Site site) {
        events.keepActivities(site);
    }

    /// Keeps what RDS tells of databases before it forgets it. Not while the rest is kept: it asks AWS.
    DatabaseEventKeeping databaseEvents() {
        return databaseEvents;
    }

    /// Why some of what happens to a stack is not kept. Any thread.
    List<Failure> unread(StackId stack, Collection<Site> sites) {
        return sites.stream().flatMap(site -> site.stacks().stream().filter(file -> file.id().equals(stack))
                .flatMap(file -> Stream.concat(databaseEvents.unread(site, file).stream(),
                        events.unread(site, file).stream())))
                .distinct().toList();
    }

    /// What was shown is to be shown again when somebody looks back.
    void shown(Collection<Site> sites, WatchSnapshot now, Function<Site, Function<StackId, Every>> every) {
        recording.shown(sites, now, every);
    }

    /// What was shown at a moment, be it a second ago.
    PastSnapshot past(Instant moment, Set<StackId> stacks, Collection<Site> sites, Replay replay) {
        synchronized (this) {
            archive.flush();
            recording.end(sites);
        }
        return replay.at(moment, stacks);
    }

    /// Writes what is left to write.
    synchronized void close(Collection<Site> sites) {
        archive.flush();
        meter.flush();
        recording.end(sites);
        events.keep(sites);
        enter(sites);
        costs.keep(sites);
        save(sites, clock.instant());
    }
}
