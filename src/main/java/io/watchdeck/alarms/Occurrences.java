package io.watchdeck.alarms;

import io.watchdeck.alarms.AlarmEvent.Cleared;
import io.watchdeck.alarms.AlarmEvent.Found;
import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.alarms.Occurrence.Flapping;
import io.watchdeck.alarms.Status.Open;
import io.watchdeck.model.StackId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The occurrences that are not over, made from what rules and CloudWatch alarms find. Changes over time and is to be used
/// by one thread at a time; what it hands out is immutable.
public final class Occurrences {

    private Lifecycle lifecycle;
    private final Supplier<UUID> ids;
    private final Map<AlarmKey, Occurrence> live = new LinkedHashMap<>();
    private final Map<AlarmKey, Row> rows = new HashMap<>();

    /// @param ids  names for new ones
    /// @param kept those that are not over, and those of the last quarter of an hour
    public Occurrences(Lifecycle lifecycle, Supplier<UUID> ids, Collection<Occurrence> kept) {
        this.lifecycle = lifecycle;
        this.ids = ids;
        kept.stream().sorted(Comparator.comparing(Occurrence::raised)).forEach(this::keep);
    }

    /// What becomes of them from now on.
    public void follow(Lifecycle other) {
        lifecycle = other;
    }

    /// Those that are not over.
    public List<Occurrence> live() {
        return List.copyOf(live.values());
    }

    /// What has become of the occurrences of a stack. What is not known changes nothing: an occurrence ends when
    /// everything that may tell of it says OK, or when nothing watches it any more.
    ///
    /// @param conditions all of the stack
    /// @param cloudKnown whether those of CloudWatch are among them
    public List<Change> judge(StackId stack, List<Condition> conditions, boolean cloudKnown, Instant now) {
        Map<AlarmKey, List<Condition>> byKey = new LinkedHashMap<>();
        conditions.forEach(one -> byKey.computeIfAbsent(AlarmKey.of(stack, one), _ -> new ArrayList<>()).add(one));
        var changes = new ArrayList<Change>();
        byKey.forEach((key, told) -> judge(key, told, cloudKnown, now).ifPresent(changes::add));
        live().stream().filter(one -> one.key().stack().equals(stack) && !byKey.containsKey(one.key()))
                .filter(one -> cloudKnown || one.now().source() == Source.RULE)
                .forEach(one -> apply(one, new Cleared(now)).ifPresent(changes::add));
        return changes;
    }

    /// What the passing of time has made of them.
    ///
    /// @param judged whether a stack has been judged until now: of another it is not known what is over
    public List<Change> elapsed(Instant now, Predicate<StackId> judged) {
        rows.entrySet().removeIf(row -> judged.test(row.getKey().stack()) && row.getValue().isQuiet(now));
        return live().stream().filter(one -> judged.test(one.key().stack()))
                .flatMap(one -> apply(one, new AlarmEvent.Elapsed(now)).stream()).toList();
    }

    /// Takes a person's word; empty where the occurrence is over.
    public Optional<Change> take(UUID id, AlarmEvent word) {
        return live().stream().filter(one -> one.id().equals(id)).findFirst().flatMap(one -> apply(one, word));
    }

    /// What became of the occurrences of a stack while nobody looked: as if they had been judged at each turn. What was over
    /// before anybody looked again tells nobody; of what is not, somebody is told once, now. Where the turns begin before what
    /// is known of a trouble already, that part of them changes nothing.
    ///
    /// @param turns in order of time, of each rule and alarm first how it was at the begin: a trouble is judged as soon as all
    ///              that watch it have been heard. What none of them is about stays as it is
    /// @param now   when somebody looks again
    public List<Change> replay(StackId stack, List<ConditionTurn> turns, Instant now) {
        Map<AlarmKey, List<ConditionTurn>> byKey = new LinkedHashMap<>();
        turns.forEach(turn -> byKey.computeIfAbsent(AlarmKey.of(stack, turn.condition()), _ -> new ArrayList<>())
                .add(turn));
        var changes = new ArrayList<Change>();
        byKey.forEach((key, own) -> changes.addAll(replay(key, own)));
        changes.sort(Comparator.comparing(Change::at));
        return told(changes, now);
    }

    /// Who watches a trouble.
    private record Watcher(Source source, String name) {
        static Watcher of(Condition condition) {
            return new Watcher(condition.source(), condition.name());
        }
    }

    private List<Change> replay(AlarmKey key, List<ConditionTurn> turns) {
        long watchers = turns.stream().map(turn -> Watcher.of(turn.condition())).distinct().count();
        Instant known = known(key, turns);
        Map<Watcher, Condition> told = new LinkedHashMap<>();
        var changes = new ArrayList<Change>();
        for (int i = 0; i < turns.size(); i++) {
            ConditionTurn turn = turns.get(i);
            told.put(Watcher.of(turn.condition()), turn.condition());
            Instant at = turn.at();
            // What turns at one moment is judged together.
            boolean more = i + 1 < turns.size() && turns.get(i + 1).at().equals(at);
            if (!more && told.size() == watchers && !at.isBefore(known)) {
                rows.computeIfPresent(key, (_, row) -> row.isQuiet(at) ? null : row);
                wordEnded(key, at).ifPresent(changes::add);
                judge(key, List.copyOf(told.values()), isWatched(key, told), at).ifPresent(change -> {
                    // Of a value that moves on and on, the last is told.
                    if (change.what() == What.MOVED && !changes.isEmpty() && changes.getLast().what() == What.MOVED) {
                        changes.removeLast();
                    }
                    changes.add(change);
                });
            }
        }
        return changes;
    }

