package io.watchdeck.ui.activity;

import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.ConsoleLinks;

/// What an entry changed, as AWS knows it.
final class EntryLinks {

    private EntryLinks() {}

    static AwsReference of(JournalEntry entry, StackFile file) {
        ComponentKind kind = switch (entry.operation()) {
            case Operation.OfService _ -> ComponentKind.SERVICE;
            case Operation.Resubmit _ -> ComponentKind.BATCH_QUEUE;
            case Operation.Redrive _,Operation.CancelRedrive _,Operation.Purge _ -> ComponentKind.QUEUE;
        };
        return new ConsoleLinks(file, entry.place().account())
                .of(new ComponentId(kind, entry.operation().target()));
    }
}
