/// What the desktop does for the console beside its window: notifications, sounds and the icon in the notification area
/// ([io.watchdeck.desktop.Tray]). Each is guarded: where the system has none, nothing happens.
@NullMarked
package io.watchdeck.desktop;

import org.jspecify.annotations.NullMarked;
