package io.watchdeck.fleet.ledger;

import io.watchdeck.fleet.ledger.LedgerStore.Brief;
import io.watchdeck.stack.SpotExpectation.Percent;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;

/// Of the Spot tasks that ran while somebody watched, how many were interrupted then. What happened in a gap is on neither
/// side.
///
/// @param interrupted tasks that had begun to run
/// @param ran         tasks, with those that were interrupted
/// @param attendance  the time that both are of
public record InterruptionRate(int interrupted, int ran, Attendance attendance) {

    /// @param interruptions of a service
    /// @param ran           how many tasks of it ran while somebody watched
    public static InterruptionRate of(Collection<Brief> interruptions, int ran, Attendance attendance) {
        int interrupted = (int) interruptions.stream()
                .filter(one -> one.ran() && attendance.watched().contains(one.at())).count();
        return new InterruptionRate(interrupted, Math.max(ran, interrupted), attendance);
    }

    /// Empty where no Spot task ran.
    public OptionalDouble percent() {
        return ran == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * interrupted / ran);
    }

    /// Whether it is more than the design expects; empty where that expects nothing, or nothing ran.
    public Optional<Boolean> isAbove(Optional<Percent> expected) {
        return expected.filter(_ -> percent().isPresent()).map(most -> percent().getAsDouble() > most.to());
    }
}
