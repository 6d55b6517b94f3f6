package io.watchdeck.ui.shell;

import io.watchdeck.model.Phrase;
import java.nio.file.Path;
import java.util.Optional;

/// What came of a file that a person wanted.
///
/// @param problem why it could not be written; empty when it was
public record Saved(Path file, Optional<Phrase> problem) {}
