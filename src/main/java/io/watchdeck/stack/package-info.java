/// What is watched: stack files with their components, thresholds and plan.
///
/// Read first: [StackFile]. May import `model` only.
@NullMarked
package io.watchdeck.stack;

import org.jspecify.annotations.NullMarked;
