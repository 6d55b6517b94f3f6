package io.watchdeck.ui.timeline;

import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.model.Failure;
import io.watchdeck.model.StackId;
import io.watchdeck.timeline.EventPage;
import io.watchdeck.timeline.EventQuery;
import io.watchdeck.timeline.Timeline;
import io.watchdeck.ui.shell.PageContext;
import io.watchdeck.watch.LedgerAnswer;
import io.watchdeck.watch.LedgerQuestion;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.PastSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Asks the watching and the timeline; the answers come on the FX thread.
///
/// @param timeline empty where nothing of what happened is kept
record KeptArchive(PageContext context, Optional<Timeline> timeline) implements Archive {

    @Override
    public boolean keepsEvents() {
        return timeline.isPresent();
    }

    @Override
    public void history(HistoryQuery query, Consumer<Past> answer) {
        context.feed().history(query, answer);
    }

    @Override
    public void events(EventQuery query, Consumer<EventPage> answer) {
        timeline.ifPresentOrElse(kept -> kept.events(query, context.words(), context.feed().onFx(answer)),
                () -> answer.accept(new EventPage(List.of(), Optional.empty())));
    }

    @Override
    public void ledger(LedgerQuestion question, Consumer<LedgerAnswer> answer) {
        context.watch().ledger().ask(question, context.feed().onFx(answer));
    }

    @Override
    public List<Failure> unread(StackId stack) {
        return context.watch().past().unread(stack);
    }

    @Override
    public void at(Instant moment, StackId stack, Consumer<PastSnapshot> answer) {
        context.watch().past().at(moment, Set.of(stack), context.feed().onFx(answer));
    }
}
