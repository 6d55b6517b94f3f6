package io.watchdeck.metrics;

import io.watchdeck.model.Failure;
import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What is kept of every series, and when it was read. What comes in waits in memory until [#flush]: one write for many
/// samples costs little more than one for a single sample. Safe for use by several threads.
public final class MetricArchive {

    private final Supplier<Stores> stores;
    private final MetricCatalogue catalogue;
    private volatile Retention retention = Retention.standard();
    private final ReentrantLock lock = new ReentrantLock();
    /// Held while what waited is written: whoever reads waits until it is there.
    private final ReentrantLock flushing = new ReentrantLock();
    private Map<Tier, Map<SeriesId, Series>> waiting = new EnumMap<>(Tier.class);
    private Map<SeriesId, List<Coverage>> asked = new HashMap<>();

    /// Where it is kept.
    public record Stores(MetricStore samples, CoverageStore coverage) {}

    /// @param stores asked by whoever writes or reads; may wait until they are open
    public MetricArchive(Supplier<Stores> stores, MetricCatalogue catalogue) {
        this.stores = stores;
        this.catalogue = catalogue;
    }

    /// Samples at the metric's own period.
    public void keep(SeriesId id, Series series) {
        keep(tier(id), id, series);
    }

    /// Samples at a period, or at the metric's own where that is longer.
    public void keep(Tier asked, SeriesId id, Series series) {
        if (series.isEmpty()) {
            return;
        }
        Tier tier = coarser(asked, id);
        lock.lock();
        try {
            waiting.computeIfAbsent(tier, _ -> new HashMap<>()).merge(id, series, Series::with);
        } finally {
            lock.unlock();
        }
    }

    /// The time that an answer was about, whether it had samples or not.
    public void covered(SeriesId id, TimeRange range) {
        cover(id, Coverage.read(range));
    }

    /// The time that was to be read and was not.
    public void missed(SeriesId id, TimeRange range, Failure.Kind why) {
        cover(id, Coverage.missed(range, why));
    }

    private void cover(SeriesId id, Coverage part) {
        lock.lock();
        try {
            asked.merge(id, List.of(part), (older, _) -> Coverage.together(older, part));
        } finally {
            lock.unlock();
        }
    }

    /// Writes what waits; what comes meanwhile waits for the next time. One that fails has lost nothing: it can be tried
    /// again.
    public void flush() {
        flushing.lock();
        try {
            write();
        } finally {
            flushing.unlock();
        }
    }

    private void write() {
        Map<Tier, Map<SeriesId, Series>> writing;
        Map<SeriesId, List<Coverage>> covering;
        lock.lock();
        try {
            writing = waiting;
            covering = asked;
            waiting = new EnumMap<>(Tier.class);
            asked = new HashMap<>();
        } finally {
            lock.unlock();
        }
        boolean done = false;
        try {
            writing.forEach(samples()::add);
            for (Map<SeriesId, Coverage> layer : layers(covering)) {
                coverage().add(layer);
            }
            done = true;
        } finally {
            // Whatever failed: the store may also be one that could not be opened.
            if (!done) {
                putBack(writing, covering);
            }
        }
    }

    /// A layer has at most one part of each series, the oldest first.
    private static List<Map<SeriesId, Coverage>> layers(Map<SeriesId, List<Coverage>> all) {
        var layers = new ArrayList<Map<SeriesId, Coverage>>();
        all.forEach((id, parts) -> {
            for (int index = 0; index < parts.size(); index++) {
                if (layers.size() == index) {
                    layers.add(new HashMap<>());
                }
                layers.get(index).put(id, parts.get(index));
            }
        });
        return layers;
    }

    private void putBack(Map<Tier, Map<SeriesId, Series>> writing, Map<SeriesId, List<Coverage>> covering) {
        lock.lock();
        try {
            writing.forEach((tier, series) -> series.forEach((id, old) -> waiting
                    .computeIfAbsent(tier, _ -> new HashMap<>()).merge(id, old, (newer, older) -> older.with(newer))));
            covering.forEach((id, parts) -> asked.merge(id, parts, (newer, older) -> {
                List<Coverage> both = older;
                for (Coverage part : newer) {
                    both = Coverage.together(both, part);
                }
                return both;
            }));
        } finally {
            lock.unlock();
        }
    }

    /// What is kept, with all that came before the call.
    public HistoryAnswer read(HistoryQuery query) {
        flush();
        var samples = new HashMap<SeriesId, Series>();
        query.series().stream().collect(Collectors.groupingBy(id -> coarser(query.tier(), id)))
                .forEach((tier, ids) -> samples.putAll(samples().read(ids, tier, query.range())));
        Map<SeriesId, List<Coverage>> covered = coverage().read(query.series(), query.range());
        var kept = new LinkedHashMap<SeriesId, HistoryAnswer.Kept>();
        for (SeriesId id : query.series()) {
            kept.put(id, new HistoryAnswer.Kept(
                    withFiner(samples.get(id), id, coarser(query.tier(), id), query.range()), covered.get(id)));
        }
        return new HistoryAnswer(query, kept, retention);
    }

    /// What cannot be rolled up is fetched at the coarser period now and then: what is newer is shown as fine as it came.
    private Series withFiner(Series coarse, SeriesId id, Tier tier, TimeRange range) {
        if (tier == Tier.MINUTE || rollsUp(id)) {
            return coarse;
        }
        Instant since = coarse.last().map(last -> last.at().plus(tier.period())).orElse(range.from());
        if (!since.isBefore(range.to())) {
            return coarse;
        }
        var rest = new TimeRange(since, range.to());
        Tier finer = finer(tier);
        return coarse.with(withFiner(samples().read(id, finer, rest), id, finer, rest));
    }

    private static Tier finer(Tier tier) {
        return Tier.values()[tier.ordinal() - 1];
    }

    /// Whether the coarser tiers follow from the finer ones.
    public boolean rollsUp(SeriesId id) {
        return catalogue.find(id.metric()).flatMap(RollUp::of).isPresent();
    }

    /// The newest sample that was kept in a tier since an instant.
    public Instant newest(SeriesId id, Tier tier, TimeRange range) {
        flush();
        return samples().read(id, tier, range).last().map(Sample::at).orElse(range.from());
    }

    /// The parts of a time that were never read, in order; a time that could not be read is one of them.
    public List<TimeRange> unread(SeriesId id, TimeRange range) {
        flush();
        var holes = new ArrayList<TimeRange>();
        Instant from = range.from();
        for (Coverage part : coverage().read(id, range)) {
            if (part.missed().isEmpty()) {
                if (from.isBefore(part.range().from())) {
                    holes.add(new TimeRange(from, part.range().from()));
                }
                from = part.range().to();
            }
        }
        if (from.isBefore(range.to())) {
            holes.add(new TimeRange(from, range.to()));
        }
        return holes;
    }

    /// All of which something was ever kept.
    public Set<SeriesId> series() {
        return samples().series();
    }

    /// How long samples are kept from the next time on that something is forgotten.
    public void keepFor(Retention wanted) {
        retention = wanted;
    }

    /// Forgets of one series what its tiers no longer keep.
    public void retire(SeriesId id, Instant now) {
        samples().retire(id, now, retention);
    }

    /// Forgets when the oldest samples were read.
    public void forgetCoverage(Instant now) {
        coverage().forget(now.minus(retention.kept(Tier.HOUR)));
    }

    private MetricStore samples() {
        return stores.get().samples();
    }

    private CoverageStore coverage() {
        return stores.get().coverage();
    }

    private Tier coarser(Tier tier, SeriesId id) {
        Tier own = tier(id);
        return own.compareTo(tier) > 0 ? own : tier;
    }

    private Tier tier(SeriesId id) {
        long period = catalogue.find(id.metric()).map(MetricDefinition::origin)
                .filter(MetricDefinition.CloudWatch.class::isInstance).map(MetricDefinition.CloudWatch.class::cast)
                .map(metric -> metric.period().toSeconds()).orElse(Tier.MINUTE.period().toSeconds());
        return period >= Tier.HOUR.period().toSeconds() ? Tier.HOUR
                : period >= Tier.FIVE_MINUTES.period().toSeconds() ? Tier.FIVE_MINUTES : Tier.MINUTE;
    }
}
