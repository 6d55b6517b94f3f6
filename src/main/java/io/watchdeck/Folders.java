package io.watchdeck;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where the console's files lie, as each system wants it.
///
/// @param system      as `os.name` names it
/// @param home        the person's home
/// @param environment the environment variables
record Folders(String system, Path home, Map<String, String> environment) {

    static Folders ofThisMachine() {
        return new Folders(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    /// The stack files.
    Path stacks() {
        return configuration().resolve("stacks");
    }

    /// How the person wants the console.
    Path settings() {
        return configuration().resolve("settings.yaml");
    }

    /// The history, and what else the console keeps for itself.
    Path data() {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return from("LOCALAPPDATA", home.resolve("AppData").resolve("Local")).resolve("watchdeck");
        }
        return lower.startsWith("mac") ? configuration()
                : from("XDG_DATA_HOME", home.resolve(".local").resolve("share")).resolve("watchdeck");
    }

    /// A folder with a short name, of the person where the system has one.
    Path runtime() {
        return from("XDG_RUNTIME_DIR", Path.of(System.getProperty("java.io.tmpdir")));
    }

    private Path configuration() {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return from("APPDATA", home.resolve("AppData").resolve("Roaming")).resolve("watchdeck");
        }
        if (lower.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("watchdeck");
        }
        return from("XDG_CONFIG_HOME", home.resolve(".config")).resolve("watchdeck");
    }

    private Path from(String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isBlank() ? otherwise : Path.of(value);
    }
}
