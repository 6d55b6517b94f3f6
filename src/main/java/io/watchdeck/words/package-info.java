/// The sentences of the product in the person's language: texts, plurals, numbers, times.
///
/// Read first: [Words]. May import `model` only.
@NullMarked
package io.watchdeck.words;

import org.jspecify.annotations.NullMarked;
