package io.watchdeck.ui.timeline;

import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.model.Failure;
import io.watchdeck.model.StackId;
import io.watchdeck.timeline.EventPage;
import io.watchdeck.timeline.EventQuery;
import io.watchdeck.watch.LedgerAnswer;
import io.watchdeck.watch.LedgerQuestion;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.PastSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// What the timeline asks of what is kept. Every method returns at once; the answers come on the thread that asked, a
/// history perhaps more than once.
interface Archive {

    /// Whether what happened is kept at all.
    boolean keepsEvents();

    void history(HistoryQuery query, Consumer<Past> answer);

    void events(EventQuery query, Consumer<EventPage> answer);

    void ledger(LedgerQuestion question, Consumer<LedgerAnswer> answer);

    /// Why some of what happens to a stack is not kept, of what is shown as no figure.
    List<Failure> unread(StackId stack);

    /// What the screens showed of a stack.
    void at(Instant moment, StackId stack, Consumer<PastSnapshot> answer);
}
