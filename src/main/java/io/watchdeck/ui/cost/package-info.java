/// What the month costs against what was planned, and what the console itself costs. Begin with
/// [io.watchdeck.ui.cost.CostViewModel].
@NullMarked
package io.watchdeck.ui.cost;

import org.jspecify.annotations.NullMarked;
