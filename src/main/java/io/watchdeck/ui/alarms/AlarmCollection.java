package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import java.time.Duration;
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

/// All alarms of a snapshot, each trouble that comes and goes in one row, in the order of the list.
final class AlarmCollection {

    /// A word that holds for longer is listed by its age.
    static final Duration OLD = Duration.ofHours(24);

    private Map<StackId, StackAlarms> stacks = Map.of();

    /// @param earlier what was over before, beside what the snapshot has
    List<AlarmFacts> of(WatchSnapshot snapshot, Collection<Occurrence> earlier, Instant now) {
        var known = new LinkedHashMap<StackId, StackAlarms>();
        for (StackSnapshot stack : snapshot.stacks()) {
            StackAlarms before = stacks.get(stack.file().id());
            known.put(stack.file().id(),
                    before != null && before.snapshot() == stack ? before : new StackAlarms(stack));
        }
        stacks = known;
        var all = new LinkedHashMap<UUID, Occurrence>();
        snapshot.stacks().forEach(stack -> stack.occurrences().forEach(one -> all.put(one.id(), one)));
        snapshot.resolved().forEach(one -> all.putIfAbsent(one.id(), one));
        earlier.forEach(one -> all.putIfAbsent(one.id(), one));
        return inRows(all.values()).stream().filter(one -> known.containsKey(one.key().stack()))
                .map(one -> AlarmFacts.of(one, known.get(one.key().stack()))).sorted(order(now)).toList();
    }

    /// Of those that come and go the newest stands for all of them.
    private static List<Occurrence> inRows(Collection<Occurrence> all) {
        Map<AlarmKey, List<Occurrence>> flapping = new HashMap<>();
        all.stream().filter(one -> one.flapping().isPresent())
                .forEach(one -> flapping.computeIfAbsent(one.key(), _ -> new ArrayList<>()).add(one));
        if (flapping.isEmpty()) {
            return List.copyOf(all);
        }
        Map<UUID, Instant> firsts = new HashMap<>();
        all.forEach(one -> firsts.put(one.id(), one.raised()));
        return all.stream().filter(one -> flapping.getOrDefault(one.key(), List.of()).stream()
                .noneMatch(later -> isBefore(one, later, firsts))).toList();
    }

    /// Whether one belongs to the row of a later one. The second of a row does not say so: it came between the first and
    /// those that do.
    private static boolean isBefore(Occurrence one, Occurrence later, Map<UUID, Instant> firsts) {
        if (one.id().equals(later.id()) || !one.raised().isBefore(later.raised())) {
            return false;
        }
        UUID row = later.flapping().orElseThrow().row();
        Instant first = firsts.getOrDefault(row, later.raised());
        return one.id().equals(row) || one.flapping().filter(mine -> mine.row().equals(row)).isPresent()
                || one.flapping().isEmpty() && one.raised().isAfter(first);
    }

    /// By groups, the worst first and of those the newest, as the overview lists what is open; what is over by its newest
    /// alone. Words that have held for long come before the others of their group, the oldest first.
    private static Comparator<AlarmFacts> order(Instant now) {
        return Comparator.comparing(AlarmFacts::group)
                .thenComparing(one -> oldWord(one, now).orElse(Instant.MAX))
                .thenComparing(AlarmCollection::weight, Comparator.reverseOrder())
                .thenComparing(AlarmCollection::newest, Comparator.reverseOrder())
                .thenComparing(AlarmFacts::severity, Comparator.reverseOrder())
                .thenComparing(one -> one.stack().name()).thenComparing(AlarmFacts::id);
    }

    private static Severity weight(AlarmFacts one) {
        return one.group() == AlarmGroup.RESOLVED ? Severity.FINE : one.severity();
    }

    private static Instant newest(AlarmFacts one) {
        return one.occurrence().resolved().orElse(one.occurrence().raised());
    }

    /// When a person took it up, where that is long ago.
    static Optional<Instant> oldWord(AlarmFacts one, Instant now) {
        return one.group() != AlarmGroup.ACKNOWLEDGED ? Optional.empty()
                : one.word().map(word -> word.at()).filter(at -> !at.plus(OLD).isAfter(now));
    }
}
