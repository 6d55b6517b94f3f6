package io.watchdeck.sandbox.compute;

import io.watchdeck.fleet.rollout.DeploymentSettings;
import io.watchdeck.fleet.rollout.DeploymentSource;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.fleet.rollout.TaskDesign;
import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.clockwork.Place;
import io.watchdeck.sandbox.telemetry.AlarmBoard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The deployments of a service: those that ECS shows, the primary first, and what it keeps of the older ones.
public final class Deployments {

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
    private static final long BEGIN = 5;

    private final ServiceDesign design;
    private final Place place;
    private final Dice dice;
    private final Dice names;
    private final EventLog events;
    private final List<Rollout> shown = new ArrayList<>();
    /// Newest first.
    private final List<ServiceRollout> kept = new ArrayList<>();
    private final Map<Integer, Fate> flaws = new HashMap<>();
    private final Map<Integer, TaskDesign> designs = new HashMap<>();
    private final Map<String, ServiceDeployment> told = new HashMap<>();
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
        remember(rollout);
        for (int revision = lastRevision - 1; revision > Math.max(0, lastRevision - 3); revision--) {
            at -= names.between(1, 9) * DAY + names.between(0, 36_000);
            remember(new Rollout("ecs-svc/" + names.digits(19), family(), revision, List.of(), Fate.LIVES, at));
        }
        shown.add(rollout);
        return rollout;
    }

    /// One of the past, which was completed.
    private void remember(Rollout rollout) {
        var past = record(rollout, design.desired(), rollout.createdAt());
        past.begin(rollout.createdAt() + BEGIN);
        past.complete(rollout.createdAt() + USUAL);
        rollout.complete(rollout.createdAt() + USUAL);
        kept.addLast(past);
    }

    /// In the past it was deployed once a day, the last time a day ago, and never before.
    public void rememberDaily(int times, long now) {
        kept.clear();
        for (int day = 1; day <= Math.min(times, DeploymentSource.NEWEST); day++) {
            remember(new Rollout("ecs-svc/" + names.digits(19), family(), Math.max(1, lastRevision + 1 - day),
                    List.of(), Fate.LIVES, now - day * DAY));
        }
    }

    /// Tells of one of its service deployments, known by its ARN, like this from now on, whatever words AWS may have.
    public void tell(ServiceDeployment deployment) {
        told.put(deployment.arn(), deployment);
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

    /// Rolls out by other rules from now on.
    public void changeRules(RolloutRules other) {
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

    /// Registers the next revision without deploying it.
    int register() {
        return ++lastRevision;
    }

    /// Registers the next revision, whose tasks all end alike.
    ///
    /// @return its number
    public int register(Fate fate) {
        flaws.put(++lastRevision, fate);
        return lastRevision;
    }

    /// Registers the next revision, which makes this of a task.
    ///
    /// @param made its name is the one that it gets, whatever this says
    /// @return its ARN
    public String register(TaskDesign made) {
        designs.put(++lastRevision, new TaskDesign(design.family() + ":" + lastRevision, made.status(),
                made.cpuUnits(), made.memoryMiB(), made.containers()));
        return family() + ":" + lastRevision;
    }

    /// A person goes back to the version before the present one: to its own deployment if that still has tasks.
    void goBack(int desired, long now) {
        int present = primary().revision();
        Rollout back = shown.stream().skip(1).filter(other -> other.revision() != present && other.wasGood())
                .findFirst()
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
    private void breakUpFor(String alarm, long now) {
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

    /// Looks whether an alarm that watches it began to ring since the deployment that is under way did.
    public void heed(AlarmBoard alarms, long now) {
        newest().filter(record -> record.goesForward() && primary().inProgress())
                .flatMap(record -> rules.alarms().stream()
                        .filter(name -> alarms.ringsSince(name, record.createdAt())).findFirst())
                .ifPresent(name -> breakUpFor(name, now));
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

    /// Whether a service deployment, by its ARN, is one of this service.
    public boolean has(String arn) {
        return kept.stream().anyMatch(record -> record.arn().equals(arn));
    }

    /// Asks for the end of a service deployment: what it replaced comes back.
    ///
    /// @param arn of the service deployment
    /// @return whether it is still to be ended
    public boolean stop(String arn) {
        Optional<ServiceRollout> found = kept.stream()
                .filter(record -> record.arn().equals(arn) && record.goesForward()).findFirst();
        found.ifPresent(ServiceRollout::askBack);
        return found.isPresent();
    }

    /// The service deployments that ECS keeps, newest first.
    public List<ServiceDeployment> view() {
        return kept.stream().map(ServiceRollout::view).map(one -> told.getOrDefault(one.arn(), one)).toList();
    }

    public DeploymentSettings settings() {
        return rules.view();
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

    /// What one of its task definitions makes of a task; the older ones are inactive. Empty where there is none.
    ///
    /// @param taskDefinition ARN, or `family:revision`
    public Optional<TaskDesign> taskDesign(String taskDefinition) {
        OptionalInt found = revision(taskDefinition);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        TaskDesign own = designs.get(found.getAsInt());
        if (own != null) {
            return Optional.of(own);
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
