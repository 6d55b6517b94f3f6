package io.watchdeck.operations.proof;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Whether a service deployment that was to be stopped was, and what it was rolled back to runs. ECS calls a rollback
/// complete only when the last task of the other revision has drained, minutes after that.
///
/// @param deployments of the service, newest first
/// @param service     read only while a rollback is under way
record StopProof(JournalEntry entry, Operation.StopDeployment stop, List<ServiceDeployment> deployments,
        Supplier<Reading<ServiceState>> service, Instant now) {

    /// A primary deployment that was created so near to the one that was to be stopped is taken for that one, and not yet
    /// for what it is rolled back to.
    private static final Duration SAME_AT_MOST = Duration.ofSeconds(60);

    Finding judge() {
        Optional<ServiceDeployment> found =
                deployments.stream().filter(one -> one.arn().equals(stop.deployment())).findFirst();
        if (found.isEmpty()) {
            return Finding.ended(now, Result.NOT_KNOWN, "proof.stop.gone");
        }
        ServiceDeployment one = found.get();
        return switch (one.status()) {
            case "STOPPED", "ROLLBACK_SUCCESSFUL" ->
                Finding.ended(now, Result.WORKED, "proof.stop.worked", GivenUp.why(one).orElseThrow());
            case "ROLLBACK_FAILED" -> Finding.ended(now, Result.FAILED, "proof.stop.failed", one.reason());
            case "SUCCESSFUL" -> Finding.ended(now, Result.NOT_DONE, "proof.stop.tooLate");
            case "PENDING", "IN_PROGRESS" -> Patience.isSettled(entry, now)
                    ? Finding.ended(now, entry.isUnsure() ? Result.NOT_DONE : Result.FAILED, "proof.stop.goesOn")
                    : Finding.going("proof.readingBack");
            case "ROLLBACK_IN_PROGRESS" -> back(one).map(this::rollsBack).orElseGet(() -> underWay(one));
            default -> underWay(one);
        };
    }

    private Finding underWay(ServiceDeployment one) {
        Phrase how = GivenUp.how(one).orElseGet(() -> Phrase.of("proof.stop.status", one.status()));
        return Patience.isOver(entry, now) ? Finding.ended(now, Result.NOT_KNOWN, "proof.stop.late", how)
                : Finding.going("proof.told", how);
    }

    /// The deployment that it is rolled back to: the primary one, unless that still is the one that was to be stopped.
    private Optional<Deployment> back(ServiceDeployment stopped) {
        return service.get() instanceof Reading.Known<ServiceState>(var state, var _)
                ? state.primary().filter(one -> RolloutProof.apart(one, stopped).compareTo(SAME_AT_MOST) > 0)
                : Optional.empty();
    }

    private Finding rollsBack(Deployment back) {
        if (back.running() >= back.desired() && back.pending() == 0) {
            return Finding.ended(now, Result.WORKED, "proof.stop.back", back.revision(), back.running(),
                    back.desired());
        }
        return Patience.isOver(entry, now)
                ? Finding.ended(now, Result.NOT_KNOWN, "proof.stop.backLate", back.revision(), back.running(),
                        back.desired())
                : Finding.going(back.running(), back.desired(), "proof.stop.rollsBack", back.revision(),
                        back.running(), back.desired());
    }
}