    /// Until when a trouble has been judged, as far as can be told: to the end of what is over; of what is not, to when it was
    /// found first.
    private Instant known(AlarmKey key, List<ConditionTurn> turns) {
        Optional<Occurrence> one = Optional.ofNullable(live.get(key));
        if (one.isEmpty()) {
            return Optional.ofNullable(rows.get(key)).flatMap(Row::ended).orElse(Instant.MIN);
        }
        Instant raised = one.get().raised();
        return turns.stream().filter(turn -> turn.condition().state() == State.ALARM && !turn.at().isBefore(raised)
                && turn.condition().since().filter(since -> !since.isAfter(raised)).isPresent())
                .map(ConditionTurn::at).findFirst().orElse(raised);
    }

    private Optional<Change> wordEnded(AlarmKey key, Instant now) {
        return Optional.ofNullable(live.get(key)).flatMap(one -> one.status().said().flatMap(Word::until)
                .filter(until -> !until.isAfter(now)).flatMap(until -> apply(one, new AlarmEvent.Elapsed(until))));
    }

    /// Whether the alarm of CloudWatch that found it would be heard when it is OK.
    private boolean isWatched(AlarmKey key, Map<Watcher, Condition> told) {
        return Optional.ofNullable(live.get(key)).map(Occurrence::now)
                .filter(found -> told.containsKey(new Watcher(found.source(), found.name()))).isPresent();
    }

    private List<Change> told(List<Change> changes, Instant now) {
        Map<UUID, Change> telling = new HashMap<>();
        changes.stream().filter(Change::tells).filter(change -> Optional.ofNullable(live.get(change.after().key()))
                .filter(one -> one.id().equals(change.after().id())).isPresent())
                .forEach(change -> telling.put(change.after().id(), change));
        var told = new ArrayList<Change>();
        Set<UUID> begun = new HashSet<>();
        for (Change change : changes) {
            UUID id = change.after().id();
            boolean tells = telling.get(id) == change;
            if (tells) {
                begun.add(id);
            }
            told.add(new Change(change.at(), change.what(), tells,
                    begun.contains(id) ? change.after().notified(now) : change.after()));
        }
        live().stream().filter(one -> telling.containsKey(one.id())).map(one -> one.notified(now)).forEach(this::keep);
        return List.copyOf(told);
    }

    private Optional<Change> judge(AlarmKey key, List<Condition> told, boolean cloudKnown, Instant now) {
        Optional<Condition> worst = told.stream().filter(one -> one.state() == State.ALARM).max(WORST);
        Optional<Occurrence> known = Optional.ofNullable(live.get(key));
        if (worst.isPresent()) {
            Finding finding = Finding.of(worst.get());
            return known.isPresent() ? apply(known.get(), new Found(now, finding))
                    : Optional.of(raise(key, finding, worst.get().since().filter(since -> since.isBefore(now))
                            .orElse(now), now));
        }
        return known.filter(_ -> told.stream().allMatch(one -> one.state() == State.OK))
                .filter(one -> cloudKnown || one.now().source() == Source.RULE)
                .flatMap(one -> apply(one, new Cleared(cleared(one, told, now))));
    }

    /// Of several that are as severe, always the same.
    private static final Comparator<Condition> WORST = Comparator.comparing(Condition::severity)
            .thenComparing(one -> one.source() == Source.RULE)
            .thenComparing(Condition::name, Comparator.reverseOrder());

    /// CloudWatch tells since when its alarms are OK.
    private static Instant cleared(Occurrence one, List<Condition> told, Instant now) {
        return told.stream().filter(condition -> condition.name().equals(one.now().name())
                && condition.source() == one.now().source()).flatMap(condition -> condition.since().stream())
                .filter(since -> since.isAfter(one.raised()) && since.isBefore(now)).findFirst().orElse(now);
    }

    /// @param now when somebody is told
    private Change raise(AlarmKey key, Finding finding, Instant since, Instant now) {
        Optional<Row> before = Optional.ofNullable(rows.get(key)).filter(row -> !row.isQuiet(since));
        Instant raised = before.flatMap(Row::ended).filter(end -> end.isAfter(since)).orElse(since);
        UUID id = ids.get();
        Optional<Flapping> flapping = before.flatMap(row -> row.next(raised));
        Optional<Status> held = before.flatMap(row -> row.held(finding.severity(), raised));
        var born = new Occurrence(id, key, raised, finding, finding.severity(), finding.value(),
                held.orElseGet(() -> new Open(raised, now)), flapping);
        boolean repeats = before.filter(row -> row.repeats(finding.severity())).isPresent();
        keep(born);
        return new Change(raised, What.RAISED, held.isEmpty() && !repeats, born);
    }

    private Optional<Change> apply(Occurrence before, AlarmEvent event) {
        Optional<Change> change = lifecycle.after(before, event);
        change.map(Change::after).ifPresent(this::keep);
        return change;
    }

    private void keep(Occurrence one) {
        rows.compute(one.key(), (_, row) -> Row.with(Optional.ofNullable(row), one));
        if (one.isResolved()) {
            live.remove(one.key());
        } else {
            live.put(one.key(), one);
        }
    }
}
