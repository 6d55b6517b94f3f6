package io.watchdeck;

import io.watchdeck.settings.Looks.ThemeWord;
import io.watchdeck.settings.SettingsFile;
import io.watchdeck.settings.Speech.LanguageWord;
import io.watchdeck.stack.Address;
import io.watchdeck.yaml.Choice;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/// The options that every command understands, before and after its name. Filled by picocli, which is why the fields are
/// not final.
final class Options {

    private static final int LONGEST_WAIT = 3600;

    @Option(names = "--stacks", paramLabel = "DIR", scope = ScopeType.INHERIT,
            description = "folder with the stack files")
    private Optional<Path> stacks = Optional.empty();

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT,
            description = "folder of the history; there is one console for each")
    private Optional<Path> data = Optional.empty();

    // The default is written out: without it picocli takes the opposite of what was given before the command.
    @Option(names = "--sandbox", scope = ScopeType.INHERIT, defaultValue = "false",
            description = "watch a simulated account instead of AWS")
    private boolean sandbox;

    @Option(names = "--read-only", scope = ScopeType.INHERIT, defaultValue = "false",
            description = "never change anything in the cloud")
    private boolean readOnly;

    @Option(names = "--endpoint-url", paramLabel = "URL", scope = ScopeType.INHERIT,
            converter = ServerConverter.class,
            description = "use this endpoint instead of AWS's own, for an emulator")
    private Optional<URI> endpoint = Optional.empty();

    @Option(names = "--timeout", paramLabel = "SECONDS", scope = ScopeType.INHERIT, converter = WaitConverter.class,
            description = "how long to wait for an answer of AWS, at most; 10 by default")
    private Optional<Duration> timeout = Optional.empty();

    @Option(names = "--lang", paramLabel = "en|ko|system", scope = ScopeType.INHERIT,
            converter = LanguageConverter.class,
            description = "language of the console and of this help")
    private Optional<LanguageWord> language = Optional.empty();

    @Option(names = "--theme", paramLabel = "dark|light|system", scope = ScopeType.INHERIT,
            converter = ThemeConverter.class,
            description = "look of the console")
    private Optional<ThemeWord> theme = Optional.empty();

    @Command(name = "watchdeck")
    private static final class Alone {
        @Mixin
        private Options options = new Options();
    }

    /// Those of a command line that has nothing else: to learn what all commands take costs a tenth of the time in which the
    /// window opens.
    ///
    /// @return empty where there is more, or something that is none of them
    static Optional<Options> alone(String... arguments) {
        if (arguments.length == 0) {
            return Optional.of(new Options());
        }
        var alone = new Alone();
        try {
            new CommandLine(alone).parseArgs(arguments);
        } catch (CommandLine.ParameterException other) {
            return Optional.empty();
        }
        return Optional.of(alone.options);
    }

    /// Takes one of the words that `settings.yaml` takes too.
    private static <T> T word(Choice<T> choice, String text) {
        return choice.meaning(text.toLowerCase(Locale.ROOT)).orElseThrow(() -> new TypeConversionException(
                "expected one of " + choice.words() + " but was '" + text + "'"));
    }

    static final class ThemeConverter implements ITypeConverter<ThemeWord> {
        @Override
        public ThemeWord convert(String text) {
            return word(SettingsFile.THEMES, text);
        }
    }

    static final class LanguageConverter implements ITypeConverter<LanguageWord> {
        @Override
        public LanguageWord convert(String text) {
            return word(SettingsFile.LANGUAGES, text);
        }
    }

    /// Takes the address of a server, absolute and with a host.
    static final class ServerConverter implements ITypeConverter<URI> {
        @Override
        public URI convert(String text) {
            return Address.server(text).orElseThrow(() -> new TypeConversionException(noServer(text)));
        }
    }

    /// Takes seconds, from one to an hour.
    static final class WaitConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                int seconds = Integer.parseInt(text);
                if (seconds >= 1 && seconds <= LONGEST_WAIT) {
                    return Duration.ofSeconds(seconds);
                }
            } catch (NumberFormatException _) {
                // told below, together with waits that are too short or too long
            }
            throw new TypeConversionException("'" + text + "' is not a number of seconds from 1 to " + LONGEST_WAIT);
        }
    }

    Optional<Path> stacks() {
        return stacks;
    }

    /// The folder that was named for the history; empty for the person's own, or that of the endpoint.
    Optional<Path> data() {
        return data;
    }

    boolean sandbox() {
        return sandbox;
    }

    /// Sandboxes keep nothing where nobody says where: there may be many, and none of them is asked by a command.
    boolean keepsNothing() {
        return sandbox && data.isEmpty();
    }

    boolean readOnly() {
        return readOnly;
    }

    /// How long to wait for an answer; empty for the default.
    Optional<Duration> timeout() {
        return timeout;
    }

    /// The option, else AWS's own environment variable.
    ///
    /// @throws Refusal where the variable is no address of a server
    Optional<URI> endpoint() {
        return endpoint.or(() -> Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL")).map(String::strip)
                .filter(url -> !url.isEmpty()).map(url -> Address.server(url).orElseThrow(
                        () -> new Refusal(ExitCode.USAGE, "AWS_ENDPOINT_URL: " + noServer(url)))));
    }

    private static String noServer(String text) {
        return "'" + text + "' is not the URL of a server, such as http://localhost:4566";
    }

    /// As asked for; empty without the option.
    Optional<ThemeWord> theme() {
        return theme;
    }

    /// As asked for; empty without the option.
    Optional<LanguageWord> language() {
        return language;
    }
}
