package io.watchdeck;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The manual page of the program, as `man` reads it: what `--help` says of every command, with what the exit codes mean
/// and where files lie on Linux, where alone there is a `man`. In English, whatever the person speaks.
final class ManPage {

    private static final Map<Integer, String> CODES = new TreeMap<>(Map.ofEntries(
            Map.entry(ExitCode.OK, "done; of status: fine"), Map.entry(ExitCode.WARNING, "of status: a warning"),
            Map.entry(ExitCode.CRITICAL, "of status: critical"), Map.entry(ExitCode.UNKNOWN, "not known"),
            Map.entry(ExitCode.USAGE, "wrong usage"), Map.entry(ExitCode.BAD_DATA, "a bad stack file"),
            Map.entry(ExitCode.NO_INPUT, "a file or folder that is not there"),
            Map.entry(ExitCode.NO_DISPLAY, "no display"), Map.entry(ExitCode.SOFTWARE, "a mistake of the program"),
            Map.entry(ExitCode.CANNOT_WRITE, "a file that cannot be written"),
            Map.entry(ExitCode.BUSY, "another process has the history or does not answer")));
    private static final List<Map.Entry<String, String>> FILES = List.of(
            Map.entry("$XDG_CONFIG_HOME/watchdeck/stacks/", "stack files; ~/.config where the variable is not set"),
            Map.entry("$XDG_CONFIG_HOME/watchdeck/settings.yaml", "what is set in the window under Settings"),
            Map.entry("$XDG_DATA_HOME/watchdeck/", "the history and the log; ~/.local/share where it is not set"),
            Map.entry("/usr/share/doc/watchdeck/", "README.md and the documents that it refers to"));

    private final StringBuilder text = new StringBuilder();

    private ManPage() {}

    /// @param program with all its commands; hidden ones are left out
    static String of(CommandSpec program, String version) {
        var page = new ManPage();
        page.write(program, version);
        return page.text.toString();
    }

    private void write(CommandSpec program, String version) {
        line(".TH WATCHDECK 1 \"\" \"Watchdeck " + escaped(version) + "\" \"User Commands\"");
        section("NAME");
        String is = said(program.usageMessage().description()).getFirst();
        line(program.name() + " \\- " + escaped(is.substring(0, 1).toLowerCase(Locale.ROOT)
                + is.substring(1).replaceFirst("\\.$", "")));
        section("SYNOPSIS");
        line("\\fB" + program.name() + "\\fR [\\fIOPTION\\fR]... [\\fICOMMAND\\fR]");
        section("DESCRIPTION");
        line("Without a command it opens the console. Every command takes the options below, before or after its name.");
        section("OPTIONS");
        options(program.options());
        section("COMMANDS");
        commands(program);
        section("EXIT STATUS");
        CODES.forEach((code, meaning) -> entry("\\fB" + code + "\\fR", List.of(meaning)));
        section("FILES");
        FILES.forEach(file -> entry("\\fI" + escaped(file.getKey()) + "\\fR", List.of(file.getValue())));
    }

    private void commands(CommandSpec above) {
        for (CommandLine one : above.subcommands().values()) {
            CommandSpec command = one.getCommandSpec();
            if (command.usageMessage().hidden()) {
                continue;
            }
            line(".SS " + Stream.concat(Stream.of("\\fB" + escaped(command.qualifiedName()) + "\\fR"),
                    command.positionalParameters().stream().map(ManPage::synopsis)).collect(Collectors.joining(" ")));
            paragraphs(said(command.usageMessage().description()), ".PP");
            command.positionalParameters().stream().filter(parameter -> !parameter.hidden())
                    .forEach(parameter -> entry(label(parameter), said(parameter.description())));
            options(command.options().stream()
                    .filter(option -> !option.inherited() && !option.usageHelp() && !option.versionHelp()).toList());
            commands(command);
        }
    }

    private static String synopsis(PositionalParamSpec parameter) {
        String label = label(parameter) + (parameter.arity().max() > 1 ? "..." : "");
        return parameter.arity().min() == 0 ? "[" + label + "]" : label;
    }

    private void options(Collection<OptionSpec> options) {
        options.stream().filter(option -> !option.hidden()).forEach(option -> entry(
                Stream.of(option.names()).map(name -> "\\fB" + escaped(name) + "\\fR").collect(Collectors.joining(", "))
                        + (option.arity().max() > 0 ? " " + label(option) : ""),
                said(option.description())));
    }

    private static String label(ArgSpec argument) {
        return "\\fI" + escaped(argument.paramLabel()) + "\\fR";
    }

    /// The lines that `--help` would fold.
    private static List<String> said(String[] description) {
        return Stream.of(description).flatMap(part -> String.format(part).lines()).toList();
    }

    private void section(String name) {
        line(".SH " + name);
    }

    private void entry(String term, List<String> meaning) {
        line(".TP");
        line(term);
        paragraphs(meaning, ".br");
    }

    private void paragraphs(List<String> lines, String between) {
        for (int index = 0; index < lines.size(); index++) {
            if (index > 0) {
                line(between);
            }
            String escaped = escaped(lines.get(index));
            line(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped);
        }
    }

    /// Hyphens stay what they are when they are copied; other letters than ASCII are read in every locale.
    private static String escaped(String plain) {
        return plain.codePoints().mapToObj(letter -> letter == '\\' ? "\\e"
                : letter == '-' ? "\\-"
                : letter == '~' ? "\\(ti"
                : letter > 126 ? "\\[u%04X]".formatted(letter) : Character.toString(letter))
                .collect(Collectors.joining());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
