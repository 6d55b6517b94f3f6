package io.watchdeck.operations.proof;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.fleet.rollout.ServiceDeployment.CircuitBreaker;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.When;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Whether a deployment that an operation began came to its end.
final class RolloutProof {

    /// A deployment of a service and the service deployment that brought it are created so far apart at the most.
    private static final Duration TOGETHER = Duration.ofSeconds(30);

    private final JournalEntry entry;
    private final ServiceState service;
    private final List<ServiceDeployment> deployments;
    /// Why nothing is known of service deployments; empty where they are known.
    private final Optional<Failure> unread;
    private final Since since;
    private final Instant now;
    private final Arrival arrival;

    /// @param deployments newest first
    RolloutProof(JournalEntry entry, ServiceState service, Reading<List<ServiceDeployment>> deployments,
            Since since, Instant now) {
        this.entry = entry;
        this.service = service;
        this.deployments = deployments instanceof Reading.Known<List<ServiceDeployment>>(var known, var _) ? known
                : List.of();
        unread = deployments instanceof Reading.Unknown<List<ServiceDeployment>>(Failure failure, var _)
                ? Optional.of(failure) : Optional.empty();
        this.since = since;
        this.now = now;
        arrival = Arrival.of(entry);
    }

    Finding judge() {
        Optional<String> id = entry.began();
        return id.isPresent() ? answered(id.get()) : unanswered();
    }

    /// The deployment of the answer's id. ECS forgets it when another has taken its place, but not the service deployment
    /// of it, which has another id: the one of the wanted revision that began nearest to the answer is it.
    private Finding answered(String id) {
        Optional<Deployment> own =
                service.deployments().stream().filter(one -> one.id().equals(id)).findFirst();
        return own.map(this::judge).orElseGet(
                () -> lately().stream().min(Comparator.comparing(
                        one -> Duration.between(arrival.until(), one.createdAt()).abs())).map(this::judge)
                        .orElseGet(this::missing));
    }

    /// Without an answer it is told by what is knowable: it is none of before, of the revision that this operation asks
    /// for, and began when the request may have arrived. Everybody else's deployment of another revision is thus told
    /// apart, such as a pipeline's. ECS does not tell who forced a deployment of the same revision: of several in that time
    /// nobody can say which of them is ours, and one that began after the answer was given up is ours only if the clocks
    /// differ.
    private Finding unanswered() {
        if (entry.operation() instanceof Operation.SpotWeight spot && !service.strategy().equals(spot.strategy())) {
            return service.strategy().equals(entry.before().strategy()) ? missing() : untold("proof.rollout.weights");
        }
        List<Deployment> shown = shown();
        List<ServiceDeployment> all = lately();
        if (all.size() > 1 || all.isEmpty() && shown.size() > 1) {
            return untold("proof.rollout.several");
        }
        Optional<Deployment> first = shown.stream().min(Comparator.comparing(Deployment::createdAt));
        if (first.isPresent()) {
            return arrival.isPast(first.get().createdAt()) ? untold("proof.rollout.later") : judge(first.get());
        }
        return all.stream().findFirst().map(
                one -> arrival.isPast(one.createdAt()) || arrival.isEarly(one.createdAt())
                        ? untold("proof.rollout.later") : judge(one))
                .orElseGet(this::missing);
    }

    /// Those that began with the request, as far as ECS still has them. The one that was primary just before the request
    /// left is known by its id.
    private List<Deployment> shown() {
        return service.deployments().stream()
                .filter(one -> !entry.before().deployment().equals(Optional.of(one.id())))
                .filter(one -> arrival.mayBegin(one.createdAt()) && isWanted(one.taskDefinition())).toList();
    }

    /// Service deployments that may have begun with the request, newest first. They have ids of their own: that of the
    /// primary deployment of before is the newest that is not younger than that.
    private List<ServiceDeployment> lately() {
        Optional<Instant> before = service.deployments().stream()
                .filter(one -> entry.before().deployment().equals(Optional.of(one.id()))).map(Deployment::createdAt)
                .findFirst();
        return deployments.stream().filter(one -> arrival.mayBegin(one.createdAt()))
                .filter(one -> before.isEmpty() || one.createdAt().isAfter(before.get()))
                .filter(one -> one.taskDefinition().filter(this::isWanted).isPresent()).toList();
    }

