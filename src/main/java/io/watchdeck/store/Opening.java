package io.watchdeck.store;

import io.watchdeck.model.Phrase;
import java.nio.file.Path;
import java.util.Optional;

/// What came of opening the history.
public sealed interface Opening {

    /// What a person is to be told; empty when all is well.
    Optional<Phrase> told();

    /// The file is open.
    ///
    /// @param setAside where a damaged file lies that had to make room for a new one
    record Opened(Database database, Optional<Path> setAside) implements Opening {
        @Override
        public Optional<Phrase> told() {
            return setAside.map(path -> Phrase.of("history.setAside", path.toString()));
        }
    }

    /// The file cannot be written. What it holds was read into memory, where it could be read; what is added is lost at
    /// the end of the program.
    record InMemory(Database database, Phrase why) implements Opening {
        @Override
        public Optional<Phrase> told() {
            return Optional.of(why);
        }
    }

    /// A newer version of the program wrote the file; nothing was touched.
    ///
    /// @param file    the version of the file: of its schema, or H2's own words for a newer format
    /// @param program the newest schema that this program knows
    record Newer(String file, int program) implements Opening {
        @Override
        public Optional<Phrase> told() {
            return Optional.of(Phrase.of("history.newer", file, Integer.toString(program)));
        }

        /// What to tell where what is read meanwhile is kept in memory.
        public Phrase keptInMemory() {
            return Phrase.of("history.newer.memory", file, Integer.toString(program));
        }
    }

    /// Another process has it open.
    record InUse(Path file) implements Opening {
        @Override
        public Optional<Phrase> told() {
            return Optional.of(Phrase.of("history.inUse", file.toString()));
        }
    }
}
