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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What came of looking at the dead letters of one queue: the letters in groups, and which of them came back from which
/// redrive. Making it reads every body: not on the FX thread.
///
/// @param back by the key of the group
record Look(Letters letters, List<LetterGroup> groups, Map<String, Map<Redriven, Integer>> back) {

    Look {
        groups = List.copyOf(groups);
        back = Map.copyOf(back);
    }

    /// @param journal of the stack, newest first
    static Look of(Letters letters, String queue, List<JournalEntry> journal) {
        List<LetterGroup> groups = LetterGroups.of(letters.letters());
        Map<String, Map<Redriven, Integer>> back = new HashMap<>();
        for (Redriven redrive : redrives(queue, journal)) {
            groups.forEach(group -> {
                int count = group.cameBackFrom(redrive);
                if (count > 0) {
                    back.computeIfAbsent(GroupText.key(group), _ -> new LinkedHashMap<>()).put(redrive, count);
                }
            });
        }
        return new Look(letters, groups, back);
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
