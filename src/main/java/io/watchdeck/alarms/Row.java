package io.watchdeck.alarms;

import io.watchdeck.alarms.Occurrence.Flapping;
import io.watchdeck.alarms.Status.Held;
import io.watchdeck.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The occurrences of one trouble with less than a quarter of an hour of quiet between them. Three of them within a quarter
/// of an hour are flapping, and the row is until it has been quiet for as long. A word that was given while it flapped
/// holds for those that follow, unless one is more severe than what it was given for.
///
/// @param first  of the row
/// @param raises when each was raised
/// @param last   the newest of them, as it stands: over it still says how it was held
/// @param before when the one before the newest was over, be it of this row or not; empty where none is known
record Row(UUID first, List<Instant> raises, Occurrence last, Severity worst, Optional<Instant> before) {

    private static final Duration QUIET = Duration.ofMinutes(15);
    private static final int FLAPPING = 3;

    static Row with(Optional<Row> before, Occurrence one) {
        Optional<Row> row = before.filter(old -> old.last.id().equals(one.id()) || !old.isQuiet(one.raised()));
        Optional<Instant> ended = before.flatMap(old -> old.last.id().equals(one.id()) ? old.before : old.ended());
        if (row.isEmpty()) {
            return new Row(one.id(), List.of(one.raised()), one, one.worst(), ended);
        }
        Row old = row.get();
        var raises = new ArrayList<>(old.raises);
        if (old.last.id().equals(one.id())) {
            raises.removeLast();
        }
        raises.add(one.raised());
        return new Row(old.first, List.copyOf(raises), one, old.worst.worse(one.worst()), ended);
    }

    /// Whether nothing has been wrong for so long that what comes is another row.
    boolean isQuiet(Instant now) {
        return ended().filter(end -> !end.plus(QUIET).isAfter(now)).isPresent();
    }

    /// When the newest was over.
    Optional<Instant> ended() {
        return last.resolved();
    }

    /// What one that is raised now is to the row; empty as long as it does not flap.
    Optional<Flapping> next(Instant raised) {
        int number = raises.size() + 1;
        boolean often = number >= FLAPPING
                && !raises.get(number - FLAPPING).plus(QUIET).isBefore(raised);
        return last.flapping().isPresent() || often ? Optional.of(new Flapping(first, number)) : Optional.empty();
    }

    /// The word that holds for one that is raised now.
    Optional<Held> held(Severity severity, Instant raised) {
        return last.flapping().flatMap(_ -> last.status().held())
                .filter(held -> !held.word().isOver(raised) && severity.compareTo(held.word().on()) <= 0);
    }

    /// Whether somebody has been told of as much already.
    boolean repeats(Severity severity) {
        return last.flapping().isPresent() && severity.compareTo(worst) <= 0;
    }
}
