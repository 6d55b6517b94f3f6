package io.watchdeck.ui.settings;

import java.nio.file.Path;

/// A file or folder of the console.
///
/// @param told as its owner writes it, such as `~/.config/watchdeck/settings.yaml`
public record Located(Path path, String told) {}
