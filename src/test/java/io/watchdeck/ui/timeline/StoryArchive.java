package io.watchdeck.ui.timeline;

import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.model.Failure;
import io.watchdeck.model.StackId;
import io.watchdeck.timeline.EventPage;
import io.watchdeck.timeline.EventQuery;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.LedgerAnswer;
import io.watchdeck.watch.LedgerQuestion;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.PastDesk;
import io.watchdeck.watch.PastSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// What is kept of [TimelineStory]. Of moments it answers when it is told to.
final class StoryArchive implements Archive {

    static final Words WORDS = new Words(Locale.ENGLISH, Snapshots.ZONE);

    final FakeWatch watch = TimelineStory.watch();
    final List<Instant> moments = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean atOnce = true;
    List<Failure> unread = List.of();
    PastDesk past = watch.past();

    void hold() {
        atOnce = false;
    }

    /// Gives the oldest answer that is held.
    void answer() {
        waiting.removeFirst().run();
    }

    @Override
    public boolean keepsEvents() {
        return true;
    }

    @Override
    public void history(HistoryQuery query, Consumer<Past> answer) {
        watch.history(query, answer);
    }

    @Override
    public void events(EventQuery query, Consumer<EventPage> answer) {
        TimelineStory.timeline().events(query, WORDS, answer);
    }

    @Override
    public void ledger(LedgerQuestion question, Consumer<LedgerAnswer> answer) {
        watch.ledger().ask(question, answer);
    }

    @Override
    public List<Failure> unread(StackId stack) {
        return unread;
    }

    @Override
    public void at(Instant moment, StackId stack, Consumer<PastSnapshot> answer) {
        moments.add(moment);
        Runnable give = () -> past.at(moment, Set.of(stack), answer);
        if (atOnce) {
            give.run();
        } else {
            waiting.add(give);
        }
    }
}
