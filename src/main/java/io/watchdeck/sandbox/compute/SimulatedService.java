package io.watchdeck.sandbox.compute;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.fleet.TargetState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.rollout.ServiceChange;
import io.watchdeck.model.Failure;
import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.clockwork.Place;
import io.watchdeck.stack.ServiceSpec.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A service: what is wanted of it, its tasks and deployments, and the verbs that change it. What follows from a verb
/// is the [Scheduler]'s, step by step.
public final class SimulatedService {

    private final ServiceDesign design;
    private final Place place;
    private final Dice dice;
    private final EventLog events;
    private final Scheduler scheduler;
    private final List<SimulatedTask> tasks = new ArrayList<>();
    private final Deployments deployments;
    private final List<String> policies;
    private int desired;
    private long drain;
    private Optional<Range> range;
    private List<CapacityShare> strategy;

    public SimulatedService(ServiceDesign design, Place place, Dice dice, long now) {
        this.design = design;
        this.place = place;
        this.dice = dice;
        desired = design.desired();
        drain = design.drain();
        range = design.range();
        policies = new ArrayList<>(design.policies());
        strategy = design.strategy();
        events = new EventLog(design.name(), dice);
        deployments = new Deployments(design, place, dice, events);
        scheduler = new Scheduler(this, events, dice);
        populate(now);
    }

    private void populate(long now) {
        Rollout rollout = deployments.populate(now);
        for (int index = 0; index < desired; index++) {
            tasks.add(SimulatedTask.running(rollout, nextProvider(), nextZone(), dice,
                    Math.max(rollout.createdAt(), now - dice.between(2, 60) * 3600L)));
        }
        deployments.tellPast();
    }

    public void step(long now) {
        scheduler.step(now);
    }

    /// Sets the desired count, as `UpdateService` does.
    public void updateDesired(int count) {
        desired = count;
    }

    /// Sets the autoscaling range.
    public void changeRange(int min, int max) {
        range = Optional.of(new Range(min, max));
    }

    /// One more policy on its range, in words.
    public void addPolicy(String words) {
        policies.add(words);
    }

    /// Sets the deregistration delay of its target group, in seconds.
    public void changeDrain(long seconds) {
        drain = seconds;
    }

    /// Seconds for which a stopping task still finishes what it has begun.
    public long drain() {
        return drain;
    }

    /// Later tasks are placed by it; running ones stay where they are.
    public void changeStrategy(List<CapacityShare> shares) {
        strategy = List.copyOf(shares);
    }

    /// Why ECS refuses a change; empty when it takes it.
    public Optional<Failure> objection(ServiceChange change) {
        return new ChangeCheck(this, place).objection(change);
    }

    /// Changes what the change names and nothing else, as `UpdateService` does: another task definition or force starts
    /// one deployment.
    ///
    /// @param change without an objection
    /// @return the id of the primary deployment
    public String update(ServiceChange change, long now) {
        change.desired().ifPresent(this::updateDesired);
        change.strategy().ifPresent(this::changeStrategy);
        int present = primary().revision();
        int wanted = change.taskDefinition().map(name -> deployments.revision(name).orElseThrow()).orElse(present);
        if (change.force() || wanted != present) {
            deployments.begin(wanted, List.of(), desired, now);
        }
        return primary().id();
    }

    /// Starts a deployment of the present version, as `forceNewDeployment` does.
    public void forceDeployment(long now) {
        deployments.begin(primary().revision(), List.of(), desired, now);
    }

    /// Starts a deployment of the next version.
    ///
    /// @param fates how its first tasks end
    public void deployNext(List<Fate> fates, long now) {
        deployments.begin(deployments.register(), fates, desired, now);
    }

    /// Starts a deployment of the next version, which never works.
    public void deployBroken(Fate fate, long now) {
        deployments.begin(deployments.register(fate), List.of(), desired, now);
    }

    /// Goes back to the version before the present one: to its own deployment if that still has tasks.
    public void rollBack(long now) {
        deployments.goBack(desired, now);
    }

    /// Stops a task for a person; the scheduler replaces it.
    public boolean stopTask(String id, String note, long now) {
        return find(id).map(task -> {
            task.end(StopReason.user(note), now, 0);
            return true;
        }).orElse(false);
    }

    /// Whether a task, by its id, is one of this service.
    public boolean hasTask(String id) {
        return find(id).isPresent();
    }

    /// Ends a task with any words that AWS may use.
    public void stopTask(String id, StopReason reason, long now) {
        find(id).ifPresent(task -> task.end(reason, now, 0));
    }

    /// Spot wants the task back.
    public void interrupt(String id, long now) {
        find(id).ifPresent(task -> task.interrupt(now));
    }

