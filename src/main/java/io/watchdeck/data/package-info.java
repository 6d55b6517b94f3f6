/// Databases and caches: their limits.
///
/// Read first: [DatabaseFacts].
@NullMarked
package io.watchdeck.data;

import org.jspecify.annotations.NullMarked;
