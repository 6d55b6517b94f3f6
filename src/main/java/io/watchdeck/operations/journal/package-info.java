/// Journal entries as they are told to somebody who was not there: what was changed from what to what, and a line of a
/// table. Begin with [io.watchdeck.operations.journal.Change].
@NullMarked
package io.watchdeck.operations.journal;

import org.jspecify.annotations.NullMarked;
