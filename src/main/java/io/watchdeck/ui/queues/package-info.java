/// Queues: what waits, what failed and was put aside, what becomes of it. The table of queues with their dead-letter queues,
/// the dead letters of the selected one in groups, and the redrive that moves them back. Begin with
/// [io.watchdeck.ui.queues.QueuesViewModel].
@NullMarked
package io.watchdeck.ui.queues;

import org.jspecify.annotations.NullMarked;
