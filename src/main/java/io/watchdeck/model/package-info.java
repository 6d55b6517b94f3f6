/// Words that all subjects share: ids, regions, money, time ranges, readings and failures.
///
/// Read first: [Reading] (one answer of the cloud), [Loadable] (what is known over time), [Failure].
/// Records, enums and sealed types only; imports nothing of the product.
@NullMarked
package io.watchdeck.model;

import org.jspecify.annotations.NullMarked;
