package io.watchdeck.ui.timeline;

import io.watchdeck.metrics.Resolution;
import io.watchdeck.metrics.Retention;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.TimeRange;
import io.watchdeck.timeline.TimelineEvent;
import io.watchdeck.watch.LedgerAnswer;
import io.watchdeck.watch.Past;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What has been answered of the time that the lanes show.
///
/// @param events of the kinds that lanes show, newest first
/// @param more    whether there are earlier ones that were not asked for
/// @param answers how many of the ledger have come
record Known(Optional<Past> past, List<TimelineEvent> events, boolean more, Optional<LedgerAnswer> ledger,
        int answers, Retention retention) {

    private static final Duration REFRESH = Duration.ofMinutes(1);
    /// In the first moments of a console, while the first look goes on.
    private static final Duration SOON = Duration.ofSeconds(2);
    /// After so many answers nobody will have looked soon.
    private static final int FIRST = 30;

    /// After which it is asked for anew.
    Duration pause() {
        return answers < FIRST && ledger.map(LedgerAnswer::services).filter(all -> !all.isEmpty() && all.stream()
                .noneMatch(one -> one.rate().attendance().isAny())).isPresent() ? SOON : REFRESH;
    }

    static Known nothing() {
        return nothing(Retention.standard());
    }

    private static Known nothing(Retention retention) {
        return new Known(Optional.empty(), List.of(), false, Optional.empty(), 0, retention);
    }

    /// Of another question, about the same history.
    Known emptied() {
        return nothing(retention);
    }

    /// How finely a stretch of time is asked for.
    Tier resolution(TimeRange range, Instant now, double pixels) {
        return Resolution.of(range, now, pixels, retention);
    }

    Known with(Past kept) {
        return new Known(Optional.of(kept), events, more, ledger, answers, kept.metrics().retention());
    }

    Known with(List<TimelineEvent> told, boolean others) {
        return new Known(past, List.copyOf(told), others, ledger, answers, retention);
    }

    Known with(LedgerAnswer kept) {
        return new Known(past, events, more, Optional.of(kept), answers + 1, retention);
    }
}
