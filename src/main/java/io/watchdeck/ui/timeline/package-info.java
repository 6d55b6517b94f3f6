/// The timeline: what a stack was like at a moment that is over, and what happened around it. Read [TimelineViewModel] first.
/// Imports no other screen.
@NullMarked
package io.watchdeck.ui.timeline;

import org.jspecify.annotations.NullMarked;
