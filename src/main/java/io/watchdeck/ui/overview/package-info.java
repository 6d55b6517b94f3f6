/// Is everything fine, and if not, whose is it? All stacks in one table, open conditions below.
///
/// Read first: [OverviewViewModel], then [StackFacts] (what a row says) and [OverviewView].
@NullMarked
package io.watchdeck.ui.overview;

import org.jspecify.annotations.NullMarked;
