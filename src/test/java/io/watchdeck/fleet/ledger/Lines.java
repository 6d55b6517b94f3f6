package io.watchdeck.fleet.ledger;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.ledger.Interruption.Replacement;
import io.watchdeck.fleet.ledger.LedgerEntry.Learnt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Tasks and lines for tests of the ledger, in seconds from an instant.
public final class Lines {

    public static final Instant NOW = Instant.parse("2026-09-22T04:42:30Z");
    public static final String PLACE = "eu-west-1 - - -";
    public static final ServiceKey API = new ServiceKey("shop", "api");
    public static final ServiceKey WORKER = new ServiceKey("shop", "worker");

    private Lines() {}

    public static Instant at(long seconds) {
        return NOW.plusSeconds(seconds);
    }

    /// That runs.
    public static TaskState task(String id, String provider, long created, long started) {
        return new TaskState("arn:task/" + id, "api", "api:7", "RUNNING", "RUNNING", provider, "eu-west-1a", "HEALTHY",
                Optional.of(at(created)), Optional.of(at(started)), Optional.empty(), Optional.empty(), "", "",
                List.of());
    }

    public static TaskState spot(String id, long created, long started) {
        return task(id, "FARGATE_SPOT", created, started);
    }

    public static TaskState pending(String id, long created) {
        TaskState task = spot(id, created, created);
        return new TaskState(task.arn(), "api", "api:7", "PENDING", "RUNNING", task.provider(), task.zone(), "UNKNOWN",
                task.createdAt(), Optional.empty(), Optional.empty(), Optional.empty(), "", "", List.of());
    }

    /// Given notice, and runs on.
    public static TaskState notice(TaskState task, long stopping, String code, String reason) {
        return new TaskState(task.arn(), task.service(), task.taskDefinition(), "RUNNING", "STOPPED", task.provider(),
                task.zone(), task.health(), task.createdAt(), task.startedAt(), Optional.of(at(stopping)),
                Optional.empty(), code, reason, List.of());
    }

    public static TaskState stopped(TaskState task, long stopping, long stopped, String code, String reason) {
        return new TaskState(task.arn(), task.service(), task.taskDefinition(), "STOPPED", "STOPPED", task.provider(),
                task.zone(), task.health(), task.createdAt(), task.startedAt(), Optional.of(at(stopping)),
                Optional.of(at(stopped)), code, reason, List.of());
    }

    public static TaskState interrupted(TaskState task, long stopping, long stopped) {
        return stopped(task, stopping, stopped, "SpotInterruption", "Your Spot Task was interrupted.");
    }

    /// One that ran for an hour, was given notice and stopped two minutes later.
    public static Interruption interruption(ServiceKey service, String id, long notice) {
        return new Interruption(service, "arn:task/" + id, "eu-west-1a", "FARGATE_SPOT", Optional.of(at(notice - 3600)),
                at(notice + 10), Optional.of(at(notice)), Optional.of(at(notice + 120)), "SpotInterruption",
                "Your Spot Task was interrupted.", Learnt.POLLED, Optional.empty());
    }

    public static Interruption interruption(String id, long notice) {
        return interruption(API, id, notice);
    }

    public static Replacement replacement(String id, long running) {
        return new Replacement("arn:task/" + id, at(running));
    }

    public static PlacementFailure failure(String id, long at) {
        return new PlacementFailure(API, id, at(at), PlacementFailure.Cause.CAPACITY,
                "(service api) was unable to place a task. \"용량\"", Learnt.SERVICE_EVENT);
    }
}
