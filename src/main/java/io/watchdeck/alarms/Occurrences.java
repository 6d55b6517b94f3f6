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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// The occurrences that are not over, made from what rules and CloudWatch alarms find. Changes over time and is to be used
/// by one thread at a time; what it hands out is immutable.
public final class Occurrences {

    private final Lifecycle lifecycle;
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
    public List<Change> elapsed(Instant now) {
        rows.values().removeIf(row -> row.isQuiet(now));
        return live().stream().flatMap(one -> apply(one, new AlarmEvent.Elapsed(now)).stream()).toList();
    }

    /// Takes a person's word; empty where the occurrence is over.
    public Optional<Change> take(UUID id, AlarmEvent word) {
        return live().stream().filter(one -> one.id().equals(id)).findFirst().flatMap(one -> apply(one, word));
    }

    /// An occurrence that came and went while nobody looked, or ended then.
    public List<Change> replay(AlarmKey key, List<AlarmEvent> events) {
        var changes = new ArrayList<Change>();
        for (AlarmEvent event : events) {
            Optional<Occurrence> one = Optional.ofNullable(live.get(key));
            if (one.isPresent()) {
                apply(one.get(), event).ifPresent(changes::add);
            } else if (event instanceof Found(var at, var finding)) {
                changes.add(raise(key, finding, at, at));
            }
        }
        return changes;
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
