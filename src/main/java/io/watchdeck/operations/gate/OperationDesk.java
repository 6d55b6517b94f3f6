package io.watchdeck.operations.gate;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.JournalEntry.Reminder;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Facts;
import io.watchdeck.operations.preflight.Preview;
import io.watchdeck.operations.proof.Finding;
import io.watchdeck.queues.letters.DeadLetter;
import io.watchdeck.queues.letters.RedriveTask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// What screens ask of operations. Every method returns at once; answers come on another thread, and they do come: what
/// cannot be answered, because the stack is not watched any longer or the journal cannot be read, is a failure.
public interface OperationDesk {

    /// As whom an operation is written into the journal.
    String person();

    State state();

    /// Calls the listener with every new state, on whatever thread, until the subscription is closed. A lock that ends by
    /// itself makes no new state: whoever shows it looks at the time.
    Subscription subscribe(Consumer<State> listener);

    /// Opens the gate for a production stack for a quarter of an hour.
    void unlock(StackId stack);

    void lock(StackId stack);

    /// Reads what the operation is judged by.
    void facts(Operation operation, Consumer<Reading<Facts>> answer);

    /// What a dialog says, of what was read. Without a request, so that it may be asked with every key.
    ///
    /// @param note the person's note as far as it is typed
    Preview preview(Operation operation, Facts facts, String note);

    /// Runs it, where the gate is open and everything is confirmed. The answer comes before its first request is sent,
    /// when it stands in the journal; what comes of it is told with [State]. Until that request leaves it can be taken
    /// back.
    Attempt run(Preview preview, Confirmed confirmed, Consumer<Begun> answer);

    /// The entries that began in a range, newest first.
    ///
    /// @param stacks none asks for those of all stacks
    void journal(Set<StackId> stacks, TimeRange range, int most, Consumer<Reading<List<JournalEntry>>> answer);

    /// A reminder has been dealt with.
    void settle(UUID entry);

    /// The task definitions that a service can go back to: those that a deployment is known to have succeeded with, by
    /// ECS, which forgets after 90 days, or by what this console saw and did itself. The newest first, the one that runs
    /// now left out.
    void backTo(Operation.OfService service, Consumer<Reading<List<Revision>>> answer);

    /// Looks at more messages of a dead-letter queue without deleting any. Each is hidden for a while and its receive
    /// count rises.
    ///
    /// @param most so many more than are known; fewer come where there are no more
    void look(StackId stack, String queue, int most, Consumer<Letters> answer);

    /// How long [#look] hides each message of so many.
    static Duration hidden(int most) {
        return LetterShelf.hidden(most);
    }

    /// Forgets what was looked at.
    void forget(StackId stack, String queue);

    /// The redrives of a dead-letter queue, whoever began them, newest first.
    void redrives(StackId stack, String queue, Consumer<Reading<List<RedriveTask>>> answer);

    /// The options of AWS's command line that say where: `--region us-east-1 --profile sora`.
    List<String> where(StackId stack);

    /// @param locks     of the watched stacks
    /// @param running   those without a verdict, oldest first
    /// @param ended     those that ended since the console began, newest first
    /// @param reminders whose time has come or will come, the first to be due first
    record State(Map<StackId, LockState> locks, List<Running> running, List<JournalEntry> ended,
            List<JournalEntry> reminders) {
        public State {
            locks = Map.copyOf(locks);
            running = List.copyOf(running);
            ended = List.copyOf(ended);
            reminders = List.copyOf(reminders);
        }
    }

    /// @param last what the newest look found; empty before the first
    record Running(JournalEntry entry, Optional<Finding.Going> last) {}

    /// @param typed    the name, where it is asked for
    /// @param reminder to go back
    record Confirmed(String note, String typed, Optional<Reminder> reminder) {}

    /// Whether an operation runs.
    sealed interface Begun {

        record Running(JournalEntry entry) implements Begun {}

        /// Nothing was sent and nothing stands in the journal.
        record Declined(Phrase why) implements Begun {}
    }

    /// @param taskDefinition ARN
    /// @param succeeded      when a deployment of it was last known to succeed
    record Revision(String taskDefinition, Optional<Instant> succeeded) {}

    /// What was looked at so far.
    ///
    /// @param letters  those whose bodies are kept, oldest first
    /// @param others   messages that were looked at and whose bodies are not kept, because there are too many
    /// @param complete whether nothing more was there to be looked at
    /// @param failure  why the newest look ended
    record Letters(List<DeadLetter> letters, int others, boolean complete, Instant asOf, Optional<Failure> failure) {
        public Letters {
            letters = List.copyOf(letters);
        }
    }

    /// Ends the calls of the listener.
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
