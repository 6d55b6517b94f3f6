package io.watchdeck.ui.queues;

import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.OperationDesk.Letters;
import io.watchdeck.queues.letters.DeadLetter;
import io.watchdeck.queues.letters.LetterGroup;
import io.watchdeck.queues.letters.LetterGroup.Redriven;
import io.watchdeck.queues.letters.LetterGroups;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What came of looking at the dead letters of one queue: the letters in groups, and how the newest redrive went for each
/// group. Making it reads every body: not on the FX thread.
///
/// @param last  the newest redrive whose bodies were known
/// @param fates by the key of the group
record Look(Letters letters, List<LetterGroup> groups, Optional<Redriven> last, Map<String, Fate> fates) {

    /// How the newest redrive went for a group: what tells best how the next one would.
    ///
    /// @param back how many of the group are here again
    /// @param left how many of the group were here before the redrive and were not moved
    /// @param of   how many of the group were here before it; empty where the group was not looked at then
    record Fate(Instant begun, int back, int left, OptionalInt of) {}

    Look {
        groups = List.copyOf(groups);
        fates = Map.copyOf(fates);
    }

    /// @param journal of the stack, newest first
    /// @param before  what was looked at before
    static Look of(Letters letters, String queue, List<JournalEntry> journal, Optional<Look> before) {
        List<LetterGroup> groups = LetterGroups.of(letters.letters());
        Optional<Redriven> last = redrives(queue, journal).stream().findFirst();
        Map<String, Fate> fates = new HashMap<>();
        last.ifPresent(redrive -> groups.forEach(group -> {
            int back = group.cameBackFrom(redrive);
            int left = group.notMovedBy(redrive);
            OptionalInt there = group.signature().isEmpty() ? OptionalInt.empty()
                    : before.map(one -> one.there(GroupText.key(group), redrive)).orElse(OptionalInt.empty());
            if (back > 0 || left > 0 || there.isPresent()) {
                fates.put(GroupText.key(group), new Fate(redrive.begun(), back, left, there));
            }
        }));
        return new Look(letters, groups, last, fates);
    }

    /// How many of a group were here before a redrive, by what was looked at then.
    private OptionalInt there(String group, Redriven redrive) {
        if (last.filter(redrive::equals).isPresent()) {
            return Optional.ofNullable(fates.get(group)).map(Fate::of).orElse(OptionalInt.empty());
        }
        long count = letters.asOf().isAfter(redrive.begun()) ? 0 : groups.stream()
                .filter(one -> GroupText.key(one).equals(group)).flatMap(one -> one.letters().stream())
                .filter(one -> redrive.hashes().contains(one.hash())).count();
        return count > 0 ? OptionalInt.of((int) count) : OptionalInt.empty();
    }

    /// Those whose bodies were known. What came back from one is younger than that one alone: the newest counts.
    private static List<Redriven> redrives(String queue, List<JournalEntry> journal) {
        return journal.stream()
                .filter(one -> one.operation() instanceof Operation.Redrive redrive && redrive.queue().equals(queue))
                .filter(one -> !one.before().hashes().isEmpty())
                .map(one -> new Redriven(one.begun(), one.before().hashes().keySet())).limit(1).toList();
    }

    int known() {
        return letters.letters().size();
    }

    int looked() {
        return known() + letters.others();
    }

    /// When the oldest was sent; empty where not all were looked at.
    Optional<Instant> oldest() {
        return letters.complete() && letters.others() == 0
                ? letters.letters().stream().findFirst().map(DeadLetter::sentAt) : Optional.empty();
    }
}
