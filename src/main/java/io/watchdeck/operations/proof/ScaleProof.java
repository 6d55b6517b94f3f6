package io.watchdeck.operations.proof;

import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.When;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.stack.ServiceSpec.Range;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/// Whether a service came to the count and the range that it was to have.
final class ScaleProof {

    private final JournalEntry entry;
    private final Operation.Scale scale;
    private final ServiceState service;
    private final Optional<Range> range;
    private final Since since;
    private final Instant now;

    /// @param range that is in force; empty where there is none, or it is not known
    ScaleProof(JournalEntry entry, Operation.Scale scale, ServiceState service, Optional<ScalingRange> range,
            Since since, Instant now) {
        this.entry = entry;
        this.scale = scale;
        this.service = service;
        this.range = range.map(found -> new Range(found.min(), found.max()));
        this.since = since;
        this.now = now;
    }

    Finding judge() {
        if (scale.range().isPresent() && !scale.range().equals(range)) {
            return ours(one -> one.range().isPresent() && !one.range().equals(scale.range()))
                    .orElseGet(() -> settled(
                            Finding.ended(now, entry.isUnsure() ? Result.NOT_DONE : Result.FAILED,
                                    "proof.scale.range", said(scale.range()), said(range)),
                            "proof.scale.rangeSoFar", said(range), said(scale.range())));
        }
        if (scale.desired().isEmpty()) {
            return Finding.ended(now, Result.WORKED, "proof.scale.rangeWorked", said(scale.range()), service.desired());
        }
        int wanted = scale.desired().getAsInt();
        if (service.desired() != wanted) {
            return ours(one -> one.desired().isPresent() && one.desired().getAsInt() != wanted)
                    .orElseGet(() -> settled(other(wanted), "proof.scale.soFar", service.desired(), wanted));
        }
        if (service.running() == wanted && service.pending() == 0) {
            return Finding.ended(now, Result.WORKED,
                    entry.isUnsure() ? "proof.scale.workedUnsure" : "proof.scale.worked",
                    service.running(), wanted);
        }
        if (Patience.isOver(entry, now)) {
            return Finding.ended(now, Result.FAILED, "proof.scale.late", service.running(), wanted,
                    Patience.of(entry.operation().kind()),
                    service.events().isEmpty() ? "" : service.events().getFirst().message());
        }
        return Finding.going(service.running(), wanted, "proof.scale.going", service.running(), wanted,
                service.pending());
    }

    /// The range comes first: it may be done where the count is not.
    private Finding other(int wanted) {
        boolean asBefore = entry.before().desired().isPresent()
                && entry.before().desired().getAsInt() == service.desired();
        if (entry.isUnsure() && (asBefore || entry.isUnfinished())) {
            return scale.range().isEmpty() || scale.range().equals(entry.before().range())
                    ? Finding.ended(now, Result.NOT_DONE, "proof.scale.notDone", service.desired())
                    : Finding.ended(now, Result.PARTLY, "proof.scale.partly", said(range), service.desired());
        }
        return Finding.ended(now, Result.FAILED, "proof.scale.setBack", wanted, service.desired());
    }

    /// That this console set something else itself, later.
    private Optional<Finding> ours(Predicate<Operation.Scale> other) {
        return since.first(one -> one instanceof Operation.Scale later && other.test(later))
                .map(later -> new Finding.Ended(new Verdict(Result.CANCELLED, superseded(later), now)));
    }

    /// The part of it that is in force is told too.
    private Phrase superseded(JournalEntry later) {
        Phrase told = Phrase.of("proof.superseded", new When(later.begun(), now),
                set((Operation.Scale) later.operation()));
        boolean stays = scale.range().isPresent() && scale.range().equals(range)
                && !scale.range().equals(entry.before().range());
        return stays ? Phrase.of("proof.superseded.rangeStays", told, said(range)) : told;
    }

    private static Phrase set(Operation.Scale later) {
        if (later.desired().isEmpty()) {
            return Phrase.of("proof.superseded.range", said(later.range()));
        }
        return later.range().isEmpty() ? Phrase.of("proof.superseded.count", later.desired().getAsInt())
                : Phrase.of("proof.superseded.both", later.desired().getAsInt(), said(later.range()));
    }

    /// What was just changed may not show yet.
    ///
    /// @param soFar the key of what was read, and its arguments
    private Finding settled(Finding end, String soFar, Object... read) {
        return Patience.isSettled(entry, now) ? end : Finding.going(soFar, read);
    }

    private static Phrase said(Optional<Range> ends) {
        return ends.map(one -> Phrase.of("operation.range.ends", one.min(), one.max()))
                .orElseGet(() -> Phrase.of("proof.scale.noRange"));
    }
}
