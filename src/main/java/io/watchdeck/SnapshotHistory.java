package io.watchdeck;

import io.watchdeck.instance.Reply;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// The history that `snapshot` begins from: the file itself where no console has it, else a copy that the console makes
/// where it watches the same; the copy is gone when this is closed.
///
/// @param kept empty where there is none to be had
/// @param copy where it is one
record SnapshotHistory(Optional<KeptHistory> kept, Optional<CopyFolder> copy) implements AutoCloseable {

    /// @param told takes a sentence for a person where a console has the history and does not give it
    static SnapshotHistory of(Running running, StackChoice choice, Clock clock, Consumer<String> told) {
        if (choice.sandbox()) {
            return none();
        }
        if (!running.isThere()) {
            return itself(running.options());
        }
        CopyFolder folder;
        try {
            folder = CopyFolder.create(clock);
        } catch (IOException impossible) {
            told.accept(running.words().say("history.backup.failed", System.getProperty("java.io.tmpdir"),
                    impossible.toString()));
            return none();
        }
        SnapshotHistory history = none();
        try {
            history = copied(running, choice, clock, folder, told);
        } finally {
            if (history.copy().isEmpty()) {
                folder.close();
            }
        }
        return history;
    }

    private static SnapshotHistory copied(Running running, StackChoice choice, Clock clock, CopyFolder folder,
            Consumer<String> told) {
        Map<String, String> terms = new HashMap<>(running.terms(choice));
        terms.put(Reception.FILE, folder.backup().toString());
        Words words = running.words();
        return switch (running.askPatiently(Question.COPY.request(words, terms, choice.stacks()), _ -> {})) {
            case Reply.Ended(int code, var says) -> {
                if (code == ExitCode.OK) {
                    yield new SnapshotHistory(folder.restored(words, clock, told), Optional.of(folder));
                }
                says.ifPresent(told);
                yield none();
            }
            case Reply.Silent(OptionalLong process) -> {
                told.accept(running.silent(process));
                yield none();
            }
            // It watches something else, or goes on beginning or ending.
            case Reply.Declined _ -> none();
            case Reply.Broken() -> itself(running.options());
            case Reply.Nobody() -> itself(running.options());
        };
    }

    private static SnapshotHistory itself(Options options) {
        return new SnapshotHistory(Optional.of(Wiring.history(options)), Optional.empty());
    }

    private static SnapshotHistory none() {
        return new SnapshotHistory(Optional.empty(), Optional.empty());
    }

    /// After whoever reads from it.
    @Override
    public void close() {
        copy.ifPresent(CopyFolder::close);
    }
}
