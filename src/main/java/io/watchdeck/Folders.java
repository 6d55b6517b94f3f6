package io.watchdeck;

import io.watchdeck.ui.settings.Located;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the console's files lie, as each system wants it.
///
/// @param system      as `os.name` names it
/// @param home        the person's home
/// @param environment the environment variables
record Folders(String system, Path home, Map<String, String> environment) {

    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9.-]");
    private static final Pattern ENDS = Pattern.compile("/+$");
    private static final Pattern DOWNLOADS = Pattern.compile("XDG_DOWNLOAD_DIR=\"([^\"]+)\"\\s*");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    static Folders ofThisMachine() {
        return of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    /// Home is `HOME`, where AWS's own files are read as well, before the one that the system keeps of the person. Windows
    /// has no such variable of its own.
    ///
    /// @param ofSystem as `user.home` names it
    static Folders of(String system, Path ofSystem, Map<String, String> environment) {
        var folders = new Folders(system, ofSystem, environment);
        return folders.isWindows() ? folders : new Folders(system, folders.from("HOME", ofSystem), environment);
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
        if (isWindows()) {
            return from("LOCALAPPDATA", home.resolve("AppData").resolve("Local")).resolve("watchdeck");
        }
        return lower.startsWith("mac") ? configuration()
                : from("XDG_DATA_HOME", home.resolve(".local").resolve("share")).resolve("watchdeck");
    }

    /// The same for what is read from an endpoint of its own: a stack of an emulator has the name of the one that it
    /// imitates, and history goes by names. Everything beside the history, such as its lock, lies there too.
    ///
    /// @param endpoint used instead of AWS's own
    Path data(URI endpoint) {
        String host = UNSAFE.matcher(endpoint.getHost().toLowerCase(Locale.ROOT)).replaceAll("_");
        int port = endpoint.getPort() >= 0 ? endpoint.getPort() : endpoint.getScheme().equals("https") ? HTTPS : HTTP;
        String path = Objects.requireNonNullElse(endpoint.getPath(), "");
        return data().resolve("endpoints").resolve(host + "-" + port + UNSAFE.matcher(ENDS.matcher(path).replaceAll(""))
                .replaceAll("_"));
    }

    /// The console's own log, beside the history that it keeps.
    static Path log(Path data) {
        return data.resolve("log");
    }

    /// A folder as its owner writes it: below `~` where the system knows that.
    String told(Path folder) {
        return isWindows() || !folder.startsWith(home) ? folder.toString()
                : Path.of("~").resolve(home.relativize(folder)).toString();
    }

    /// The same with the path itself.
    Located located(Path path) {
        return new Located(path.toAbsolutePath(), told(path));
    }

    /// Where a person finds what a program has made for them: the folder of downloads where there is one, else home. Blocking.
    Path downloads() {
        return named().map(Path::of).or(() -> Optional.of(home.resolve("Downloads"))).filter(Files::isDirectory)
                .orElse(home);
    }

    /// As `user-dirs.dirs` names it on a desktop of Linux, where it has its name in the person's language.
    private Optional<String> named() {
        Path names = from("XDG_CONFIG_HOME", home.resolve(".config")).resolve("user-dirs.dirs");
        try {
            return Files.exists(names) ? Files.readString(names).lines().map(DOWNLOADS::matcher)
                    .filter(Matcher::matches).map(line -> line.group(1).replace("$HOME", home.toString())).findFirst()
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// A folder with a short name, of the person where the system has one.
    Path runtime() {
        return from("XDG_RUNTIME_DIR", Path.of(System.getProperty("java.io.tmpdir")));
    }

    private Path configuration() {
        String lower = system.toLowerCase(Locale.ROOT);
        if (isWindows()) {
            return from("APPDATA", home.resolve("AppData").resolve("Roaming")).resolve("watchdeck");
        }
        if (lower.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("watchdeck");
        }
        return from("XDG_CONFIG_HOME", home.resolve(".config")).resolve("watchdeck");
    }

    private boolean isWindows() {
        return system.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private Path from(String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isBlank() ? otherwise : Path.of(value);
    }
}
