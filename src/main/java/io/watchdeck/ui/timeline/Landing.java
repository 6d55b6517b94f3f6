package io.watchdeck.ui.timeline;

import io.watchdeck.ui.timeline.MomentViewModel.Looked;
import io.watchdeck.ui.timeline.StateLine.Cell;
import io.watchdeck.watch.PastSnapshot;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;

/// Where a person comes to who wants to see the moment of an alarm.
///
/// @param wanted the moment at which it was raised
/// @param at     where the cursor stands
/// @param steps  gone since the first look, until something has answered
record Landing(Instant wanted, Instant at, int steps) {

    /// The first answers come some seconds after the first look, those of metrics last.
    private static final int STEP = 5;
    private static final int MOST = 12;

    static Landing at(Instant wanted) {
        Instant second = wanted.truncatedTo(ChronoUnit.SECONDS);
        return new Landing(second, second, 0);
    }

    /// Where to go on; empty where something is recorded here, where nobody has looked since, or where no alarm was raised
    /// at the moment that is wanted.
    Optional<Landing> next(Looked looked, Known known, PastSnapshot past, Words words) {
        return isOfAlarm(looked, known) ? later(looked, past, words).filter(one -> one.at().isBefore(looked.now()))
                : Optional.empty();
    }

    private Optional<Landing> later(Looked looked, PastSnapshot past, Words words) {
        var id = looked.stack().file().id();
        Optional<StackSnapshot> shown = past.shown().stream().flatMap(all -> all.stacks().stream())
                .filter(one -> one.file().id().equals(id)).findFirst();
        return shown.isPresent()
                ? shown.filter(one -> steps < MOST && !isTold(StateFacts.then(one, at, words).values()))
                        .map(_ -> new Landing(wanted, at.plusSeconds(STEP), steps + 1))
                : past.unseen().stream().filter(one -> one.stack().equals(id)).flatMap(one -> one.next().stream())
                        .filter(at::isBefore).findFirst().map(first -> new Landing(wanted,
                                first.plusMillis(999).truncatedTo(ChronoUnit.SECONDS), steps));
    }

    private boolean isOfAlarm(Looked looked, Known known) {
        return known.past().stream().flatMap(kept -> kept.alarms().stream())
                .anyMatch(one -> one.key().stack().equals(looked.stack().file().id())
                        && one.raised().truncatedTo(ChronoUnit.SECONDS).equals(wanted));
    }

    private static boolean isTold(Collection<Cell> cells) {
        return cells.stream().filter(cell -> cell.absent().isEmpty()).count() * 2 > cells.size();
    }

    /// @param verdict of the stack at the cursor
    String said(String verdict, Words words) {
        return at.equals(wanted) ? verdict : words.say("ui.timeline.landed", words.clockSeconds(wanted), verdict);
    }
}