    /// Of the revision that the request asks for: a forced deployment keeps the one of before.
    private boolean isWanted(String taskDefinition) {
        Optional<String> wanted = entry.operation() instanceof Operation.RollBack back
                ? Optional.of(back.taskDefinition()) : entry.before().taskDefinition();
        return wanted.isEmpty() || wanted.get().equals(taskDefinition);
    }

    private boolean isSince(Instant at) {
        return at.isAfter(entry.begun().minus(JournalEntry.SKEW));
    }

    /// More may show while ECS catches up.
    private Finding untold(String why) {
        return Patience.isSettled(entry, now) ? Finding.ended(now, Result.NOT_KNOWN, why)
                : Finding.going("proof.readingBack");
    }

    private Finding judge(Deployment one) {
        Optional<ServiceDeployment> whole = whole(one);
        Optional<Finding> stopped = whole.flatMap(this::stopped);
        if (stopped.isPresent()) {
            return stopped.get();
        }
        if (one.failed()) {
            return Finding.ended(now, Result.FAILED, "proof.rollout.failed", one.revision(), one.rolloutReason(),
                    one.failedTasks());
        }
        Optional<Finding> over = whole.flatMap(this::over);
        if (over.isPresent()) {
            return over.get();
        }
        if (!one.isPrimary()) {
            return superseded(one.revision()).or(() -> service.primary().filter(other -> isSince(other.createdAt()))
                    .map(other -> Finding.ended(now, Result.FAILED, "proof.rollout.replaced", one.revision(),
                            other.revision())))
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

    /// The service deployment that brought it: of its revision, created with it, and with no other deployment rather. ECS may
    /// not show it yet.
    private Optional<ServiceDeployment> whole(Deployment one) {
        return deployments.stream()
                .filter(other -> other.taskDefinition().map(one.taskDefinition()::equals).orElse(true))
                .filter(other -> apart(one, other).compareTo(TOGETHER) <= 0)
                .filter(other -> service.deployments().stream()
                        .noneMatch(next -> apart(next, other).compareTo(apart(one, other)) < 0))
                .min(Comparator.comparing(other -> apart(one, other)));
    }

    /// Between the creations of both.
    static Duration apart(Deployment one, ServiceDeployment other) {
        return Duration.between(one.createdAt(), other.createdAt()).abs();
    }

    /// That this console itself asked ECS to stop it, and ECS does.
    private Optional<Finding> stopped(ServiceDeployment one) {
        return GivenUp.how(one).flatMap(how -> since.stop(one.arn())
                .map(stop -> Finding.ended(now, Result.CANCELLED, "proof.rollout.stoppedHere", revision(one),
                        new When(stop.begun(), now), how)));
    }

    /// That this console itself began another in its place.
    private Optional<Finding> superseded(String revision) {
        return since.rollout().map(later -> Finding.ended(now, Result.CANCELLED, "proof.rollout.superseded", revision,
                new When(later.begun(), now)));
    }

    /// That ECS does not bring it to its end, and why, where this console did not stop it: the rest of a rollback changes
    /// nothing of that.
    private Optional<Finding> over(ServiceDeployment one) {
        Optional<Finding> ours = one.status().equals("STOPPED") ? superseded(revision(one)) : Optional.empty();
        return ours.or(() -> GivenUp.why(one)
                .map(why -> Finding.ended(now, Result.FAILED, "proof.rollout.ended", revision(one), why)));
    }

    private static String revision(ServiceDeployment one) {
        return one.taskDefinition().map(arn -> arn.substring(arn.lastIndexOf('/') + 1)).orElse("");
    }

    private static Finding going(Deployment one, Optional<ServiceDeployment> whole) {
        Phrase breaker = whole.filter(ServiceDeployment::isUnderWay).flatMap(ServiceDeployment::breaker)
                .filter(found -> found.failures() > 0)
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
        if (one.isSuccessful()) {
            return Finding.ended(now, Result.WORKED, "proof.rollout.workedLater", revision(one));
        }
        return stopped(one).or(() -> over(one)).orElseGet(() -> Patience.isOver(entry, now)
                ? Finding.ended(now, Result.NOT_KNOWN, "proof.rollout.status", revision(one), one.status())
                : Finding.going("proof.rollout.status", revision(one), one.status()));
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
