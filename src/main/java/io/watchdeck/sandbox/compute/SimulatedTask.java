package io.watchdeck.sandbox.compute;

import io.watchdeck.fleet.TargetState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.TaskState.ContainerState;
import io.watchdeck.sandbox.clockwork.Dice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// One task from its creation until AWS no longer shows it. Each stage of its life lasts at least one step of the
/// simulation, so that every stage can be seen.
public final class SimulatedTask {

    /// The notice that Spot gives.
    public static final long SPOT_NOTICE = 120;
    private static final long NOTICED_BEFORE = 10;
    private static final long STOPPED_IS_SHOWN = 3600;
    private static final long NEVER = Long.MAX_VALUE;

    private final String id;
    private final Rollout rollout;
    private final String provider;
    private final String zone;
    private final Fate fate;
    /// Milliseconds by which its times differ from the steps of the simulation.
    private final int offset;
    private final long createdAt;
    private final long pendingAt;
    private final long runningAt;
    private final long healthyAt;
    private String lastStatus = "PROVISIONING";
    private String health = "UNKNOWN";
    private @Nullable StopReason stopReason;
    private long lingersUntil = NEVER;
    private long stoppingAt = NEVER;
    private long stoppedAt = NEVER;
    private long unhealthySince = NEVER;
    private boolean sick;

    private SimulatedTask(Rollout rollout, String provider, String zone, Fate fate, Dice dice, long createdAt) {
        id = dice.hex(32);
        this.rollout = rollout;
        this.provider = provider;
        this.zone = zone;
        this.fate = fate;
        this.createdAt = createdAt;
        offset = dice.between(0, 9_900);
        pendingAt = createdAt + 10L * dice.between(1, 2);
        runningAt = pendingAt + 10L * dice.between(1, 3);
        healthyAt = runningAt + 10L * dice.between(2, 4);
    }

    static SimulatedTask start(Rollout rollout, String provider, String zone, Fate fate, Dice dice, long now) {
        return new SimulatedTask(rollout, provider, zone, fate, dice, now);
    }

    /// One that was already running and healthy at `now`.
    static SimulatedTask running(Rollout rollout, String provider, String zone, Dice dice, long createdAt) {
        var task = new SimulatedTask(rollout, provider, zone, Fate.LIVES, dice, createdAt);
        task.lastStatus = "RUNNING";
        task.health = "HEALTHY";
        return task;
    }

    void step(long now) {
        if (stopReason != null) {
            stepToTheEnd(now);
        } else if (now >= runningAt) {
            stepWhileRunning(now);
        } else if (now >= pendingAt) {
            lastStatus = "PENDING";
        }
    }

    private void stepWhileRunning(long now) {
        if (fate == Fate.NO_IMAGE) {
            end(StopReason.noImage(rollout.image()), now, 0);
            return;
        }
        lastStatus = "RUNNING";
        if (fate == Fate.OUT_OF_MEMORY && now >= runningAt + 30) {
            end(StopReason.outOfMemory(), now, 0);
        } else if (sick || fate == Fate.NEVER_HEALTHY && now >= runningAt + 60) {
            health = "UNHEALTHY";
            unhealthySince = Math.min(unhealthySince, now);
        } else if (fate != Fate.NEVER_HEALTHY && now >= healthyAt) {
            health = "HEALTHY";
        }
    }

    private void stepToTheEnd(long now) {
        if (now < lingersUntil) {
            return;
        }
        switch (lastStatus) {
            case "STOPPED" -> {}
            case "STOPPING" -> lastStatus = "DEPROVISIONING";
            case "DEPROVISIONING" -> {
                lastStatus = "STOPPED";
                stoppedAt = now;
            }
            default -> lastStatus = "STOPPING";
        }
    }

    /// Begins its end.
    ///
    /// @param drain seconds for which it still finishes what it has begun
    void end(StopReason reason, long now, long drain) {
        if (stopReason != null) {
            return;
        }
        stopReason = reason;
        stoppingAt = now;
        lingersUntil = now + drain;
        if (drain > 0) {
            lastStatus = "DEACTIVATING";
        }
    }

    /// Spot wants it back: it keeps running for two minutes. The notice was given before the scheduler made another one, and
    /// the clocks of tasks differ by nearly a step.
    void interrupt(long now) {
        if (stopReason == null) {
            stopReason = StopReason.spotInterruption();
            stoppingAt = now - NOTICED_BEFORE;
            lingersUntil = now + SPOT_NOTICE;
        }
    }

