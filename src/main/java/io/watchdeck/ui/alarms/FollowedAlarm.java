package io.watchdeck.ui.alarms;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Which row an alarm has now: one that was chosen while it lived is followed to the next time that it comes.
final class FollowedAlarm {

    private final List<AlarmFacts> all;
    private final Map<UUID, AlarmFacts> byId;

    /// @param all  in rows, as they are now
    /// @param byId the same
    FollowedAlarm(List<AlarmFacts> all, Map<UUID, AlarmFacts> byId) {
        this.all = all;
        this.byId = byId;
    }

    /// The same occurrence. Where it is over by now, or a later one of a flapping alarm has taken its row, the newest
    /// that is not over; where there is none it stays. One that was chosen when it was over is left only when its row is
    /// taken. Empty for what is not known any more.
    ///
    /// @param one as it was when it was chosen
    Optional<AlarmFacts> of(AlarmFacts one) {
        Optional<AlarmFacts> same = Optional.ofNullable(byId.get(one.id()));
        if (same.filter(now -> now.live() || !one.live()).isPresent()) {
            return same;
        }
        return newest(others(one).filter(now -> one.live() ? now.live() : now.times() > 1)).or(() -> same)
                .or(() -> newest(others(one).filter(now -> now.times() > 1)));
    }

    private Stream<AlarmFacts> others(AlarmFacts one) {
        return all.stream().filter(now -> now.isLaterThan(one));
    }

    private static Optional<AlarmFacts> newest(Stream<AlarmFacts> some) {
        return some.max(Comparator.comparing(now -> now.occurrence().raised()));
    }
}
