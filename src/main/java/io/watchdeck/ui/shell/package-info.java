/// The window around the screens: navigation, top bar, banners, status bar, palette, help, theme and language.
///
/// Read first: [Shell] (what the root builds), [Page] (what a screen is), [Feed] (how snapshots reach the FX thread).
/// Imports no screen: the root hands over a [PageFactory] for each.
@NullMarked
package io.watchdeck.ui.shell;

import org.jspecify.annotations.NullMarked;
