package io.watchdeck.sandbox.compute;

import io.watchdeck.sandbox.clockwork.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The scheduler of a service, as ECS behaves: keeps the desired count, rolls deployments out between the shares that its
/// rules allow, replaces what ended, and gives a deployment up when too many of its tasks fail.
final class Scheduler {

    private static final long RETRY_SPOT = 30;
    private static final long UNHEALTHY_FOR = 150;
    private static final long FAILED_IS_SHOWN = 300;

    private final SimulatedService service;
    private final EventLog events;
    private final Dice dice;
    private long noSpotUntil;
    private long placementWaitsUntil;
    private boolean shortageTold;
    private boolean steady = true;

    Scheduler(SimulatedService service, EventLog events, Dice dice) {
        this.service = service;
        this.events = events;
        this.dice = dice;
    }

    void lackSpotUntil(long second) {
        noSpotUntil = second;
        shortageTold = false;
    }

    void sicken(long now) {
        service.tasks().stream().filter(SimulatedTask::isServing).findFirst().ifPresent(task -> task.sicken(now));
    }

    void step(long now) {
        if (isQuiet()) {
            forget(now);
            return;
        }
        service.deployments().step(now);
        advanceTasks(now);
        Rollout primary = service.primary();
        int wanted = wanted(primary);
        if (wanted < service.desired() && now >= placementWaitsUntil && !primary.isGivenUp()) {
            place(Math.min(service.desired() - wanted, room()), now);
        } else if (wanted > service.desired()) {
            retire(primary, wanted - service.desired(), now);
        }
        makeWay(primary, now);
        settle(primary, now);
    }

    private int wanted(Rollout rollout) {
        return (int) service.tasks().stream().filter(task -> task.isWanted() && task.rollout() == rollout).count();
    }

    /// Tasks that the rules let it start now.
    private int room() {
        long all = service.tasks().stream().filter(SimulatedTask::isWanted).count();
        return (int) Math.max(0, service.deployments().rules().most(service.desired()) - all);
    }

    /// Nothing can happen by itself: every task serves and no deployment is under way.
    private boolean isQuiet() {
        if (!steady || service.primary().inProgress() || service.rollouts().size() > 1) {
            return false;
        }
        int serving = 0;
        for (SimulatedTask task : service.tasks()) {
            if (task.isServing() && task.staysHealthy()) {
                serving++;
            } else if (!task.isStopped()) {
                return false;
            }
        }
        return serving == service.desired();
    }

    private void forget(long now) {
        if (service.tasks().size() > service.desired()) {
            service.tasks().removeIf(task -> task.isForgotten(now));
        }
    }

    private void advanceTasks(long now) {
        List<String> stopped = new ArrayList<>();
        for (SimulatedTask task : service.tasks()) {
            boolean serving = task.isServing();
            boolean wanted = task.isWanted();
            boolean ended = task.isStopped();
            task.step(now);
            if (!serving && task.isServing()) {
                service.design().targetGroupArn().ifPresent(group -> events.registered(group, now));
            }
            if (wanted && !task.isWanted()) {
                fails(task, now);
            }
            if (task.isUnhealthy() && task.unhealthyFor(now) >= UNHEALTHY_FOR) {
                expel(task, now);
            }
            if (!ended && task.isStopped() && task.wasStoppedByScheduler()) {
                stopped.add(task.id());
            }
        }
        if (!stopped.isEmpty()) {
            events.stopped(stopped, now);
        }
        forget(now);
    }

    private void expel(SimulatedTask task, long now) {
        service.design().targetGroupArn().ifPresentOrElse(group -> {
            events.unhealthyTarget(service.design().port(), group, now);
            task.end(StopReason.unhealthyTarget(group), now, 0);
        }, () -> {
            events.unhealthyContainer(task.id(), now);
            task.end(StopReason.unhealthyContainer(), now, 0);
        });
        fails(task, now);
    }

    private void fails(SimulatedTask task, long now) {
        Rollout rollout = task.rollout();
        if (!rollout.inProgress()) {
            return;
        }
        rollout.countFailure(now);
        placementWaitsUntil = now + 20L * Math.min(6, rollout.failedTasks());
        if (rollout.failedTasks() == 2 && task.neverStarted()) {
            events.cannotStart(now);
        }
        if (service.deployments().rules().breaker() && rollout == service.primary()
                && rollout.failedTasks() >= RolloutRules.threshold(service.desired())) {
            service.deployments().breakUp(now);
        }
    }

    private void place(int count, long now) {
        Rollout primary = service.primary();
        List<String> started = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            String provider = service.nextProvider();
            if (provider.equals("FARGATE_SPOT") && now < noSpotUntil) {
                if (!shortageTold) {
                    events.noCapacity(now);
                    shortageTold = true;
                }
                placementWaitsUntil = now + RETRY_SPOT;
                break;
            }
            SimulatedTask task = SimulatedTask.start(primary, provider, service.nextZone(), primary.nextFate(), dice,
                    now);
            service.tasks().add(task);
            started.add(task.id());
        }
        if (!started.isEmpty()) {
            events.started(started, now);
        }
        steady = false;
    }

    private void retire(Rollout rollout, int count, long now) {
        List<SimulatedTask> leaving = service.tasks().stream()
                .filter(task -> task.rollout() == rollout && task.isWanted())
                .sorted(Comparator.comparing(SimulatedTask::isServing)
                        .thenComparing(SimulatedTask::createdAt, Comparator.reverseOrder()))
                .limit(count).toList();
        if (leaving.isEmpty()) {
            return;
        }
        leaving.forEach(task -> task.end(StopReason.scaling(service.primary().id()), now,
                task.isServing() ? service.drain() : 0));
        events.draining(leaving.size(), now);
        service.design().targetGroupArn().ifPresent(group -> events.deregistered(leaving.size(), group, now));
        steady = false;
    }

    /// Old tasks leave as the new ones become healthy, and before that where the rules leave no room for new ones, so that
    /// as many serve as the rules keep.
    private void makeWay(Rollout primary, long now) {
        long fresh = service.tasks().stream().filter(task -> task.rollout() == primary && task.isServing()).count();
        long mayStay = Math.max(0, service.desired() - fresh);
        List<Rollout> others = service.rollouts().stream().skip(1).toList();
        int missing = service.desired() - wanted(primary);
        if (missing > 0 && room() == 0 && !primary.isGivenUp()) {
            long old = others.stream().mapToInt(this::wanted).sum();
            long kept = service.deployments().rules().least(service.desired()) - fresh;
            mayStay = Math.clamp(Math.max(kept, old - missing), 0, mayStay);
        }
        for (Rollout old : others) {
            int there = wanted(old);
            int leave = (int) Math.max(0, there - mayStay);
            retire(old, leave, now);
            mayStay -= there - leave;
        }
    }

    private void settle(Rollout primary, long now) {
        List<SimulatedTask> alive = service.tasks().stream().filter(task -> !task.isStopped()).toList();
        boolean complete = alive.size() == service.desired()
                && alive.stream().allMatch(task -> task.rollout() == primary && task.isServing());
        if (!complete) {
            steady = false;
            return;
        }
        if (primary.inProgress()) {
            service.deployments().complete(now);
        }
        service.rollouts().removeIf(other -> other != primary && !other.failedSince(now - FAILED_IS_SHOWN));
        if (!steady) {
            events.steady(now);
            steady = true;
        }
    }
}
