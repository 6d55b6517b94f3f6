package io.watchdeck.ui.connect;

import io.watchdeck.model.Phrase;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackReader;
import io.watchdeck.watch.discovery.Notes;
import io.watchdeck.watch.discovery.Proposal;
import java.util.List;
import java.util.Map;

/// Proposals that the sandbox does not make.
final class Proposals {

    private Proposals() {}

    /// The same stack, of which nothing says what it is for.
    static Proposal withoutEnvironment(StackDraft draft, StackReader reader) {
        StackFile file = reader.read(draft.fileNameProperty().get(), draft.textProperty().get()).stack().orElseThrow();
        return new Proposal(file, new Notes(List.of(), Map.of(), Map.of("environment",
                List.of(Phrase.of("discover.environment.unknown"))), List.of()), List.of());
    }
}
