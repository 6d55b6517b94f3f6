package io.watchdeck.ui.spot;

import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.ledger.Attendance;
import io.watchdeck.fleet.ledger.LedgerCounts.Tally;
import io.watchdeck.fleet.ledger.SpotChecks;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.SpotExpectation;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.watch.LedgerAnswer.ServiceLedger;
import io.watchdeck.watch.StackSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A service as it is now, with what the ledger holds of it.
///
/// @param asked the time that the ledger was asked about
record SpotService(StackSnapshot stack, ServiceLedger ledger, TimeRange asked) {

    static String key(StackSnapshot stack, String service) {
        return stack.file().id().value() + "/" + service;
    }

    String key() {
        return key(stack, name());
    }

    String name() {
        return ledger.spec().name();
    }

    Optional<StackSnapshot.Service> now() {
        return stack.services().stream().filter(one -> one.spec().name().equals(name())).findFirst();
    }

    /// Its tasks as AWS showed them last; empty while nothing was read.
    Optional<List<TaskState>> running() {
        return now().flatMap(one -> one.tasks().state().latest())
                .map(all -> all.stream().filter(TaskState::isRunning).toList());
    }

    long onSpot() {
        return running().orElse(List.of()).stream().filter(TaskState::isSpot).count();
    }

    /// Whether it has anything to do with Spot: by its strategy, else by its design; and whoever was on Spot in the time
    /// that is shown.
    boolean usesSpot() {
        return ledger.checks().map(SpotChecks::onSpot).orElse(ledger.spec().spotWeight().orElse(0) > 0)
                || ledger.rate().ran() > 0 || all().interruptions() > 0 || onSpot() > 0;
    }

    Tally all() {
        return ledger.counts().all();
    }

    SpotExpectation plan() {
        return ledger.spec().expected();
    }

    boolean isAbovePlan() {
        return ledger.rate().isAbove(plan().interruptions()).orElse(false);
    }

    /// Whether anybody watched in the time that is shown.
    boolean isWatched() {
        return ledger.rate().attendance().isAny();
    }

    Duration watched() {
        return ledger.rate().attendance().watched().length();
    }

    /// In which nobody looked at its tasks or its events, from the begin of what is shown: what was before the first look
    /// ever is not known either.
    List<TimeRange> gaps() {
        var gaps = new ArrayList<>(unseen(ledger.rate().attendance()));
        gaps.addAll(unseen(ledger.events()));
        return joined(gaps);
    }

    /// Whether nobody had ever looked at it at that instant, which is the begin of what is shown.
    boolean isNewerThan(Instant at) {
        return at.equals(asked.from()) && Stream.of(ledger.rate().attendance(), ledger.events())
                .anyMatch(one -> one.range().from().isAfter(at));
    }

    private List<TimeRange> unseen(Attendance attendance) {
        var gaps = new ArrayList<>(attendance.gaps());
        if (attendance.range().from().isAfter(asked.from())) {
            gaps.add(new TimeRange(asked.from(), attendance.range().from()));
        }
        return gaps;
    }

    /// Intervals as few as there are without overlapping ones.
    static List<TimeRange> joined(Collection<TimeRange> some) {
        return io.watchdeck.fleet.ledger.Watched.of(some).parts();
    }

    /// Why its tasks are not known.
    Optional<Absence> absence(io.watchdeck.words.Words words) {
        return now().flatMap(one -> Absence.of(one.tasks().state(), words));
    }
}
