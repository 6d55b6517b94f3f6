package io.watchdeck;

import io.watchdeck.model.StackId;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackFolder;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.UnreadStack;
import io.watchdeck.yaml.FileProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
                .or(() -> !options.sandbox() && reader.isUsed(own) ? Optional.of(own) : Optional.empty());
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

    /// There is no folder to read stack files from.
    boolean isNowhere() {
        return folder.filter(named -> !Files.isReadable(named)).isPresent();
    }

    /// What a command that reads once asks for.
    ///
    /// @param cost whether Cost Explorer is asked, where that costs money
    Set<Subject> readOnce(boolean cost) {
        return cost || sandbox() ? EnumSet.allOf(Subject.class) : EnumSet.complementOf(EnumSet.of(Subject.COST));
    }

    /// The stacks of a name: that of the file, or the one for people, which several environments may share.
    ///
    /// @throws Refusal when there is none, or its file cannot be used
    List<StackFile> named(String name) {
        List<StackFile> found = found(name);
        if (found.isEmpty()) {
            throw unread(name).map(stack -> new Refusal(ExitCode.BAD_DATA, stack.first().toString()))
                    .orElseGet(() -> new Refusal(ExitCode.USAGE, "There is no stack '" + name + "'. There are: "
                            + String.join(", ", stacks.stream().map(stack -> stack.id().value()).toList())));
        }
        return found;
    }

    /// The stacks of these names as far as they can be read.
    ///
    /// @throws Refusal when there is none of a name, not even with a file that cannot be used
    List<StackFile> readable(List<String> names) {
        List<StackFile> named = names.stream().filter(name -> !found(name).isEmpty() || unread(name).isEmpty())
                .flatMap(name -> named(name).stream()).toList();
        return stacks.stream().filter(named::contains).toList();
    }

    /// The stacks of these names whose file cannot be used.
    List<StackId> unreadable(List<String> names) {
        return names.stream().filter(name -> found(name).isEmpty()).flatMap(name -> unread(name).stream())
                .map(UnreadStack::id).distinct().toList();
    }

    private List<StackFile> found(String name) {
        return stacks.stream().filter(stack -> stack.id().value().equalsIgnoreCase(name)
                || stack.name().equalsIgnoreCase(name)).toList();
    }

    /// It is known only by the name of its file.
    private Optional<UnreadStack> unread(String name) {
        return UnreadStack.of(problems).stream().filter(stack -> stack.id().value().equalsIgnoreCase(name))
                .findFirst();
    }
}
