/// Databases and caches: their limits.
///
/// Read first: [DatabaseFacts], then [ConnectionLimit].
@NullMarked
package io.watchdeck.data;

import org.jspecify.annotations.NullMarked;
