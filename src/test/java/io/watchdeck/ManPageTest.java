package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class ManPageTest {

    private final String page = Program.run("man").out();

    @Test
    void everyCommandIsThereWithItsOptionsAndThoseOfAllOnce() {
        CommandSpec program = Main.commandLine().getCommandSpec();

        tells(program);
        assertThat(page).contains(".SS \\fBwatchdeck status\\fR [\\fISTACK\\fR...]\n",
                ".SS \\fBwatchdeck export metrics\\fR\n").doesNotContain("rehearse", "watchdeck man");
        assertThat(page.split(Pattern.quote("\\fB\\-\\-endpoint\\-url\\fR"), -1)).as("what all take stands once")
                .hasSize(2);
    }

    private void tells(CommandSpec above) {
        for (CommandLine one : above.subcommands().values()) {
            CommandSpec command = one.getCommandSpec();
            if (!command.usageMessage().hidden()) {
                assertThat(page).contains(".SS \\fB" + command.qualifiedName().replace("-", "\\-") + "\\fR");
                tells(command);
            }
        }
        for (OptionSpec option : above.options()) {
            assertThat(page).contains("\\fB" + option.longestName().replace("-", "\\-") + "\\fR");
        }
    }

    @Test
    void itIsAPageThatManReads() {
        List<String> lines = page.lines().toList();

        assertThat(lines.getFirst()).startsWith(".TH WATCHDECK 1 ");
        assertThat(lines).containsSubsequence(".SH NAME", ".SH SYNOPSIS", ".SH OPTIONS", ".SH COMMANDS",
                ".SH EXIT STATUS", ".SH FILES");
        assertThat(page).contains("\nwatchdeck \\- a desktop operations console for stacks on Amazon ECS\n")
                .matches("\\p{ASCII}+");
        assertThat(lines).as("a line that begins with a point is an instruction").allMatch(line -> line.matches(
                "\\.(TH|SH|SS|TP|PP|br)\\b.*|[^.'].*"));
        assertThat(page).contains(".TP\n\\fB64\\fR\nwrong usage\n").doesNotContain("%n", "${");
    }
}
