package io.watchdeck.sandbox.logbook;

import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.TaskState.ContainerState;
import io.watchdeck.logs.LogLine;
import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.compute.SimulatedService;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;

/// Writes what the tasks of a service log: that they started, some of the requests they served, the errors that the
/// load balancer counts too, and how they ended. Some write their requests as JSON, a line each, and what the runtime says
/// of the start and the end as plain text, as such services do.
public final class ServiceScribe implements Scribe {

    private static final int REQUESTS_A_MINUTE = 6;
    private static final int MOST_ERRORS = 40;
    private static final List<String> PATHS = List.of("/api/session", "/api/items", "/api/items/search", "/api/profile",
            "/api/orders", "/health");
    private static final List<String> TROUBLE = List.of("upstream timed out after 5000 ms",
            "connection pool exhausted, waited 3000 ms", "unhandled exception in request handler");

    private final SimulatedLog log;
    private final SimulatedService service;
    private final LongUnaryOperator errors;
    private final Dice dice;
    private final boolean json;
    private final Set<String> begun = new HashSet<>();
    private final Set<String> ended = new HashSet<>();
    /// Of the present minute.
    private long requests;
    private long failures;
    /// Until when, in seconds of the epoch.
    private long written;

    /// @param errors how many requests it answers with a 5xx in the minute that begins at a second
    /// @param json   whether it writes requests as JSON
    public ServiceScribe(SimulatedLog log, SimulatedService service, LongUnaryOperator errors, Dice dice,
            boolean json) {
        this.json = json;
        this.log = log;
        this.service = service;
        this.errors = errors;
        this.dice = dice;
    }

    /// Requests are written as they come, each step its share of the minute.
    @Override
    public void step(long now) {
        write(now / 60 * 60, now);
    }

    /// What the minute still lacks, so that in the end there are as many errors as the load balancer counts.
    @Override
    public void closeMinute(long end) {
        write(end - 60, end);
        requests = 0;
        failures = 0;
    }

    private void write(long minute, long now) {
        List<TaskState> tasks = service.taskViews();
        tasks.forEach(task -> lifeOf(task, Instant.ofEpochSecond(minute)));
        Set<String> shown = tasks.stream().map(TaskState::arn).collect(Collectors.toSet());
        begun.retainAll(shown);
        ended.retainAll(shown);
        List<TaskState> serving = tasks.stream()
                .filter(task -> task.isRunning() && task.health().equals("HEALTHY")).toList();
        if (serving.isEmpty()) {
            return;
        }
        long passed = now - minute;
        for (long due = Math.min(REQUESTS_A_MINUTE, 2 * serving.size()) * passed / 60; requests < due; requests++) {
            write(dice.pick(serving), moment(minute, now), served());
        }
        for (long due = Math.min(MOST_ERRORS, errors.applyAsLong(minute)) * passed / 60; failures < due; failures++) {
            write(dice.pick(serving), moment(minute, now), failed());
        }
        written = now;
    }

    private String served() {
        String path = dice.pick(PATHS);
        int millis = dice.between(3, 180);
        return json ? object("info", "request completed", path, 200, millis)
                : "INFO  GET %s 200 %dms".formatted(path, millis);
    }

    private String failed() {
        String path = dice.pick(PATHS);
        int status = dice.pick(List.of(500, 502, 503));
        String trouble = dice.pick(TROUBLE);
        return json ? object("error", trouble, path, status, dice.between(3_000, 5_200))
                : "ERROR GET %s %d: %s".formatted(path, status, trouble);
    }

    private String object(String level, String said, String path, int status, int millis) {
        return """
                {"level":"%s","msg":"%s","requestId":"%s","method":"GET","path":"%s","status":%d,"duration":%d}"""
                .formatted(level, said, dice.hex(16), path, status, millis);
    }

    /// What is older than the minute was before the log began.
    private void lifeOf(TaskState task, Instant minute) {
        task.startedAt().filter(_ -> begun.add(task.arn())).filter(at -> at.isAfter(minute.minusSeconds(60)))
                .ifPresent(at -> {
                    write(task, at, "INFO  starting " + name(task.taskDefinition()));
                    write(task, at.plusMillis(1840), "INFO  listening on port " + service.design().port());
                });
        if (task.isStopped() && task.startedAt().isPresent() && ended.add(task.arn())) {
            task.stoppedAt().filter(at -> at.isAfter(minute.minusSeconds(60))).ifPresent(at -> endOf(task, at));
        }
    }

    private void endOf(TaskState task, Instant at) {
        boolean outOfMemory = task.containers().stream().map(ContainerState::reason)
                .anyMatch(reason -> reason.toLowerCase(Locale.ROOT).contains("outofmemory"));
        if (outOfMemory) {
            write(task, at.minusSeconds(12), "WARN  memory at 94 % of the limit, collecting");
            write(task, at.minusSeconds(1), "FATAL out of memory: allocation of 8388608 bytes failed");
            return;
        }
        write(task, at.minusSeconds(20), "INFO  SIGTERM received, draining connections");
        write(task, at.minusSeconds(1), "INFO  shut down");
    }

    /// After the last step.
    private Instant moment(long minute, long now) {
        long from = Math.max(minute, written);
        return Instant.ofEpochMilli(from * 1000 + dice.between(0, (int) (now - from) * 1000 - 1));
    }

    private void write(TaskState task, Instant at, String message) {
        String family = service.design().family();
        log.write(new LogLine(at, family + "/" + family + "/" + name(task.arn()), message));
    }

    private static String name(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
