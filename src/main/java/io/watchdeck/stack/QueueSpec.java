package io.watchdeck.stack;

import java.util.Optional;

/// An SQS queue. Its dead-letter queue is read from the queue's own redrive policy.
///
/// @param deadLetterQueue the design's dead-letter queue; shown when the redrive policy disagrees
/// @param pipe            the EventBridge pipe that empties the queue
public record QueueSpec(String name, Optional<String> deadLetterQueue, Optional<String> pipe) {}
