package io.watchdeck;

import io.watchdeck.stack.FileProblem;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which stacks are watched, and whether they are simulated.
///
/// @param folder the folder that the stacks come from and whose edits are picked up; empty for shipped ones
/// @param origin what was chosen
record StackChoice(List<StackFile> stacks, List<FileProblem> problems, Optional<Path> folder, Origin origin) {

    enum Origin { FILES, SHIPPED, SANDBOX, NONE }

    boolean sandbox() {
        return origin == Origin.SANDBOX;
    }

    /// `--stacks`, else the person's own folder, else the shipped stacks where they can mean nothing but a simulation
    /// or an emulator.
    static StackChoice of(Options options, Folders folders, StackFolder reader, ShippedStacks shipped) {
        Path own = folders.stacks();
        Optional<Path> folder = options.stacks()
                .or(() -> !options.sandbox() && hasFiles(own) ? Optional.of(own) : Optional.empty());
        if (folder.isPresent()) {
            StackFolder.Contents contents = reader.read(folder.get());
            return new StackChoice(contents.stacks(), contents.problems(), folder,
                    options.sandbox() ? Origin.SANDBOX : Origin.FILES);
        }
        if (options.sandbox()) {
            return new StackChoice(shipped.all(), List.of(), Optional.empty(), Origin.SANDBOX);
        }
        if (options.endpoint().isPresent()) {
            return new StackChoice(shipped.all(), List.of(), Optional.empty(), Origin.SHIPPED);
        }
        return new StackChoice(List.of(), List.of(), Optional.empty(), Origin.NONE);
    }

    /// The console never opens empty: with nothing to watch it shows the simulation.
    StackChoice orSandbox(ShippedStacks shipped) {
        return origin == Origin.NONE ? new StackChoice(shipped.all(), List.of(), Optional.empty(), Origin.SANDBOX)
                : this;
    }

    private static boolean hasFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
