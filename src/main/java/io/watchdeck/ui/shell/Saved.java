package io.watchdeck.ui.shell;

import io.watchdeck.model.Phrase;
import java.nio.file.Path;
import java.util.Optional;

/// What came of a file that a person wanted.
///
/// @param problem why it could not be written; empty when it was
public record Saved(Path file, Optional<Phrase> problem) {

    private static final Phrase CHOICE = Phrase.of("ui.unsaved.choice");

    /// What was chosen could not be put into the settings file, whose place nobody chose.
    public static Saved choice(Path settings) {
        return new Saved(settings, Optional.of(CHOICE));
    }

    boolean isChoice() {
        return problem.filter(CHOICE::equals).isPresent();
    }
}