    /// From the next step on it fails its health checks.
    void sicken(long now) {
        sick = true;
        unhealthySince = now;
    }

    String id() {
        return id;
    }

    Rollout rollout() {
        return rollout;
    }

    boolean isSpot() {
        return provider.equals("FARGATE_SPOT");
    }

    /// Meant to run, whether it does already or not.
    boolean isWanted() {
        return stopReason == null;
    }

    boolean isRunning() {
        return isWanted() && lastStatus.equals("RUNNING");
    }

    boolean isPending() {
        return isWanted() && !lastStatus.equals("RUNNING");
    }

    /// Takes traffic.
    public boolean isServing() {
        return isRunning() && health.equals("HEALTHY");
    }

    boolean isUnhealthy() {
        return isRunning() && health.equals("UNHEALTHY");
    }

    /// Its process lives, so that its connection pool is open: also under notice and while it drains.
    public boolean holdsConnections() {
        return lastStatus.equals("RUNNING") || lastStatus.equals("DEACTIVATING");
    }

    boolean isStopped() {
        return lastStatus.equals("STOPPED");
    }

    boolean neverStarted() {
        return fate == Fate.NO_IMAGE;
    }

    boolean wasStoppedByScheduler() {
        return stopReason != null && stopReason.code().equals("ServiceSchedulerInitiated");
    }

    /// Nothing in its own life will make it fail.
    boolean staysHealthy() {
        return !sick;
    }

    /// Seconds for which it has failed its health checks.
    long unhealthyFor(long now) {
        return Math.max(0, now - unhealthySince);
    }

    boolean isIn(String otherZone) {
        return zone.equals(otherZone);
    }

    boolean isOn(String otherProvider) {
        return provider.equals(otherProvider);
    }

    boolean isForgotten(long now) {
        return isStopped() && now >= stoppedAt + STOPPED_IS_SHOWN;
    }

    long createdAt() {
        return createdAt;
    }

    TaskState view(String clusterArnPrefix, String service, String container) {
        StopReason reason = stopReason;
        boolean ran = !neverStarted() && !lastStatus.equals("PROVISIONING") && !lastStatus.equals("PENDING");
        return new TaskState(clusterArnPrefix + id, service, rollout.taskDefinition(), lastStatus,
                isWanted() ? "RUNNING" : "STOPPED", provider, zone, health, Optional.of(at(createdAt)),
                ran ? Optional.of(at(runningAt)) : Optional.empty(),
                stoppingAt == NEVER ? Optional.empty() : Optional.of(at(stoppingAt)),
                isStopped() ? Optional.of(at(stoppedAt)) : Optional.empty(),
                reason == null ? "" : reason.code(), reason == null ? "" : reason.sentence(),
                List.of(container(container, isStopped() ? reason : null)));
    }

    /// As its target group sees it: registered while it runs, deregistered when it is to end.
    Optional<TargetState> target(int port) {
        if (isWanted() && lastStatus.equals("RUNNING")) {
            return Optional.of(switch (health) {
                case "HEALTHY" -> target(port, "healthy", "", "");
                case "UNHEALTHY" -> target(port, "unhealthy", "Target.FailedHealthChecks",
                        "Health checks failed with these codes: [503]");
                default -> target(port, "initial", "Elb.InitialHealthChecking", "Initial health checks in progress");
            });
        }
        return holdsConnections() ? Optional.of(target(port, "draining", "Target.DeregistrationInProgress",
                "Target deregistration is in progress")) : Optional.empty();
    }

    private TargetState target(int port, String state, String reason, String description) {
        String address = "10.0." + Integer.parseInt(id, 0, 2, 16) + "." + Integer.parseInt(id, 2, 4, 16);
        return new TargetState(address, OptionalInt.of(port), zone, state, reason, description);
    }

    private ContainerState container(String name, @Nullable StopReason ended) {
        String status = switch (lastStatus) {
            case "PROVISIONING", "PENDING" -> "PENDING";
            case "STOPPED", "DEPROVISIONING" -> "STOPPED";
            default -> "RUNNING";
        };
        return new ContainerState(name, status, ended == null ? OptionalInt.empty() : ended.exitCode(),
                ended == null ? "" : ended.containerReason());
    }

    private Instant at(long second) {
        return Instant.ofEpochMilli(second * 1000 - offset);
    }
}
