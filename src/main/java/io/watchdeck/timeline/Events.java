package io.watchdeck.timeline;

import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.delivery.PipelineState;
import io.watchdeck.fleet.FleetEvent;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.stack.StackFile;
import io.watchdeck.timeline.EventQuery.Mark;
import io.watchdeck.watch.Topics;
import io.watchdeck.watch.past.AnswerStore;
import io.watchdeck.watch.past.Told;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts together what happened, from all that is kept. A day at a time is in memory. Blocking.
///
/// Stacks are those that were watched when anything was last told of their place, with the file that they had then.
public final class Events {

    private static final Duration DAY = Duration.ofDays(1);
    /// An operation and a deployment are over after so long, or tell nothing of it.
    private static final Duration LONGEST = Duration.ofDays(1);

    private final EventStores stores;
    private final MetricCatalogue catalogue;
    private final Map<StackId, Placed> stacks;

    /// @param looked the times in which somebody looked at the place, in order
    private record Placed(String place, StackFile file, List<TimeRange> looked) {}

    /// @param now until when it is looked for what was watched
    public Events(EventStores stores, MetricCatalogue catalogue, Instant now) {
        this.stores = stores;
        this.catalogue = catalogue;
        stacks = watched(stores.answers().get(), now);
    }

    private static Map<StackId, Placed> watched(AnswerStore answers, Instant now) {
        var range = new TimeRange(now.minus(Duration.ofDays(400)), now.plusNanos(1));
        Map<StackId, Placed> all = new LinkedHashMap<>();
        for (String place : answers.places()) {
            List<TimeRange> looked = answers.watched(place, range);
            if (!looked.isEmpty()) {
                answers.at(place, looked.getLast().to()).ifPresent(known -> known.of(Topics.files(place))
                        .forEach((id, made) -> made.stream().filter(Reading.Known.class::isInstance)
                                .map(one -> (Reading.Known<StackFile>) one).findFirst()
                                .ifPresent(file -> all.put(id, new Placed(place, file.value(), looked)))));
            }
        }
        return all;
    }

    /// Of which anything can be told.
    public List<StackFile> stacks() {
        return stacks.values().stream().map(Placed::file).toList();
    }

    /// The account and Region under which a stack's history is kept; empty of one of which nothing can be told.
    public Optional<String> place(StackId stack) {
        return Optional.ofNullable(stacks.get(stack)).map(Placed::place);
    }

    /// When somebody looked at a stack's place for the first time, as far as that is kept.
    public Optional<Instant> begun(StackId stack) {
        return Optional.ofNullable(stacks.get(stack)).map(one -> one.looked().getFirst().from());
    }

    /// The newest first.
    public EventPage page(EventQuery query, Words words) {
        var found = new ArrayList<TimelineEvent>();
        Instant to = query.after().map(mark -> mark.at().plusNanos(1)).filter(query.range().to()::isAfter)
                .orElse(query.range().to());
        while (found.size() <= query.most() && to.isAfter(query.range().from())) {
            Instant day = to.minus(DAY);
            Instant from = day.isBefore(query.range().from()) ? query.range().from() : day;
            of(new TimeRange(from, to), query.stacks()).stream().filter(one -> isWanted(one, query, words))
                    .forEach(found::add);
            to = from;
        }
        List<TimelineEvent> page = found.stream().limit(query.most()).toList();
        return new EventPage(page,
                found.size() > query.most() ? Optional.of(query.after(page.getLast())) : Optional.empty());
    }

    private static boolean isWanted(TimelineEvent event, EventQuery query, Words words) {
        boolean later = query.after().map(mark -> isAfter(event, mark)).orElse(true);
        return later && (query.kinds().isEmpty() || query.kinds().contains(event.kind()))
                && (query.text().isBlank() || says(event, query.text().strip(), words));
    }

