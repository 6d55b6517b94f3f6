package io.watchdeck;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// What `--help` says in Korean. In English it stands beside each command and option; the manual page has it from there,
/// too.
final class HelpWords {

    private HelpWords() {}

    /// Lets the help that was asked for be in the person's language; without such a question nothing is read.
    ///
    /// @param parsed  of the whole command line
    /// @param console whose options it filled
    static void speak(ParseResult parsed, ConsoleCommand console) {
        CommandLine program = parsed.commandSpec().commandLine();
        if (parsed.asCommandLineList().stream().anyMatch(CommandLine::isUsageHelpRequested)
                && Preferences.of(console.options(), Wiring.settingsFile()).locale().getLanguage()
                        .equals(Locale.KOREAN.getLanguage())) {
            program.setResourceBundle(korean());
        }
    }

    static ResourceBundle korean() {
        try (InputStream file = Objects.requireNonNull(HelpWords.class.getResourceAsStream("help_ko.properties"))) {
            return new PropertyResourceBundle(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
