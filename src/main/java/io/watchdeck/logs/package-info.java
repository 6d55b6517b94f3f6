/// Log groups and what was written into them.
///
/// Read first: [LogQuery], then the port [LogSource].
@NullMarked
package io.watchdeck.logs;

import org.jspecify.annotations.NullMarked;
