package io.watchdeck.watch;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Saying;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// What screens ask of alarms beyond the snapshots. Every method returns at once, every answer comes on another thread.
public interface AlarmDesk {

    /// As whom a person's word is written.
    String person();

    /// Gives a person's word on occurrences. What is over by then stays so. The answer comes when what was taken is
    /// kept; the next snapshot has it.
    void say(Saying saying, Consumer<Said> answer);

    /// The occurrences of one trouble since a moment, newest first.
    void episodes(AlarmKey key, Instant since, Consumer<List<Occurrence>> answer);

    /// What happened to an occurrence, oldest first.
    void changes(Occurrence one, Consumer<List<Change>> answer);

    /// Those of all watched stacks that were over after a moment, the last to end first.
    void resolved(Instant after, Consumer<List<Occurrence>> answer);

    /// Calls the listener, on whatever thread, with all of which somebody is to be told at once: never of a notice.
    Watch.Subscription told(Consumer<List<Change>> listener);

    /// What came of a word.
    ///
    /// @param taken  as they stand now
    /// @param over   those that were over, or are not there any more
    /// @param memory whether it is kept in memory only, and lost with the program
    record Said(List<Occurrence> taken, List<UUID> over, boolean memory) {
        public Said {
            taken = List.copyOf(taken);
            over = List.copyOf(over);
        }
    }
}
