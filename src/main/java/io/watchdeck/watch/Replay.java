package io.watchdeck.watch;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.fleet.ledger.InterruptionCount;
import io.watchdeck.metrics.HistoryAnswer.Kept;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.PastSnapshot.Unseen;
import io.watchdeck.watch.Topics.Attended;
import io.watchdeck.watch.WatchComposer.Rounds;
import io.watchdeck.watch.past.AnswerStore;
import io.watchdeck.watch.past.AnswerStore.Known;
import io.watchdeck.watch.past.Heard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Shows a moment again: the same rules over what was known then, by a clock that stands still. Blocking.
///
/// A sample counts from when it came, not from what time it is of; of the time before a session what was kept then stands
/// for what was known. A moment at which nobody looked is not shown.
public final class Replay {

    private static final Duration DAY = Duration.ofDays(1);
    /// So far back and ahead it is looked for who looked before and after.
    private static final Duration NEAR = Recording.KEPT;

    private final WatchHistory history;
    private final MetricCatalogue catalogue;
    private final Rhythm rhythm;

    public Replay(WatchHistory history, MetricCatalogue catalogue, Rhythm rhythm) {
        this.history = history;
        this.catalogue = catalogue;
        this.rhythm = rhythm;
    }

    private AnswerStore answers() {
        return history.answers().get();
    }

    /// @param wanted empty for all that were watched
    public PastSnapshot at(Instant moment, Set<StackId> wanted) {
        var stacks = new LinkedHashMap<StackId, StackSnapshot>();
        Map<StackId, Unseen> unseen = new LinkedHashMap<>();
        for (String place : answers().places()) {
            if (place.equals(Topics.CONSOLE)) {
                continue;
            }
            Optional<Known> known = answers().at(place, moment);
            if (known.isEmpty()) {
                unseen(place, moment).forEach(one -> unseen.putIfAbsent(one.stack(), one));
                continue;
            }
            var scene = new Scene(place, known.get(), moment);
            scene.stacks(wanted).forEach(stack -> stacks.put(stack.file().id(), stack));
        }
        wanted.forEach(id -> unseen.putIfAbsent(id, new Unseen(id, Optional.empty(), Optional.empty())));
        List<Unseen> missing = unseen.values().stream().filter(one -> !stacks.containsKey(one.stack()))
                .filter(one -> wanted.isEmpty() || wanted.contains(one.stack())).toList();
        Optional<Known> own = answers().at(Topics.CONSOLE, moment);
        Optional<ConsoleState> console = own
                .flatMap(known -> newest(known.of(Topics.console()).getOrDefault(Board.ONLY, List.of())));
        if (stacks.isEmpty() || console.isEmpty()) {
            return new PastSnapshot(moment, Optional.empty(), missing);
        }
        Optional<Instant> lastRead = own
                .flatMap(known -> newest(known.of(Topics.lastRead()).getOrDefault(Board.ONLY, List.of())));
        var rounds = new Rounds(false, lastRead, Optional.empty(), rhythm.metricsAttended());
        return new PastSnapshot(moment, Optional.of(WatchComposer.compose(List.copyOf(stacks.values()), console.get(),
                rounds, Optional.empty(), resolved(stacks.keySet(), moment), moment)), missing);
    }

    private static <V> Optional<V> newest(List<Reading<V>> made) {
        Loadable<V> state = Loadable.loading();
        for (Reading<V> reading : made) {
            state = state.then(reading);
        }
        return state.latest();
    }

    /// What was over is over for good.
    private List<Occurrence> resolved(Set<StackId> stacks, Instant moment) {
        var lately = new TimeRange(moment.minus(OverLately.SHOWN), moment.plusNanos(1));
        return OverLately.inOrder(stacks.stream()
                .flatMap(stack -> history.occurrences().get().of(stack, lately).stream())
                .filter(one -> one.resolved().filter(end -> !end.isAfter(moment)
                        && end.isAfter(lately.from())).isPresent()));
    }

    /// The stacks that were watched at a place before or after.
    private List<Unseen> unseen(String place, Instant moment) {
        List<TimeRange> before = answers().watched(place, new TimeRange(moment.minus(NEAR), moment));
        List<TimeRange> after = answers().watched(place, new TimeRange(moment, moment.plus(NEAR)));
        Optional<Instant> last = before.isEmpty() ? Optional.empty() : Optional.of(before.getLast().to());
        Optional<Instant> next = after.isEmpty() ? Optional.empty() : Optional.of(after.getFirst().from());
        return last.or(() -> next).flatMap(near -> answers().at(place, near)).stream()
                .flatMap(known -> known.of(Topics.files(place)).entrySet().stream())
                .filter(file -> newest(file.getValue()).isPresent())
                .map(file -> new Unseen(file.getKey(), last, next)).toList();
    }

