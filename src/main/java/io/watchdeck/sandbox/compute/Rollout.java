package io.watchdeck.sandbox.compute;

import io.watchdeck.fleet.Deployment;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/// A deployment of a service.
public final class Rollout {

    private final String id;
    private final String family;
    private final int revision;
    private final long createdAt;
    private final Deque<Fate> fates;
    private final Fate later;
    private String state = "IN_PROGRESS";
    private String reason;
    private int failedTasks;
    private long updatedAt;
    private boolean good;

    /// @param family ARN of the task definition without its revision
    /// @param fates  how its first tasks end
    /// @param later  how all the others end
    Rollout(String id, String family, int revision, Collection<Fate> fates, Fate later, long createdAt) {
        this.id = id;
        this.family = family;
        this.revision = revision;
        this.fates = new ArrayDeque<>(fates);
        this.later = later;
        this.createdAt = createdAt;
        updatedAt = createdAt;
        reason = "ECS deployment " + id + " in progress.";
    }

    String id() {
        return id;
    }

    int revision() {
        return revision;
    }

    /// ARN of the task definition.
    String taskDefinition() {
        return family + ":" + revision;
    }

    String image() {
        return image(family.substring(family.lastIndexOf('/') + 1), revision);
    }

    static String image(String name, int revision) {
        return "registry.internal/" + name + ":r" + revision;
    }

    Fate nextFate() {
        return fates.isEmpty() ? later : fates.remove();
    }

    boolean isGivenUp() {
        return state.equals("FAILED");
    }

    /// Failed so recently that ECS still shows it.
    boolean failedSince(long second) {
        return isGivenUp() && updatedAt >= second;
    }

    void countFailure(long now) {
        failedTasks++;
        updatedAt = now;
    }

    int failedTasks() {
        return failedTasks;
    }

    boolean inProgress() {
        return state.equals("IN_PROGRESS");
    }

    /// Whether it came to its end once, so that it is worth going back to.
    boolean wasGood() {
        return good;
    }

    void complete(long now) {
        change("COMPLETED", "ECS deployment " + id + " completed.", now);
        failedTasks = 0;
        good = true;
    }

    void fail(String why, long now) {
        change("FAILED", why, now);
    }

    /// Puts it into any state that AWS may report.
    void change(String newState, String newReason, long now) {
        state = newState;
        reason = newReason;
        updatedAt = now;
    }

    long createdAt() {
        return createdAt;
    }

    Deployment view(boolean primary, int desired, List<SimulatedTask> tasks) {
        int running = 0;
        int pending = 0;
        for (SimulatedTask task : tasks) {
            if (task.rollout() == this) {
                running += task.isRunning() ? 1 : 0;
                pending += task.isPending() ? 1 : 0;
            }
        }
        return new Deployment(id, primary ? "PRIMARY" : "ACTIVE", taskDefinition(), primary ? desired
                : running + pending, running, pending, failedTasks, state, reason, Instant.ofEpochSecond(createdAt),
                Instant.ofEpochSecond(updatedAt));
    }
}
