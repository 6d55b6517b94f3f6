package io.watchdeck;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Goes once through what a start goes through, for the AOT cache that is made when the console is packaged: draws the first
/// screen of the sandbox, opens a history on the disk, and builds the clients of AWS, whom nobody answers. What is in the
/// cache is held in memory from the start on, needed or not: the other screens are left out.
@Command(name = "rehearse", hidden = true, description = "Goes through what a start goes through.")
final class RehearseCommand implements Callable<Integer> {

    /// Nobody listens at the port of the discard protocol.
    private static final String NOBODY = "http://127.0.0.1:9";

    @Parameters(paramLabel = "DIR", description = "folder for what comes of it")
    private Path folder = Path.of(".");

    /// What the account would have answered is not known, which is no failure here.
    @Override
    public Integer call() {
        run("status", "--endpoint-url", NOBODY, "--timeout", "1", "--data", folder.resolve("data").toString());
        return run("snapshot", "--sandbox", "--screen", "overview", "--theme", "dark", "--size", "1440x900", "--out",
                folder.resolve("screens").toString());
    }

    private static int run(String... arguments) {
        CommandLine commands = Main.commandLine();
        commands.setOut(new PrintWriter(Writer.nullWriter()));
        return commands.execute(arguments);
    }
}