    /// A place as it was at a moment.
    private final class Scene {

        private final String place;
        private final Known known;
        private final Instant moment;
        private final Board board;
        private final Map<SeriesId, List<Reading<Boolean>>> read;

        Scene(String place, Known known, Instant moment) {
            this.place = place;
            this.known = known;
            this.moment = moment;
            board = new Board(Clock.fixed(moment, ZoneOffset.UTC));
            BoardPart.all(place, board).forEach(part -> part.fill(known));
            known.of(Topics.interruptions(place)).forEach((key, made) -> {
                if (!made.isEmpty() && made.getLast() instanceof Reading.Known<InterruptionCount>(var count, var _)) {
                    board.interruptions.put(key, count);
                }
            });
            read = known.of(Topics.metrics(place));
            samples();
            read.forEach((id, made) -> made.forEach(reading -> board.metrics.accept(id,
                    reading.map(_ -> board.history.series(id)))));
        }

        /// First what was kept when the session began, then what came in it.
        private void samples() {
            Set<StackId> stacks = Set.copyOf(known.of(Topics.files(place)).keySet());
            List<Heard> heard = known.heard(moment.minus(DAY).minus(DAY));
            heard.stream().filter(one -> one.at().isBefore(known.session()))
                    .forEach(one -> board.history.record(one.id(), one.news()));
            before(stacks).forEach((id, series) -> board.history.record(id, series));
            heard.stream().filter(one -> !one.at().isBefore(known.session()))
                    .forEach(one -> board.history.record(one.id(), one.news()));
        }

        /// What was kept of the stacks before the session: nothing that came for that time later, when AWS was asked for what
        /// nobody had read.
        private Map<SeriesId, Series> before(Set<StackId> stacks) {
            var lately = new TimeRange(known.session().minus(DAY), known.session());
            List<TimeRange> watched = answers().watched(place, lately);
            Instant end = watched.stream().map(TimeRange::to).filter(to -> to.isBefore(known.session()))
                    .max(Comparator.naturalOrder()).orElse(lately.from());
            var kept = new HashMap<SeriesId, Series>();
            List<SeriesId> ids = history.metrics().series().stream().filter(id -> stacks.contains(id.stack())).toList();
            history.metrics().read(new HistoryQuery(ids, new TimeRange(lately.from(), end), Tier.MINUTE)).kept()
                    .forEach((id, one) -> kept.put(id, one.series()));
            read.forEach((id, made) -> longAgo(id, made).ifPresent(series -> kept.put(id, series)));
            return kept;
        }

        /// A metric that nobody needed for a day was still shown as it was when it was read last.
        private Optional<Series> longAgo(SeriesId id, List<Reading<Boolean>> made) {
            return made.stream().filter(Reading.Known.class::isInstance).map(Reading::at)
                    .filter(at -> at.isBefore(moment.minus(DAY))).findFirst()
                    .map(at -> history.metrics().read(new HistoryQuery(List.of(id), new TimeRange(at.minus(DAY), at),
                            Tier.MINUTE)).kept().get(id))
                    .map(Kept::series);
        }

        List<StackSnapshot> stacks(Set<StackId> wanted) {
            Map<StackId, List<Reading<Attended>>> attended = known.of(Topics.attended(place));
            Map<StackId, List<Reading<List<Occurrence>>>> occurrences = known.of(Topics.occurrences(place));
            var all = new ArrayList<StackSnapshot>();
            known.of(Topics.files(place)).forEach((id, made) -> {
                Optional<StackFile> file = Replay.newest(made);
                if (file.isPresent() && (wanted.isEmpty() || wanted.contains(id))) {
                    all.add(stack(file.get(), Replay.newest(attended.getOrDefault(id, List.of())),
                            Replay.newest(occurrences.getOrDefault(id, List.of())).orElse(List.of())));
                }
            });
            return all;
        }

        private StackSnapshot stack(StackFile file, Optional<Attended> attended, List<Occurrence> occurrences) {
            Attended then = attended.orElseGet(() -> new Attended(rhythm.every(Subject.METRICS),
                    rhythm.every(Subject.ALARMS), false));
            board.askingCost = then.cost();
            var composer = new StackComposer(catalogue, rhythm, new CostNeed(CostNeed.Asked.TOLD));
            return composer.compose(file, board, new Every(then.metrics(), then.alarms()), moment).with(occurrences);
        }
    }
}