    private static boolean isAfter(TimelineEvent event, Mark mark) {
        return event.at().isBefore(mark.at())
                || event.at().equals(mark.at()) && event.id().compareTo(mark.id()) > 0;
    }

    private static boolean says(TimelineEvent event, String text, Words words) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return Stream.of(Stream.of(words.say(event.says()), event.stack().value()), event.details().stream(),
                event.component().stream().map(one -> one.name()), event.alarm().stream()).flatMap(Function.identity())
                .anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /// All of a time, the newest first, each once.
    ///
    /// @param wanted empty for all
    public List<TimelineEvent> of(TimeRange range, Set<StackId> wanted) {
        Map<String, TimelineEvent> events = new LinkedHashMap<>();
        Map<String, Answered> answered = new HashMap<>();
        stacks.forEach((id, placed) -> {
            if (wanted.isEmpty() || wanted.contains(id)) {
                of(placed, range, answered.computeIfAbsent(placed.place(), _ -> answered(placed, range)))
                        .filter(one -> range.contains(one.at()))
                        .forEach(one -> events.putIfAbsent(one.id(), one));
            }
        });
        return events.values().stream().sorted(TimelineEvent.NEWEST_FIRST).toList();
    }

    /// What became other answers at a place: one answer is about all stacks there.
    private record Answered(List<Told<String, List<CloudAlarm>>> alarms, List<Told<String, PipelineState>> pipelines) {}

    private Answered answered(Placed placed, TimeRange range) {
        var later = new TimeRange(range.from(), told(placed, range.to()).plus(Duration.ofMinutes(20)));
        AnswerStore answers = stores.answers().get();
        return new Answered(answers.changes(Topics.alarms(placed.place()), later),
                answers.changes(Topics.pipelines(placed.place()), later));
    }

    /// What happened before a moment was told soon after; where nobody looked then, when somebody looked again: AWS tells
    /// since when it is so.
    private static Instant told(Placed placed, Instant before) {
        return placed.looked().stream().filter(one -> one.to().isAfter(before)).findFirst().map(TimeRange::from)
                .filter(before::isBefore).orElse(before);
    }

    private Stream<TimelineEvent> of(Placed placed, TimeRange range, Answered answered) {
        StackFile file = placed.file();
        var earlier = new TimeRange(range.from().minus(LONGEST), range.to());
        List<FleetEvent> fleet = stores.fleet().get().read(placed.place(), services(file), earlier);
        List<Change> changes = stores.occurrences().get().of(file.id(), range).stream()
                .flatMap(one -> stores.occurrences().get().changes(one.id()).stream())
                .sorted(Comparator.comparing(Change::at)).toList();
        var alarms = new AlarmHappenings(changes);
        var cloud = new CloudHappenings(file, range);
        Stream<TimelineEvent> turns = cloud.alarms(answered.alarms(), catalogue).stream()
                .filter(one -> !alarms.tellsOf(one, one.alarm().orElseThrow()));
        Stream<TimelineEvent> operations = stores.journal().get()
                .read(Set.of(file.id()), earlier, Integer.MAX_VALUE).stream()
                .flatMap(entry -> new JournalHappenings(entry).all());
        return Stream.of(new FleetHappenings(file.id(), fleet).all(), alarms.all(), turns,
                cloud.pipelines(answered.pipelines()).stream(), operations, databases(placed, range))
                .flatMap(Function.identity());
    }

    private Stream<TimelineEvent> databases(Placed placed, TimeRange range) {
        Set<String> names = placed.file().components().databases().stream().map(DatabaseSpec::id)
                .collect(Collectors.toSet());
        return new DatabaseHappenings(placed.file().id(),
                stores.databases().get().read(placed.place(), names, range)).all();
    }

    private static Set<ServiceKey> services(StackFile file) {
        return file.components().services().stream().map(one -> new ServiceKey(file.cluster(), one.name()))
                .collect(Collectors.toSet());
    }
}
