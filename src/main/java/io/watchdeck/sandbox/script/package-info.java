/// What happens by itself in the simulated stacks: for the shipped stacks a first hour that resembles an ordinary bad
/// day and then a rhythm, for any other stack an everyday life.
///
/// Read first: [Scripts], then one of the scripts, such as [TiketiScript].
@NullMarked
package io.watchdeck.sandbox.script;

import org.jspecify.annotations.NullMarked;
