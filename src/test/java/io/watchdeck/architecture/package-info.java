/// Keeps the walls of the house: who may import whom, and the habits that a compiler does not know.
///
/// Read first: [ArchitectureTest], then [Rooms], the map of the packages. Below `planted` lives one violation for each
/// rule, in packages that mirror the real ones; a rule that does not find its own is broken.
@NullMarked
package io.watchdeck.architecture;

import org.jspecify.annotations.NullMarked;
