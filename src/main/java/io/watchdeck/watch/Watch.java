package io.watchdeck.watch;

import io.watchdeck.logs.LogGroup;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What screens ask of the watching: the newest snapshot, and a say in its rhythm. Every method returns at once.
public interface Watch {

    WatchSnapshot current();

    /// Calls the listener with every new snapshot, on whatever thread composed it, until the subscription is closed.
    Subscription subscribe(Consumer<WatchSnapshot> listener);

    /// Reads everything that is not being read already.
    void refresh();

    /// The stack that a person looks at is read more often.
    void focus(Optional<StackId> stack);

    /// Whether the window can be seen: while it cannot, metrics are read seldom. What has become due is read when it is
    /// shown again.
    void visible(boolean shown);

    /// The service whose details are open: what only they tell is read while they are, beside everything else.
    void inspect(Optional<Inspection> service);

    /// Reads what is kept of metrics and of what happened to their stacks. The answer comes on another thread, at once from what is there, and once more when
    /// something was missing that AWS still had.
    void history(HistoryQuery query, Consumer<Past> answer);

    /// Reads what the log groups of stacks hold, by stack and name: a free call for each account and Region. A stack of
    /// which nothing may be read yet is left out. The answer comes on another thread.
    void logGroups(Set<StackId> stacks, Consumer<Map<StackId, Map<String, Reading<LogGroup>>>> answer);

    /// Cost beyond the snapshots: questions at a price, and the days that are kept.
    CostDesk costs();

    /// Alarms beyond the snapshots: words on them, and what became of them.
    AlarmDesk alarms();

    /// What is known of a stack while it is being changed.
    ChangeDesk changes();

    /// What Spot took, and when somebody looked.
    LedgerDesk ledger();

    /// Moments that are over, as the screens showed them.
    default PastDesk past() {
        return PastDesk.none();
    }

    void pause(boolean paused);

    boolean paused();

    /// Ends the calls of the listener.
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
