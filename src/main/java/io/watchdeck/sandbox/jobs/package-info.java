/// The simulated queues, pipes and Batch job queues. Read first: [SimulatedQueue].
@NullMarked
package io.watchdeck.sandbox.jobs;

import org.jspecify.annotations.NullMarked;
