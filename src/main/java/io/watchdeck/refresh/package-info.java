/// Runs any source on a schedule on virtual threads, politely, and meters what it costs.
///
/// Read first: [Poller]. Port: [MeterStore]. The only package, beside the root and the window's executor, that starts threads.
@NullMarked
package io.watchdeck.refresh;

import org.jspecify.annotations.NullMarked;
