/// Plan, actual and forecast.
///
/// Read first: [CostReport], then the port [CostSource].
@NullMarked
package io.watchdeck.cost;

import org.jspecify.annotations.NullMarked;
