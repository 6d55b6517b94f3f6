package io.watchdeck.watch;

import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Reading;
import io.watchdeck.refresh.Readings;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Reads what only the details of a service tell, for the one service whose details are open. What was known of it is
/// forgotten when they close: the next look asks anew. Any thread.
final class Inspector {

    /// One look. An answer that comes after the look has ended finds nobody who would show it.
    private record Look(Inspection of, Readings<String, List<ScalingActivity>> activities) {

        Loadable<List<ScalingActivity>> known() {
            return activities.get(of.service());
        }
    }

    private final Rhythm rhythm;
    private final Clock clock;
    private volatile Optional<Look> look = Optional.empty();

    Inspector(Rhythm rhythm, Clock clock) {
        this.rhythm = rhythm;
        this.clock = clock;
    }

    /// @return whether something else than before is to be read
    synchronized boolean look(Optional<Inspection> inspection) {
        Optional<Inspection> wanted = inspection.map(one -> one.with(Optional.empty()));
        if (Objects.equals(look.map(Look::of), wanted)) {
            return false;
        }
        look = wanted.map(of -> new Look(of, new Readings<>(clock)));
        return wanted.isPresent();
    }

    /// Reads once what the look needs; nothing where nobody looks.
    void read(Collection<Site> sites) {
        look.ifPresent(now -> sites.forEach(site -> now.of().stack(site)
                .flatMap(stack -> site.reader().activities(stack, now.of().service()))
                .ifPresent(reading -> now.activities().accept(now.of().service(), retried(reading)))));
    }

    /// A throttled reading tells when the next try is.
    private <T> Reading<T> retried(Reading<T> reading) {
        return reading instanceof Reading.Unknown<T>(var failure, var at)
                && failure.kind() == Failure.Kind.THROTTLED
                        ? Reading.unknown(failure.withRetryAt(at.plus(rhythm.inspection())), at) : reading;
    }

    Optional<Inspected> known(Collection<Site> sites, Instant at) {
        return look.flatMap(now -> sites.stream().flatMap(site -> now.of().stack(site)
                .map(stack -> inspected(now, Figures.refused(now.known(),
                        Admission.refusal(stack, site.board().identity.get(Board.ONLY)), at)))
                .stream()).findFirst());
    }

    private Inspected inspected(Look now, Loadable<List<ScalingActivity>> known) {
        return new Inspected(now.of(), new Panel<>(known, rhythm.inspection()));
    }
}
