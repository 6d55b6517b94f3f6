/// Proposes a stack file from what an account holds: what belongs to a cluster, and why.
///
/// Read first: [Discovery], which reads and proposes; [Selection] decides what belongs to the cluster, [Proposer] writes
/// it down as a stack. The port is [InventorySource]. Lives here rather than in `stack` because a proposal needs the
/// limits, queues and alarms that the subjects read. Starts no thread; nothing here changes the cloud.
@NullMarked
package io.watchdeck.watch.discovery;

import org.jspecify.annotations.NullMarked;
