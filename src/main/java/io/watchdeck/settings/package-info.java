/// How a person wants the console: `settings.yaml`, beside the folder of the stack files.
///
/// Read first: [Settings]; [SettingsFile] reads and changes them. May import `model` and `yaml` only.
@NullMarked
package io.watchdeck.settings;

import org.jspecify.annotations.NullMarked;
