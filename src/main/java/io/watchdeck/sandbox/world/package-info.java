/// The simulated stack: its parts beside services and queues, the traffic that drives them, and what ties them
/// together.
/// Read first: [SimulatedStack], then [Profile].
@NullMarked
package io.watchdeck.sandbox.world;

import org.jspecify.annotations.NullMarked;
