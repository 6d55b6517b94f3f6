/// Composes the subjects' readings into one [StackSnapshot] with its verdict and decides the rhythm of reading.
///
/// Read first: [Watch], then [Cloud] (the ports of one account and Region) and [WatchSnapshot].
@NullMarked
package io.watchdeck.watch;

import org.jspecify.annotations.NullMarked;
