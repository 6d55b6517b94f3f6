package io.watchdeck;

import io.watchdeck.ui.shell.Theme;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import picocli.CommandLine.Option;

/// The options that every command understands. Filled by picocli, which is why the fields are not final.
final class Options {

    @Option(names = "--stacks", paramLabel = "DIR", description = "folder with the stack files")
    private Optional<Path> stacks = Optional.empty();

    @Option(names = "--sandbox", description = "watch a simulated account instead of AWS")
    private boolean sandbox;

    @Option(names = "--read-only", description = "never change anything in the cloud")
    private boolean readOnly;

    @Option(names = "--endpoint-url", paramLabel = "URL",
            description = "use this endpoint instead of AWS's own, for an emulator")
    private Optional<URI> endpoint = Optional.empty();

    @Option(names = "--timeout", paramLabel = "SECONDS",
            description = "how long to wait for an answer of AWS, at most; 10 by default")
    private Optional<Integer> timeout = Optional.empty();

    @Option(names = "--lang", paramLabel = "en|ko", description = "language of the console")
    private Optional<Language> language = Optional.empty();

    @Option(names = "--theme", paramLabel = "dark|light|system", description = "look of the console")
    private Optional<ThemeName> theme = Optional.empty();

    enum ThemeName {
        dark, light, system
    }

    enum Language {
        en(Locale.ENGLISH), ko(Locale.KOREAN);

        private final Locale locale;

        Language(Locale locale) {
            this.locale = locale;
        }
    }

    Optional<Path> stacks() {
        return stacks;
    }

    boolean sandbox() {
        return sandbox;
    }

    boolean readOnly() {
        return readOnly;
    }

    /// How long to wait for an answer; empty for the default.
    ///
    /// @throws Refusal for less than a second
    Optional<Duration> timeout() {
        if (timeout.filter(seconds -> seconds < 1).isPresent()) {
            throw new Refusal(ExitCode.USAGE, "--timeout " + timeout.get() + ": wait a second at least.");
        }
        return timeout.map(Duration::ofSeconds);
    }

    /// The option, else AWS's own environment variable.
    ///
    /// @throws Refusal for what is no address of a server
    Optional<URI> endpoint() {
        return endpoint.map(URI::toString).or(() -> Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL")))
                .map(String::strip).filter(url -> !url.isEmpty()).map(Options::server);
    }

    private static URI server(String url) {
        try {
            var uri = new URI(url);
            if (List.of("http", "https").contains(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // told below
        }
        throw new Refusal(ExitCode.USAGE, "The endpoint is not a URL such as http://localhost:4566.");
    }

    /// The theme that was asked for by name.
    Optional<Theme> givenTheme() {
        return theme.flatMap(name -> switch (name) {
            case dark -> Optional.of(Theme.DARK);
            case light -> Optional.of(Theme.LIGHT);
            case system -> Optional.empty();
        });
    }

    /// The option, else the system's preference. Call when the toolkit has started.
    Theme theme() {
        return givenTheme().orElseGet(() -> Platform.getPreferences().getColorScheme() == ColorScheme.LIGHT
                ? Theme.LIGHT : Theme.DARK);
    }

    /// The option, else the system's language where the console speaks it, else English.
    Locale locale() {
        return language.map(chosen -> chosen.locale).orElseGet(
                () -> Locale.getDefault().getLanguage().equals("ko") ? Locale.KOREAN : Locale.ENGLISH);
    }
}
