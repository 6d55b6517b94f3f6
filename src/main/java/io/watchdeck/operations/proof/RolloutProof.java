package io.watchdeck.operations.proof;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.fleet.rollout.ServiceDeployment.CircuitBreaker;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whether a deployment that an operation began came to its end.
final class RolloutProof {

    /// The clocks of this machine and of AWS may differ so much.
    private static final Duration SKEW = Duration.ofMinutes(2);

    private final JournalEntry entry;
    private final ServiceState service;
    private final List<ServiceDeployment> deployments;
    /// Why nothing is known of service deployments; empty where they are known.
    private final Optional<Failure> unread;
    private final Instant now;

    /// @param deployments newest first
    RolloutProof(JournalEntry entry, ServiceState service, Reading<List<ServiceDeployment>> deployments,
            Instant now) {
        this.entry = entry;
        this.service = service;
        this.deployments = deployments instanceof Reading.Known<List<ServiceDeployment>>(var known, var _) ? known
                : List.of();
        unread = deployments instanceof Reading.Unknown<List<ServiceDeployment>>(Failure failure, var _)
                ? Optional.of(failure) : Optional.empty();
        this.now = now;
    }

    Finding judge() {
        Optional<Deployment> known = own();
        if (known.isPresent()) {
            return judge(known.get());
        }
        return lately().map(this::judge).orElseGet(this::missing);
    }

    /// The deployment that the request began: by the id of its answer, else one that is primary since, was not before and
    /// is of the revision that was wanted.
    private Optional<Deployment> own() {
        Optional<String> id = entry.began();
        if (id.isPresent()) {
            return service.deployments().stream().filter(one -> one.id().equals(id.get())).findFirst();
        }
        return service.deployments().stream().filter(Deployment::isPrimary)
                .filter(one -> !entry.before().deployment().equals(Optional.of(one.id())))
                .filter(one -> isSince(one.createdAt()) && isWanted(one.taskDefinition())).findFirst();
    }

    /// Somebody else may deploy another revision at the same time.
    private boolean isWanted(String taskDefinition) {
        return !(entry.operation() instanceof Operation.RollBack back)
                || back.taskDefinition().equals(taskDefinition);
    }

    private boolean isSince(Instant at) {
        return at.isAfter(entry.begun().minus(SKEW));
    }

    /// ECS forgets a deployment when another has taken its place, but not the service deployment of it.
    private Optional<ServiceDeployment> lately() {
        return deployments.stream().filter(one -> isSince(one.createdAt())
                && one.createdAt().isBefore(entry.begun().plus(SKEW))
                && one.taskDefinition().filter(this::isWanted).isPresent()).reduce((_, first) -> first);
    }

    private Finding judge(Deployment one) {
        if (one.failed()) {
            return Finding.ended(now, Result.FAILED, "proof.rollout.failed", one.revision(), one.rolloutReason(),
                    one.failedTasks());
        }
        Optional<ServiceDeployment> whole = deployments.stream().filter(ServiceDeployment::isUnderWay).findFirst();
        if (!one.isPrimary()) {
            return primary().filter(other -> isSince(other.createdAt()))
                    .map(other -> Finding.ended(now, Result.FAILED, "proof.rollout.replaced", one.revision(),
                            other.revision()))
                    .orElseGet(() -> going(one, whole));
        }
        boolean complete = one.rolloutState().equals("COMPLETED")
                || one.rolloutState().isEmpty() && one.running() == one.desired() && one.pending() == 0
                        && service.deployments().size() == 1;
        if (complete) {
            return Finding.ended(now, Result.WORKED,
                    entry.isUnsure() ? "proof.rollout.workedUnsure" : "proof.rollout.worked",
                    one.revision(), one.running(), one.desired());
        }
        return Patience.isOver(entry, now) ? Finding.ended(now, Result.NOT_KNOWN, "proof.rollout.late", one.revision(),
                one.running(), one.desired(), Patience.of(entry.operation().kind())) : going(one, whole);
    }

    private Optional<Deployment> primary() {
        return service.deployments().stream().filter(Deployment::isPrimary).findFirst();
    }

    private static Finding going(Deployment one, Optional<ServiceDeployment> whole) {
        Phrase breaker = whole.flatMap(ServiceDeployment::breaker).filter(found -> found.failures() > 0)
                .map(RolloutProof::said)
                .orElseGet(() -> one.failedTasks() > 0 ? Phrase.of("proof.rollout.failures", one.failedTasks())
                        : Phrase.of("proof.rollout.noFailures"));
        return Finding.going(one.running(), one.desired(), "proof.rollout.going", one.revision(), one.running(),
                one.desired(), breaker);
    }

    private static Phrase said(CircuitBreaker breaker) {
        return Phrase.of("proof.rollout.breaker", breaker.failures(), breaker.threshold());
    }

    private Finding judge(ServiceDeployment one) {
        String revision = one.taskDefinition().map(arn -> arn.substring(arn.lastIndexOf('/') + 1)).orElse("?");
        return switch (one.status()) {
            case "SUCCESSFUL" -> Finding.ended(now, Result.WORKED, "proof.rollout.workedLater", revision);
            case "ROLLBACK_SUCCESSFUL", "ROLLBACK_FAILED", "STOPPED" -> Finding.ended(now, Result.FAILED,
                    "proof.rollout.ended", revision, one.status(), one.reason());
            default -> Patience.isOver(entry, now)
                    ? Finding.ended(now, Result.NOT_KNOWN, "proof.rollout.status", revision, one.status())
                    : Finding.going("proof.rollout.status", revision, one.status());
        };
    }

    private Finding missing() {
        if (unread.isPresent()) {
            return Patience.isOver(entry, now)
                    ? Finding.ended(now, Result.NOT_KNOWN, "proof.unreadable", unread.get().sentence())
                    : Finding.going("proof.unread", unread.get().sentence());
        }
        if (entry.began().isPresent()) {
            return Patience.isSettled(entry, now)
                    ? Finding.ended(now, Result.NOT_KNOWN, "proof.rollout.gone", entry.began().get())
                    : Finding.going("proof.waiting");
        }
        return Patience.isSettled(entry, now) ? Finding.ended(now, Result.NOT_DONE, "proof.rollout.none")
                : Finding.going("proof.readingBack");
    }
}
