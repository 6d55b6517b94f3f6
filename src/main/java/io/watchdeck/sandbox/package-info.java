/// The built-in simulated account: a second implementation of every port, deterministic from a seed and a clock.
///
/// Read first: [SandboxConnector], then [SandboxAccount] (the simulated account behind the ports of one access) and
/// [io.watchdeck.sandbox.world.SimulatedStack]. What happens there by itself is written in
/// `io.watchdeck.sandbox.script`. Knows the ports and their records, never the window, the store or AWS's SDK.
@NullMarked
package io.watchdeck.sandbox;

import org.jspecify.annotations.NullMarked;
