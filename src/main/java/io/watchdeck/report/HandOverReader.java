package io.watchdeck.report;

import io.watchdeck.alarms.Judged;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.OccurrenceStore;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ledger.Attendance;
import io.watchdeck.fleet.ledger.Bookkeeping;
import io.watchdeck.fleet.ledger.Interruption;
import io.watchdeck.fleet.ledger.InterruptionRate;
import io.watchdeck.fleet.ledger.LedgerStore;
import io.watchdeck.fleet.ledger.PlacementFailure;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.report.HandOver.Episode;
import io.watchdeck.report.HandOver.OfService;
import io.watchdeck.report.HandOver.OfStack;
import io.watchdeck.report.HandOver.Pin;
import io.watchdeck.report.HandOver.Seen;
import io.watchdeck.report.HandOver.Spot;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.StackFile;
import io.watchdeck.timeline.EventStores;
import io.watchdeck.timeline.Events;
import io.watchdeck.timeline.TimelineEvent;
import io.watchdeck.watch.PastSnapshot;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// Reads the facts of a report from all that is kept. Blocking; any thread.
///
/// @param past what the screens showed of stacks at a moment
/// @param now  of anything later nothing is known
public record HandOverReader(EventStores stores, LedgerStore ledger, MetricArchive.Stores metrics,
        MetricCatalogue catalogue, BiFunction<Instant, Set<StackId>, PastSnapshot> past, Instant now) {

    /// Each piece is read together with the day before it.
    private static final Duration PIECE = Duration.ofDays(3);
    private static final int ALL = Integer.MAX_VALUE;

    /// Whose report of what.
    ///
    /// @param stacks  those of which nothing is kept are left out
    /// @param sandbox whether all that is kept is of the sandbox, as far as whoever asks knows: a console that has just begun
    ///                has not written down yet what it shows
    public record Wish(TimeRange range, List<StackId> stacks, String person, boolean sandbox, List<Pin> pins) {
        public Wish {
            stacks = List.copyOf(stacks);
            pins = List.copyOf(pins);
        }
    }

    /// The stacks of which anything can be told.
    public List<StackFile> known() {
        return new Events(stores, catalogue, now).stacks();
    }

    public HandOver read(Wish wish) {
        var events = new Events(stores, catalogue, now);
        var of = new ArrayList<OfStack>();
        boolean sandbox = wish.sandbox();
        for (StackId id : wish.stacks()) {
            Optional<StackFile> file = events.stacks().stream().filter(one -> one.id().equals(id)).findFirst();
            if (file.isPresent()) {
                String place = events.place(id).orElseThrow();
                List<TimeRange> watched = stores.answers().get().watched(place, wish.range());
                Optional<WatchSnapshot> shown = watched.isEmpty() ? Optional.empty()
                        : past.apply(watched.getLast().to(), Set.of(id)).shown();
                sandbox |= shown.map(WatchSnapshot::sandbox).orElse(false);
                Optional<StackSnapshot> last = shown.flatMap(all -> all.stacks().stream()
                        .filter(one -> one.file().id().equals(id)).findFirst());
                of.add(stack(file.get(), place, events, wish.range(), watched, last));
            }
        }
        return new HandOver(wish.range(), now, wish.person(), sandbox, of, wish.pins());
    }

    private OfStack stack(StackFile file, String place, Events events, TimeRange range, List<TimeRange> watched,
            Optional<StackSnapshot> last) {
        OccurrenceStore occurrences = stores.occurrences().get();
        Optional<Instant> judged = occurrences.judged(file.id()).map(Judged::until);
        List<Episode> open = episodes(occurrences, occurrences.of(file.id(), new TimeRange(now, now.plusNanos(1)))
                .stream().filter(one -> !one.isResolved()).toList());
        List<JournalEntry> operations =
                stores.journal().get().read(Set.of(file.id()), range, ALL).reversed();
        return new OfStack(file, happened(events, file.id(), range),
                episodes(occurrences, occurrences.of(file.id(), range)), open, operations, spot(file, place, range),
                new Seen(watched, events.begun(file.id()), last, judged),
                new MeasuredReader(metrics, catalogue, now).of(file, last, range));
    }

    /// Piece by piece: what stopped a task is looked for among the deployments of its piece.
    private static List<TimelineEvent> happened(Events events, StackId id, TimeRange range) {
        var all = new ArrayList<TimelineEvent>();
        for (Instant from = range.from(); from.isBefore(range.to()); from = from.plus(PIECE)) {
            Instant to = from.plus(PIECE).isBefore(range.to()) ? from.plus(PIECE) : range.to();
            all.addAll(events.of(new TimeRange(from, to), Set.of(id)).reversed());
        }
        return all;
    }

    private static List<Episode> episodes(OccurrenceStore store, List<Occurrence> all) {
        return all.stream().map(one -> new Episode(one, store.changes(one.id()))).toList();
    }

    private Spot spot(StackFile file, String place, TimeRange range) {
        ServiceKey tasks = Bookkeeping.tasksOf(file.cluster());
        Attendance looked = Attendance.of(range, ledger.since(place, tasks), ledger.watched(place, tasks, range), now);
        var services = new ArrayList<OfService>();
        var failures = new ArrayList<PlacementFailure>();
        for (ServiceSpec spec : file.components().services()) {
            var key = new ServiceKey(file.cluster(), spec.name());
            List<Interruption> interruptions = ledger.interruptions(place, key, range);
            int ran = ledger.ran(place, key, looked.watched());
            if (!interruptions.isEmpty() || ran > 0 || spec.spotWeight().orElse(0) > 0) {
                services.add(new OfService(spec, interruptions, InterruptionRate.of(
                        ledger.briefs(place, key, range), ran, looked)));
            }
            ledger.read(place, Set.of(key), range, Optional.empty(), ALL).stream()
                    .filter(PlacementFailure.class::isInstance).map(PlacementFailure.class::cast)
                    .forEach(failures::add);
        }
        failures.sort(Comparator.comparing(PlacementFailure::at));
        return new Spot(services, failures);
    }
}
