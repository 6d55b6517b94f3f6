/// The journal of operations: what was changed by whom and why, whether it worked, and the commands that do it again.
/// Begin with [io.watchdeck.ui.activity.ActivityViewModel].
@NullMarked
package io.watchdeck.ui.activity;

import org.jspecify.annotations.NullMarked;
