/// What Spot takes and gives: interruptions, replacements, rates against the plan, and what was not watched. Read
/// [io.watchdeck.ui.spot.SpotViewModel] first. Imports no other screen.
@NullMarked
package io.watchdeck.ui.spot;

import org.jspecify.annotations.NullMarked;
