package io.watchdeck.ui.activity;

import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import java.util.Optional;

/// What an entry changed: where it is in the console's screens, and as AWS knows it.
final class EntryLinks {

    private EntryLinks() {}

    /// The screen of what an operation changes.
    static Place place(Operation operation) {
        return switch (operation) {
            case Operation.OfService service -> Place.of(service.stack(), service.target());
            case Operation.Resubmit _,Operation.Redrive _,Operation.CancelRedrive _,Operation.Purge _ ->
                new Place(Screen.QUEUES, Optional.of(operation.stack()), Optional.of(operation.target()),
                        Optional.empty());
        };
    }

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
