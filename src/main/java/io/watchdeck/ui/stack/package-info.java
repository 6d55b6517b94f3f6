/// What is wrong in one stack, since when, what changed then? Cards of its components, services with deployments,
/// history, conditions, and a drawer with everything about the selected service.
///
/// Read first: [StackViewModel], then [Cards] (what the cards say), [FleetLine] and [StackView].
@NullMarked
package io.watchdeck.ui.stack;

import org.jspecify.annotations.NullMarked;