    /// Until then Spot has no capacity for this service.
    public void lackSpotUntil(long second) {
        scheduler.lackSpotUntil(second);
    }

    /// One of its serving tasks stops answering the health checks, and is replaced after a while.
    public void sicken(long now) {
        scheduler.sicken(now);
    }

    /// Puts its newest deployment into any state that AWS may report.
    public void markRollout(String state, String reason, long now) {
        primary().change(state, reason, now);
    }

    String nextZone() {
        List<String> zones = place.zones();
        return zones.stream().min(Comparator.comparingLong(zone -> tasks.stream()
                .filter(SimulatedTask::isWanted).filter(task -> task.isIn(zone)).count())).orElse(zones.getFirst());
    }

    /// The provider that is furthest below its share.
    String nextProvider() {
        if (strategy.isEmpty()) {
            return "FARGATE";
        }
        List<SimulatedTask> wanted = tasks.stream().filter(SimulatedTask::isWanted).toList();
        int weights = strategy.stream().mapToInt(CapacityShare::weight).sum();
        CapacityShare next = strategy.getFirst();
        double most = Double.NEGATIVE_INFINITY;
        for (CapacityShare share : strategy) {
            long has = wanted.stream().filter(task -> task.isOn(share.provider())).count();
            double lack = (wanted.size() + 1) * share.weight() / (double) Math.max(1, weights) - has;
            lack = has < share.base() ? Double.MAX_VALUE : lack;
            if (lack > most) {
                most = lack;
                next = share;
            }
        }
        return next.provider();
    }

    private Optional<SimulatedTask> find(String id) {
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
    }

    public String name() {
        return design.name();
    }

    /// Whether its tasks log into the group: its name ends like theirs.
    public boolean writesInto(String logGroup) {
        String last = logGroup.substring(logGroup.lastIndexOf('/') + 1);
        return last.equals(name()) || last.equals(design.family());
    }

    public ServiceDesign design() {
        return design;
    }

    public int desired() {
        return desired;
    }

    public Optional<Range> range() {
        return range;
    }

    List<SimulatedTask> tasks() {
        return tasks;
    }

    public Deployments deployments() {
        return deployments;
    }

    List<Rollout> rollouts() {
        return deployments.shown();
    }

    Rollout primary() {
        return deployments.primary();
    }

    public boolean isDeploying() {
        return primary().inProgress();
    }

    public int running() {
        return count(SimulatedTask::isRunning);
    }

    public int pending() {
        return count(SimulatedTask::isPending);
    }

    public int serving() {
        return count(SimulatedTask::isServing);
    }

    public int unhealthy() {
        return count(SimulatedTask::isUnhealthy);
    }

    public int holdingConnections() {
        return count(SimulatedTask::holdsConnections);
    }

    /// Ids of the tasks on Spot that may be interrupted.
    public List<String> interruptible() {
        return tasks.stream().filter(SimulatedTask::isSpot).filter(SimulatedTask::isServing).map(SimulatedTask::id)
                .toList();
    }

    /// Ids of those of them in a zone.
    public List<String> interruptibleIn(String zone) {
        return tasks.stream().filter(SimulatedTask::isSpot).filter(SimulatedTask::isServing)
                .filter(task -> task.isIn(zone)).map(SimulatedTask::id).toList();
    }

    private int count(Predicate<SimulatedTask> which) {
        int count = 0;
        for (SimulatedTask task : tasks) {
            count += which.test(task) ? 1 : 0;
        }
        return count;
    }

    public ServiceState view() {
        List<Deployment> shown = rollouts().stream()
                .map(rollout -> rollout.view(rollout == primary(), desired, tasks)).toList();
        return new ServiceState(name(), place.arn("ecs", "service/" + design.cluster() + "/" + name()), "ACTIVE",
                desired,
                running(), pending(), strategy, strategy.isEmpty() ? "FARGATE" : "", primary().taskDefinition(),
                design.targetGroupArn().map(arn -> arn.split("/")[1]).stream().toList(), shown,
                events.newestFirst());
    }

    public List<TaskState> taskViews() {
        String prefix = place.arn("ecs", "task/" + design.cluster() + "/");
        return tasks.stream().map(task -> task.view(prefix, name(), design.family())).toList();
    }

    /// Its tasks as a target group sees them, in the order of their addresses.
    public List<TargetState> targetViews() {
        return tasks.stream().flatMap(task -> task.target(design.port()).stream())
                .sorted(Comparator.comparing(TargetState::id)).toList();
    }

    public Optional<ScalingRange> scalingView() {
        return range.map(ends -> new ScalingRange(name(), ends.min(), ends.max(), policies));
    }
}
