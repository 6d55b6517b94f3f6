package io.watchdeck.alarms;

import io.watchdeck.alarms.AlarmEvent.Cleared;
import io.watchdeck.alarms.AlarmEvent.Found;
import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.alarms.Occurrence.Flapping;
import io.watchdeck.alarms.Status.Closed.Why;
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
        takeUp(kept);
    }

    /// What was kept of stacks that are watched from now on.
    ///
    /// @param kept those that are not over, and those of the last quarter of an hour
    public void takeUp(Collection<Occurrence> kept) {
        kept.stream().sorted(Comparator.comparing(Occurrence::raised)).forEach(this::keep);
    }

    /// Forgets a stack that is not watched any more: whoever takes it up again finds it where it is kept.
    public void forget(StackId stack) {
        live.keySet().removeIf(key -> key.stack().equals(stack));
        rows.keySet().removeIf(key -> key.stack().equals(stack));
    }

    /// Forgets what has been over for so long that what comes is another row.
    ///
    /// @param whole whether all of the past of a stack has been judged: of another it is still needed until when
    public void forgetQuiet(Instant now, Predicate<StackId> whole) {
        rows.entrySet().removeIf(row -> whole.test(row.getKey().stack()) && row.getValue().isQuiet(now));
    }

    /// What becomes of them from now on.
    public void follow(Lifecycle other) {
        lifecycle = other;
    }

    /// Those that are not over.
    public List<Occurrence> live() {
        return List.copyOf(live.values());
    }

    /// What has become of the occurrences of a stack. What is not known ends nothing: an occurrence is resolved when
    /// everything that may tell of it says OK, and closed when nothing can tell of it any more.
    ///
    /// @param conditions all of the stack
    /// @param cloud      the names of all alarms that CloudWatch has, also of those that are not about the stack; empty
    ///                   while that is not known
    public List<Change> judge(StackId stack, List<Condition> conditions, Optional<Set<String>> cloud, Instant now) {
        Map<AlarmKey, List<Condition>> byKey = new LinkedHashMap<>();
        conditions.forEach(one -> byKey.computeIfAbsent(AlarmKey.of(stack, one), _ -> new ArrayList<>()).add(one));
        var changes = new ArrayList<Change>();
        live().stream().filter(one -> one.key().stack().equals(stack))
                .forEach(one -> byKey.putIfAbsent(one.key(), List.of()));
        byKey.forEach((key, told) -> judge(key, told, cloud, now).ifPresent(changes::add));
        return changes;
    }

    /// What the passing of time has made of them.
    ///
    /// @param judged whether a stack has been judged until now: of another it is not known what is over
    public List<Change> elapsed(Instant now, Predicate<StackId> judged) {
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
                judge(key, told, at).ifPresent(change -> {
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

    /// What ended while nobody looked is told by the rule or alarm that found it; where that is no more, whoever looks again
    /// says so.
    private Optional<Change> judge(AlarmKey key, Map<Watcher, Condition> told, Instant at) {
        boolean heard = Optional.ofNullable(live.get(key)).map(Occurrence::now)
                .filter(found -> told.containsKey(new Watcher(found.source(), found.name())))
                .filter(found -> !found.disputed()
                        || told.keySet().stream().anyMatch(one -> one.source() == Source.CLOUDWATCH))
                .isPresent();
        boolean bad = told.values().stream().anyMatch(one -> one.state() == State.ALARM);
        return heard || bad ? judge(key, List.copyOf(told.values()), Optional.of(Set.of()), at) : Optional.empty();
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

    private Optional<Change> judge(AlarmKey key, List<Condition> raw, Optional<Set<String>> cloud, Instant now) {
        List<Condition> told = Twins.united(raw);
        Optional<Condition> worst = told.stream().filter(one -> one.state() == State.ALARM).max(WORST);
        Optional<Occurrence> known = Optional.ofNullable(live.get(key));
        if (worst.isPresent()) {
            Finding finding = Finding.of(worst.get(), Twins.isDisputed(worst.get(), raw));
            Instant begun = begun(raw, now);
            return known.isPresent() ? found(known.get(), finding, begun, now)
                    : Optional.of(raise(key, finding, begun, now));
        }
        return known.flatMap(one -> apply(one, quiet(one, told, raw, cloud, now)));
    }

    /// A trouble is there since the first that is in alarm for it was, be it the worst or not, and be it the rule or an alarm
    /// that asks for the same.
    private static Instant begun(List<Condition> raw, Instant now) {
        return raw.stream().filter(one -> one.state() == State.ALARM).flatMap(one -> one.since().stream())
                .filter(since -> since.isBefore(now)).min(Comparator.naturalOrder()).orElse(now);
    }

    /// The first that finds it need not be the first that was in alarm: what is read later may know of an earlier begin.
    private Optional<Change> found(Occurrence one, Finding finding, Instant begun, Instant now) {
        Instant from =
                Optional.ofNullable(rows.get(one.key())).flatMap(Row::before).filter(begun::isBefore).orElse(begun);
        if (!from.isBefore(one.raised())) {
            return apply(one, new Found(now, finding));
        }
        Occurrence earlier = one.begun(from);
        return apply(earlier, new Found(now, finding)).or(() -> {
            keep(earlier);
            return Optional.of(new Change(now, What.MOVED, false, earlier));
        });
    }

    /// What it is for an occurrence that nothing is in alarm for it.
    ///
    /// @param told those that ask for the same as one
    /// @param raw  each by itself: the alarm that found it may speak under a name of a rule since
    private static AlarmEvent quiet(Occurrence one, List<Condition> told, List<Condition> raw,
            Optional<Set<String>> cloud, Instant now) {
        // What ends by the word of another than its finder ends now: until when the finder saw it nobody knows.
        Optional<Condition> finder = finder(one, raw);
        if (told.stream().anyMatch(Condition::gone)) {
            return new AlarmEvent.Ended(now, Why.NO_LONGER_EXISTS);
        }
        boolean heard = one.now().source() == Source.RULE && !one.now().disputed() || cloud.isPresent();
        boolean known = told.stream().noneMatch(each -> each.state() == State.UNKNOWN);
        if (!heard || !known || !Twins.areHeard(one, raw)) {
            return new AlarmEvent.Lost(since(one, finder, now));
        }
        return finder.isPresent() || isSaidOnlyWhileTrue(one.now()) ? new Cleared(since(one, finder, now))
                : new AlarmEvent.Ended(now, one.now().source() == Source.RULE
                        || cloud.get().contains(one.now().name()) ? Why.NOT_WATCHED : Why.NO_LONGER_EXISTS);
    }

    /// What a bill says of a budget or of an unusual day is said while it is so. Rules of a stack file are over a metric.
    private static boolean isSaidOnlyWhileTrue(Finding found) {
        return found.source() == Source.RULE && found.metric().isEmpty();
    }

    private static Optional<Condition> finder(Occurrence one, List<Condition> told) {
        return told.stream().filter(condition -> condition.name().equals(one.now().name())
                && condition.source() == one.now().source()).findFirst();
    }

    /// Of several that are as severe, always the same.
    private static final Comparator<Condition> WORST = Comparator.comparing(Condition::severity)
            .thenComparing(one -> one.source() == Source.RULE)
            .thenComparing(Condition::name, Comparator.reverseOrder());

    /// CloudWatch tells since when its alarms are OK, or without data.
    private static Instant since(Occurrence one, Optional<Condition> finder, Instant now) {
        return finder.flatMap(Condition::since).filter(since -> since.isAfter(one.raised()) && since.isBefore(now))
                .orElse(now);
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
