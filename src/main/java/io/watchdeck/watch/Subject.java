package io.watchdeck.watch;

/// What is read on its own, with its own rhythm and its own failures.
public enum Subject {
    IDENTITY, SERVICES, TASKS, SCALING, METRICS, ALARMS, QUEUES, BATCH, PIPES, PIPELINES, DATABASES, COST, TARGETS
}
