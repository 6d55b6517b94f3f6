/// What makes the simulation run the same way every time: chance from a seed, appointments, and the weather that bends
/// figures for a while. Read first: [Dice], [Agenda], [Weather].
@NullMarked
package io.watchdeck.sandbox.clockwork;

import org.jspecify.annotations.NullMarked;
