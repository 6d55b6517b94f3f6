package io.watchdeck.ui.queues;

import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.gate.OperationDesk.Letters;
import io.watchdeck.queues.letters.DeadLetter;
import io.watchdeck.queues.letters.LetterGroup;
import io.watchdeck.queues.letters.LetterGroup.Redriven;
import io.watchdeck.queues.letters.LetterGroups;
import io.watchdeck.queues.letters.Signature;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What came of looking at the dead letters of one queue: the letters in groups, and how the newest redrive went for each
/// group. Making it reads every body: not on the FX thread.
///
/// @param fates by the key of the group
record Look(Letters letters, List<LetterGroup> groups, Map<String, Fate> fates) {

    /// How the newest redrive went for a group: what tells best how the next one would. None is told of a group with letters
    /// that are older than a redrive that moved every one: they were not there then.
    ///
    /// @param back how many of the group are here again
    /// @param left how many of the group were here before the redrive and were not moved
    /// @param of   how many of the group were here before it; empty where the journal does not tell
    record Fate(Instant begun, int back, int left, OptionalInt of) {}

    Look {
        groups = List.copyOf(groups);
        fates = Map.copyOf(fates);
    }

    /// @param journal of the stack, newest first
    static Look of(Letters letters, String queue, List<JournalEntry> journal) {
        List<LetterGroup> groups = LetterGroups.of(letters.letters());
        Map<String, Fate> fates = new HashMap<>();
        newest(queue, journal).ifPresent(entry -> {
            var redrive = new Redriven(entry.begun(), entry.before().hashes().keySet());
            groups.forEach(group -> {
                int back = group.cameBackFrom(redrive);
                int left = group.notMovedBy(redrive);
                if (left > 0 && entry.verdict().filter(RedriveSteps::movesAll).isPresent()) {
                    return;
                }
                Optional<Integer> there = group.signature().map(Signature::hash).map(entry.before().groups()::get);
                if (back > 0 || left > 0 || there.isPresent()) {
                    fates.put(GroupText.key(group), new Fate(entry.begun(), back, left,
                            there.map(OptionalInt::of).orElse(OptionalInt.empty())));
                }
            });
        });
        return new Look(letters, groups, fates);
    }

    /// The newest redrive whose bodies were known: what came back from one is younger than that one alone. One that moved
    /// nothing tells nothing of how the next would go, unless there is no other. What a purge has destroyed since tells
    /// nothing of what is there now.
    private static Optional<JournalEntry> newest(String queue, List<JournalEntry> journal) {
        List<JournalEntry> redrives = journal.stream().takeWhile(one -> !destroys(one, queue))
                .filter(one -> one.operation() instanceof Operation.Redrive redrive && redrive.queue().equals(queue))
                .filter(one -> !one.before().hashes().isEmpty()).toList();
        return redrives.stream().filter(one -> one.verdict().filter(RedriveSteps::movesNothing).isEmpty()).findFirst()
                .or(() -> redrives.stream().findFirst());
    }

    private static boolean destroys(JournalEntry one, String queue) {
        return one.operation() instanceof Operation.Purge purge && purge.queue().equals(queue)
                && one.verdict().filter(verdict -> verdict.result() == Verdict.Result.NOT_DONE).isEmpty();
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
