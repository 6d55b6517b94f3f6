package io.watchdeck.sandbox.compute;

import io.watchdeck.fleet.rollout.DeploymentSource;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.fleet.rollout.TaskDesign;
import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.clockwork.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The deployments of a service: those that ECS shows, the primary first, and what it keeps of the older ones.
final class Deployments {

    private static final String GOES_ON = "ECS deployment %s in progress.";
    private static final String REPLACED = "Service deployment stopped because a newer one took its place.";
    private static final String TRIGGERED =
            "Service deployment rolled back because the circuit breaker threshold was exceeded.";
    private static final String ASKED = "Service deployment rolled back because StopServiceDeployment asked for it.";
    /// Older ones have been deregistered.
    private static final int ACTIVE_REVISIONS = 10;
    private static final long DAY = 86_400;
    /// From the begin of a deployment of the past to its end.
    private static final long USUAL = 260;

    private final ServiceDesign design;
    private final Place place;
    private final Dice dice;
    private final Dice names;
    private final EventLog events;
    private final List<Rollout> shown = new ArrayList<>();
    /// Newest first.
    private final List<ServiceRollout> kept = new ArrayList<>();
    private final Map<Integer, Fate> flaws = new HashMap<>();
    private RolloutRules rules;
    private int lastRevision;

    Deployments(ServiceDesign design, Place place, Dice dice, EventLog events) {
        this.design = design;
        this.place = place;
        this.dice = dice;
        this.events = events;
        names = new Dice(design.revision(), "deployments of " + place.account() + " " + design.cluster() + "/"
                + design.name());
        rules = design.rules();
        lastRevision = design.revision();
    }

    /// The one that was completed before the simulation began, and the two that it followed.
    Rollout populate(long now) {
        Rollout rollout = newRollout(lastRevision, List.of(), now - dice.between(4, 90) * 3600L);
        long at = rollout.createdAt();
        for (int revision = lastRevision; revision > Math.max(0, lastRevision - 3); revision--) {
            Rollout one = revision == lastRevision ? rollout
                    : new Rollout("ecs-svc/" + names.digits(19), family(), revision, List.of(), Fate.LIVES, at);
            var past = record(one, design.desired(), at);
            past.begin(at + 5);
            past.complete(at + USUAL);
            one.complete(at + USUAL);
            kept.addLast(past);
            at -= names.between(1, 9) * DAY + names.between(0, 36_000);
        }
        shown.add(rollout);
        return rollout;
    }

    /// What ECS said when it was completed.
    void tellPast() {
        events.completed(primary().id(), primary().createdAt() + USUAL);
        events.steady(primary().createdAt() + USUAL);
    }

    private ServiceRollout record(Rollout rollout, int desired, long at) {
        return new ServiceRollout(place.arn("ecs", "service-deployment/" + design.cluster() + "/" + design.name() + "/"
                + names.letters(21)), rollout, rules.breaker(), RolloutRules.threshold(desired), at);
    }

    void changeRules(RolloutRules other) {
        rules = other;
    }

    RolloutRules rules() {
        return rules;
    }

    Rollout primary() {
        return shown.getFirst();
    }

    List<Rollout> shown() {
        return shown;
    }

    /// Begins one of a revision that exists.
    ///
    /// @param fates how its first tasks end
    void begin(int revision, List<Fate> fates, int desired, long now) {
        begin(newRollout(revision, fates, now), desired, now);
    }

    private void begin(Rollout rollout, int desired, long now) {
        newest().filter(ServiceRollout::isUnderWay).ifPresent(old -> old.end("STOPPED", REPLACED, now));
        shown.remove(rollout);
        shown.addFirst(rollout);
        kept.addFirst(record(rollout, desired, now));
        if (kept.size() > DeploymentSource.NEWEST) {
            kept.removeLast();
        }
    }

    /// Registers the next revision.
    int register() {
        return ++lastRevision;
    }

    int lastRevision() {
        return lastRevision;
    }

    /// From now on no task of a revision has another end.
    void spoil(int revision, Fate fate) {
        flaws.put(revision, fate);
    }

    /// A person goes back to the version before the present one: to its own deployment if that still has tasks.
    void goBack(int desired, long now) {
        int present = primary().revision();
        Rollout back = shown.stream().skip(1).filter(other -> other.revision() != present).findFirst()
                .orElseGet(() -> newRollout(kept.stream().filter(ServiceRollout::isSuccessful)
                        .map(ServiceRollout::revision).filter(revision -> revision != present).findFirst()
                        .orElse(Math.max(1, present - 1)), List.of(), now));
        back.change("IN_PROGRESS", GOES_ON.formatted(back.id()), now);
        events.rollingBack(back.id(), now);
        begin(back, desired, now);
    }

