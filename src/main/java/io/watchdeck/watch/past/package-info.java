/// The log of what the console was told: every answer about the cloud and every sample, with the moment at which it came.
/// From it follows what was known at any moment, and therefore what the screens showed. Begin with [AnswerStore].
///
/// Imports nothing of `watch`, which records here and composes the past from it.
@NullMarked
package io.watchdeck.watch.past;

import org.jspecify.annotations.NullMarked;
