package io.watchdeck;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Prints the manual page that the packages of Linux install; the packager asks for it.
@Command(name = "man", hidden = true, description = "Prints the manual page.")
final class ManCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(ManPage.of(spec.root(), Version.number()));
        out.flush();
        return ExitCode.OK;
    }
}
