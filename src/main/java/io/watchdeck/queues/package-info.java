/// Queues, their dead letters, the pipes that empty them and the Batch jobs behind.
///
/// Read first: [QueueState], then the port [QueueSource].
@NullMarked
package io.watchdeck.queues;

import org.jspecify.annotations.NullMarked;