    /// Too many of its tasks failed: it is given up, and rolled back where the rules want it.
    void breakUp(long now) {
        newest().ifPresent(ServiceRollout::trigger);
        primary().fail("ECS deployment circuit breaker: tasks failed to start.", now);
        events.failed(primary().id(), "tasks failed to start", now);
        giveUp("ECS deployment circuit breaker: rolling back to deploymentId %s.", TRIGGERED, now);
    }

    /// One of the alarms that watch it rang.
    void breakUpFor(String alarm, long now) {
        primary().fail("ECS deployment failed: alarm detected.", now);
        events.failed(primary().id(), "alarm detected", now);
        giveUp("ECS deployment failed: alarm detected: rolling back to deploymentId %s.",
                "Service deployment rolled back because the alarm " + alarm + " was in ALARM.", now);
    }

    private void giveUp(String backReason, String why, long now) {
        newest().filter(ServiceRollout::isUnderWay).ifPresent(record -> {
            if (record.goesBack()) {
                record.end("ROLLBACK_FAILED", why, now);
            } else if (rules.rollback()) {
                rollBack(record, backReason, why, now);
            } else {
                record.end("STOPPED", why, now);
            }
        });
    }

    /// Back to what succeeded last, whose deployment is primary again where it still has tasks.
    private void rollBack(ServiceRollout record, String backReason, String why, long now) {
        Rollout back = shown.stream().skip(1).filter(Rollout::wasGood).findFirst()
                .orElseGet(() -> newRollout(kept.stream().filter(ServiceRollout::isSuccessful).findFirst()
                        .map(ServiceRollout::revision).orElse(record.revision()), List.of(), now));
        record.goBack(back, why);
        shown.remove(back);
        back.change("IN_PROGRESS", backReason.formatted(back.id()), now);
        events.rollingBack(back.id(), now);
        shown.addFirst(back);
    }

    /// Which of the alarms that watch it would have to ring since when to end the deployment that is under way.
    Optional<Long> watchedSince() {
        return newest().filter(record -> record.goesForward() && primary().inProgress())
                .map(ServiceRollout::createdAt);
    }

    void step(long now) {
        newest().ifPresent(record -> {
            record.begin(now);
            if (record.isToGoBack()) {
                rollBack(record, "ECS deployment stopped: rolling back to deploymentId %s.", ASKED, now);
            }
        });
    }

    void complete(long now) {
        newest().filter(record -> record.brings(primary())).ifPresent(record -> record.complete(now));
        primary().complete(now);
        events.completed(primary().id(), now);
    }

    Optional<ServiceRollout> find(String arn) {
        return kept.stream().filter(record -> record.arn().equals(arn)).findFirst();
    }

    List<ServiceDeployment> view() {
        return kept.stream().map(ServiceRollout::view).toList();
    }

    private Optional<ServiceRollout> newest() {
        return kept.stream().findFirst();
    }

    private Rollout newRollout(int revision, List<Fate> fates, long now) {
        return new Rollout("ecs-svc/" + dice.digits(19), family(), revision, fates,
                flaws.getOrDefault(revision, Fate.LIVES), now);
    }

    /// The revision that a task definition names, ARN or `family:revision`; empty where there is none of this service.
    OptionalInt revision(String taskDefinition) {
        String name = taskDefinition.startsWith("arn:") ? taskDefinition
                : place.arn("ecs", "task-definition/" + taskDefinition);
        int end = name.lastIndexOf(':');
        String number = name.substring(end + 1);
        if (!name.substring(0, end).equals(family()) || !number.matches("[1-9]\\d{0,8}")) {
            return OptionalInt.empty();
        }
        int revision = Integer.parseInt(number);
        return revision <= lastRevision ? OptionalInt.of(revision) : OptionalInt.empty();
    }

    Optional<TaskDesign> taskDesign(String taskDefinition) {
        OptionalInt found = revision(taskDefinition);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        TaskBuild build = design.build();
        var container = new TaskDesign.Container(design.family(), Rollout.image(design.family(), found.getAsInt()),
                build.stopTimeout().stream().mapToObj(Duration::ofSeconds).findFirst());
        boolean active = found.getAsInt() > lastRevision - ACTIVE_REVISIONS;
        return Optional.of(new TaskDesign(design.family() + ":" + found.getAsInt(), active ? "ACTIVE" : "INACTIVE",
                OptionalInt.of(build.cpuUnits()), OptionalInt.of(build.memoryMiB()), List.of(container)));
    }

    /// ARN of the task definition without its revision.
    private String family() {
        return place.arn("ecs", "task-definition/" + design.family());
    }
}
