/// What is watched: stack files with their components, thresholds and plan.
///
/// Read first: [StackFile]; [StackReader] makes one from text, [StackFolder] all of a folder, [ShippedStacks] those of
/// the product. Inside, [Block] lists the keys of the format, and each part has its parser, which reads
/// with the `yaml` package. May import `model` and `yaml` only.
@NullMarked
package io.watchdeck.stack;

import org.jspecify.annotations.NullMarked;
