/// What the desktop does for the console beside its window: notifications and sounds. Each is guarded: where the system
/// has none, nothing happens.
@NullMarked
package io.watchdeck.desktop;

import org.jspecify.annotations.NullMarked;
