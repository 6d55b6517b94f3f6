/// The figures that the console must reach, measured: `mvn -q -Pbench verify`, or one of them with `-Dbench=NAME`. Read
/// [Benchmarks] first. May use everything of the program and of its tests; nothing uses it.
@NullMarked
package io.watchdeck.bench;

import org.jspecify.annotations.NullMarked;
