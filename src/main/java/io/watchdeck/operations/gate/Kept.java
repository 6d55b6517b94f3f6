package io.watchdeck.operations.gate;

import io.watchdeck.fleet.FleetEvent.Deployed;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.JournalStore;
import io.watchdeck.stack.StackFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the console keeps of operations, and of what ECS forgets.
///
/// @param journal  asking for it may wait until it is open
/// @param deployed the deployments of a stack's services in a range, in order of time, as far as they were seen
public record Kept(Supplier<JournalStore> journal, BiFunction<StackFile, TimeRange, List<Deployed>> deployed) {

    private static final System.Logger LOG = System.getLogger(Kept.class.getName());

    /// Without deployments.
    public static Kept of(Supplier<JournalStore> journal) {
        return new Kept(journal, (_, _) -> List.of());
    }

    /// The entries that began in a range, newest first; a journal that cannot be read is a failure, never empty.
    Reading<List<JournalEntry>> read(Set<StackId> stacks, TimeRange range, int most, Instant now) {
        try {
            return Reading.known(journal.get().read(stacks, range, most), now);
        } catch (IllegalStateException | CompletionException unreadable) {
            return Reading.unknown(new Failure(Failure.Kind.UNEXPECTED, Phrase.of("journal.unread", cause(unreadable)),
                    Optional.empty(), Optional.empty(), unreadable.toString()), now);
        }
    }

    /// Keeps an entry.
    ///
    /// @return why that was not possible; empty where it is kept
    Optional<Phrase> put(JournalEntry entry) {
        return doing(() -> {
            journal.get().put(entry);
            return Optional.empty();
        });
    }

    /// Why nothing is kept for good.
    Optional<Phrase> lossy() {
        return doing(() -> journal.get().lossy().map(why -> Phrase.of("journal.lossy", why)));
    }

    private static Optional<Phrase> doing(Supplier<Optional<Phrase>> work) {
        try {
            return work.get();
        } catch (IllegalStateException | CompletionException unusable) {
            LOG.log(System.Logger.Level.WARNING, "The journal cannot be written: " + unusable);
            return Optional.of(Phrase.of("journal.unwritten", cause(unusable)));
        }
    }

    /// Something of the journal; empty where it cannot be read.
    <T> Optional<T> found(Function<JournalStore, T> question) {
        try {
            return Optional.of(question.apply(journal.get()));
        } catch (IllegalStateException | CompletionException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "The journal cannot be read: " + unreadable);
            return Optional.empty();
        }
    }

    private static String cause(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Optional.ofNullable(cause.getMessage()).orElseGet(cause::toString);
    }
}
