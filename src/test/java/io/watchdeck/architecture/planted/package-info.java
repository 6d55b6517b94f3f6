/// Violations planted for [io.watchdeck.architecture.ArchitectureTest]: each package here is a small house that breaks the
/// one rule it is named after. What must be found is [Wrong], a near miss that must not be found is [Right], and the rest
/// is scenery.
@NullMarked
package io.watchdeck.architecture.planted;

import org.jspecify.annotations.NullMarked;
