package io.watchdeck.ui.settings;

import io.watchdeck.model.Phrase;
import java.nio.file.Path;
import java.util.List;

/// What has become of a support bundle that a person wanted.
public sealed interface Bundled {

    /// It is being made.
    record Making() implements Bundled {}

    /// @param file  that only its owner can read
    /// @param bytes of the file
    /// @param names of what is in it
    record Made(Path file, long bytes, List<String> names) implements Bundled {
        public Made {
            names = List.copyOf(names);
        }
    }

    /// There is none.
    record Unmade(Phrase why) implements Bundled {}
}
