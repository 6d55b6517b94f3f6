/// A local AWS emulator (moto) with the five stacks, for tests against something that was not written by us.
///
/// Read first: [Emulator]. The scripts it runs are in `src/test/emulator`.
@NullMarked
package io.watchdeck.emulator;

import org.jspecify.annotations.NullMarked;
