package io.watchdeck.stack;

import io.watchdeck.model.StackId;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads every stack file of a folder. A bad file gives its problems and keeps no other stack from being watched.
/// Has no state; any thread.
public final class StackFolder {

    /// @param stacks   of the good files, in the order of their names
    /// @param problems of the bad ones, and of the folder itself
    /// @param listed   whether the folder could be looked into; without it nothing is known of its files
    public record Contents(List<StackFile> stacks, List<FileProblem> problems, boolean listed) {
        public Contents {
            stacks = List.copyOf(stacks);
            problems = List.copyOf(problems);
        }
    }

    private final StackReader reader;

    public StackFolder(StackReader reader) {
        this.reader = reader;
    }

    /// Reads all `*.yaml` and `*.yml` directly in the folder, hidden ones excepted. That the folder is not there is a
    /// problem: whoever treats an absent folder as "no stacks yet" asks before.
    public Contents read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return broken(folder, Files.exists(folder) ? "This is not a folder." : "There is no such folder.", "");
        }
        try {
            return read(filesIn(folder));
        } catch (IOException _) {
            return broken(folder, "The folder cannot be read.", "Give yourself the right to read it.");
        }
    }

    /// Whether the folder is there and holds stack files. One that cannot be looked into may, so that [#read] tells what
    /// is wrong with it.
    public boolean isUsed(Path folder) {
        try {
            return Files.isDirectory(folder) && !filesIn(folder).isEmpty();
        } catch (IOException _) {
            return true;
        }
    }

    private Contents read(List<Path> files) {
        Map<StackId, Path> owners = new LinkedHashMap<>();
        List<StackFile> stacks = new ArrayList<>();
        List<FileProblem> problems = new ArrayList<>();
        for (Path file : files) {
            switch (reader.read(file)) {
                case StackReader.Outcome.Bad(var complaints) -> problems.addAll(complaints);
                case StackReader.Outcome.Good(var stack) -> {
                    Path owner = owners.putIfAbsent(stack.id(), file);
                    if (owner == null) {
                        stacks.add(stack);
                    } else {
                        problems.add(new FileProblem(file.toString(), 0, 0, "The stack '" + stack.id()
                                + "' is already described by " + owner.getFileName() + ".", "Rename one of them."));
                    }
                }
            }
        }
        return new Contents(stacks, problems, true);
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString().toLowerCase(Locale.ROOT);
                boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
                if (yaml && !name.startsWith(".") && !Files.isDirectory(entry)) {
                    files.add(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        files.sort(null);
        return files;
    }

    private static Contents broken(Path folder, String problem, String remedy) {
        return new Contents(List.of(), List.of(new FileProblem(folder.toString(), 0, 0, problem, remedy)), false);
    }
}
