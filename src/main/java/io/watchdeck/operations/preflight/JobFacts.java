package io.watchdeck.operations.preflight;

import io.watchdeck.model.Reading;
import io.watchdeck.queues.BatchQueueState;

/// What was read of a Batch job queue for an operation on it.
public record JobFacts(String name, Reading<BatchQueueState> queue) {}
