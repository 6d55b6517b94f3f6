/// How the console is set, and what it costs: the meter of its own calls, by API and by stack, its prices and its cap.
///
/// Read first: [SettingsViewModel], then [MeterPage] (what the screen says) and [SettingsView].
@NullMarked
package io.watchdeck.ui.settings;

import org.jspecify.annotations.NullMarked;
