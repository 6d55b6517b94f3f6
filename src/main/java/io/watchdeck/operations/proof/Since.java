package io.watchdeck.operations.proof;

import io.watchdeck.model.Sent;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// What this console itself changed of a service after an operation on it, by its journal: so that what it did is neither
/// waited for nor laid at somebody else's door.
///
/// @param journal the entries since an entry, in whatever order, others than of its service too; asked for only where
///                something is not as it was to be
record Since(JournalEntry entry, Function<JournalEntry, List<JournalEntry>> journal) {

    /// The first such operation all of whose requests AWS took.
    Optional<JournalEntry> first(Predicate<Operation.OfService> which) {
        return journal.apply(entry).stream().filter(one -> one.begun().isAfter(entry.begun()))
                .filter(one -> isOnTheSame(one.operation(), which) && isTaken(one))
                .min(Comparator.comparing(JournalEntry::begun));
    }

    /// The first that began another rollout.
    Optional<JournalEntry> rollout() {
        return first(Operation.OfService::beginsDeployment);
    }

    /// The first that was to stop a service deployment, by its ARN.
    Optional<JournalEntry> stop(String deployment) {
        return first(one -> one instanceof Operation.StopDeployment stop && stop.deployment().equals(deployment));
    }

    private boolean isOnTheSame(Operation other, Predicate<Operation.OfService> which) {
        return entry.operation() instanceof Operation.OfService own && other instanceof Operation.OfService one
                && one.stack().equals(own.stack()) && one.service().equals(own.service()) && which.test(one);
    }

    private static boolean isTaken(JournalEntry one) {
        return !one.isUnfinished() && one.sendings().stream().limit(one.planned())
                .allMatch(sending -> sending.answer().orElse(null) instanceof Sent.Taken);
    }
}
