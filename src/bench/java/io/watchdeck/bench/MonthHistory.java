package io.watchdeck.bench;

import io.watchdeck.alarms.Judged;
import io.watchdeck.alarms.OccurrenceStore;
import io.watchdeck.alarms.Reunion;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.cost.BilledDays;
import io.watchdeck.cost.CostDayStore;
import io.watchdeck.fleet.FleetEvent;
import io.watchdeck.fleet.FleetEventStore;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ledger.Interruption;
import io.watchdeck.fleet.ledger.LedgerEntry;
import io.watchdeck.fleet.ledger.LedgerStore;
import io.watchdeck.fleet.ledger.SpotRun;
import io.watchdeck.fleet.ledger.Watched;
import io.watchdeck.metrics.Coverage;
import io.watchdeck.metrics.CoverageStore;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricStore;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Retention;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.StateStore;
import io.watchdeck.stack.CostFilter;
import io.watchdeck.watch.WatchHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps of a history what decides what is asked of AWS: when each series was read, and how far its samples go. Writing
/// millions of samples would take most of the time of a simulated month, and decides nothing.
final class MonthHistory implements MetricStore, CoverageStore {

    private final Map<SeriesId, List<Coverage>> read = new ConcurrentHashMap<>();
    private final Map<SeriesId, Map<Tier, Sample>> newest = new ConcurrentHashMap<>();

    WatchHistory history(MetricCatalogue catalogue) {
        var archive = new MetricArchive(() -> new MetricArchive.Stores(this, this), catalogue);
        return new WatchHistory(archive, Nothing::new, NoEvents::new, NoDays::new, NoOccurrences::new,
                NoLedger::new);
    }

    @Override
    public synchronized void add(Tier tier, Map<SeriesId, Series> samples) {
        samples.forEach((id, series) -> series.last().ifPresent(last -> newest
                .computeIfAbsent(id, _ -> new EnumMap<>(Tier.class))
                .merge(tier, last, (one, other) -> one.at().isAfter(other.at()) ? one : other)));
    }

    /// The newest sample alone.
    @Override
    public synchronized Series read(SeriesId id, Tier tier, TimeRange range) {
        return Optional.ofNullable(newest.getOrDefault(id, Map.of()).get(tier)).filter(last -> range.contains(last.at()))
                .map(last -> Series.of(List.of(last))).orElse(Series.empty());
    }

    @Override
    public Set<SeriesId> series() {
        return Set.copyOf(newest.keySet());
    }

    @Override
    public void retire(SeriesId id, Instant now, io.watchdeck.metrics.Retention retention) {}

    @Override
    public synchronized void add(Map<SeriesId, Coverage> coverage) {
        coverage.forEach((id, more) -> read.merge(id, List.of(more), (older, _) -> Coverage.together(older, more)));
    }

    @Override
    public List<Coverage> read(SeriesId id, TimeRange range) {
        return read.getOrDefault(id, List.of()).stream().flatMap(part -> part.within(range).stream()).toList();
    }

    @Override
    public void forget(Instant before) {}

    /// The first start of a console.
    private static final class Nothing implements StateStore {
        @Override
        public <K, V> void keep(Topic<K, V> topic, Map<K, Reading.Known<V>> answers) {}

        @Override
        public <K, V> Map<K, Reading.Known<V>> read(Topic<K, V> topic) {
            return Map.of();
        }

        @Override
        public void forget(Instant before) {}
    }

    private static final class NoEvents implements FleetEventStore {
        @Override
        public void add(String place, Collection<FleetEvent> events) {}

        @Override
        public <E extends FleetEvent> List<E> read(String place, Set<ServiceKey> services, TimeRange range,
                Class<E> kind) {
            return List.of();
        }

        @Override
        public void forget(Instant before) {}
    }

    private static final class NoLedger implements LedgerStore {
        @Override
        public void put(String place, Collection<? extends LedgerEntry> entries) {}

        @Override
        public void withdraw(String place, Collection<String> tasks) {}

        @Override
        public List<LedgerEntry> read(String place, Set<ServiceKey> services, TimeRange range, Optional<Mark> after,
                int most) {
            return List.of();
        }

        @Override
        public List<Interruption> interruptions(String place, ServiceKey service, TimeRange range) {
            return List.of();
        }

        @Override
        public List<Brief> briefs(String place, ServiceKey service, TimeRange range) {
            return List.of();
        }

        @Override
        public List<Count> counts(String place, ServiceKey service, TimeRange range) {
            return List.of();
        }

        @Override
        public void ran(String place, Collection<SpotRun> runs) {}

        @Override
        public List<SpotRun> running(String place, String cluster) {
            return List.of();
        }

        @Override
        public int ran(String place, ServiceKey service, Watched watched) {
            return 0;
        }

        @Override
        public void looked(String place, Map<ServiceKey, TimeRange> looks) {}

        @Override
        public Watched watched(String place, ServiceKey what, TimeRange range) {
            return Watched.never();
        }

        @Override
        public Optional<Instant> since(String place, ServiceKey what) {
            return Optional.empty();
        }

        @Override
        public void forget(Instant before) {}
    }

    private static final class NoDays implements CostDayStore {
        @Override
        public void add(String place, CostFilter filter, Collection<BilledDays> days, Instant readAt) {}

        @Override
        public List<BilledDays> read(String place, CostFilter filter, LocalDate first, LocalDate end) {
            return List.of();
        }

        @Override
        public Map<LocalDate, Instant> readAt(String place, CostFilter filter, LocalDate first, LocalDate end) {
            return Map.of();
        }

        @Override
        public void forget(LocalDate before) {}
    }

    /// What was an alarm decides nothing of what is asked.
    private static final class NoOccurrences implements OccurrenceStore {

        @Override
        public void put(Collection<Change> changes, Map<StackId, Judged> judged) {
            // Nothing reads it.
        }

        @Override
        public void unite(Collection<Reunion.United> united) {
            // There is nothing.
        }

        @Override
        public boolean isStopgap() {
            return false;
        }

        @Override
        public List<Occurrence> liveOrEndedAfter(Instant moment) {
            return List.of();
        }

        @Override
        public List<Occurrence> of(StackId stack, TimeRange range) {
            return List.of();
        }

        @Override
        public List<Occurrence> of(AlarmKey key, Instant since) {
            return List.of();
        }

        @Override
        public List<Change> changes(UUID occurrence) {
            return List.of();
        }

        @Override
        public Optional<Judged> judged(StackId stack) {
            return Optional.empty();
        }

        @Override
        public void forget(Instant before) {
            // There is nothing.
        }
    }
}
