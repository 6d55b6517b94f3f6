package io.watchdeck.stack;

import io.watchdeck.model.StackId;
import io.watchdeck.stack.StackReader.Outcome;
import io.watchdeck.yaml.FileProblem;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads every stack file of a folder. A bad file gives its problems and keeps no other stack from being watched.
/// Of a folder that is read again it knows which file had which stack: that file keeps it, and what it said when it was
/// right last stays in use while it is wrong. Any thread.
public final class StackFolder {

    /// @param stacks   of the good files and of those whose last good version is in use, in the order of their names
    /// @param problems of the bad ones, and of the folder itself
    /// @param listed   whether the folder could be looked into; without it nothing is known of its files
    public record Contents(List<StackFile> stacks, List<FileProblem> problems, boolean listed) {
        public Contents {
            stacks = List.copyOf(stacks);
            problems = List.copyOf(problems);
        }
    }

    private static final String UNREADABLE = "The folder cannot be read.";
    private static final String READABLE = "Give yourself the right to read it.";

    private final StackReader reader;
    /// Of each folder as it was read last.
    private final Map<Path, Descriptions> known = new HashMap<>();
    /// What the files of each folder said when they were right last. A file that is taken out is forgotten.
    private final Map<Path, Map<Path, StackFile>> good = new HashMap<>();

    public StackFolder(StackReader reader) {
        this.reader = reader;
    }

    /// Reads all `*.yaml` and `*.yml` directly in the folder, hidden ones excepted. That the folder is not there is a
    /// problem: whoever treats an absent folder as "no stacks yet" asks before.
    ///
    /// Where two files describe one stack, the one that had it at the reading before has it, else the first by name; the
    /// other is told.
    ///
    /// A file that was right at an earlier reading and is wrong now has the stack that it had: a slip of the pen must not
    /// end the watch over it. Its problems say so.
    public Contents read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return broken(folder, Files.exists(folder) ? "This is not a folder." : "There is no such folder.", "");
        }
        try {
            return read(folder, filesIn(folder));
        } catch (IOException _) {
            return broken(folder, UNREADABLE, READABLE);
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

    /// The file of a folder that describes a stack.
    public static Optional<Path> file(Path folder, StackId stack) {
        return Stream.of(".yaml", ".yml").map(ending -> folder.resolve(stack.value() + ending))
                .filter(Files::isRegularFile).findFirst();
    }

    /// The same of a folder that was read: by that reading.
    public synchronized Optional<Path> fileOf(Path folder, StackId stack) {
        return Optional.ofNullable(known.get(folder)).flatMap(descriptions -> descriptions.file(folder, stack))
                .filter(Files::isRegularFile).or(() -> file(folder, stack));
    }

    private synchronized Contents read(Path folder, List<Path> files) {
        Map<Path, Outcome> outcomes = new LinkedHashMap<>();
        files.forEach(file -> outcomes.put(file, reader.read(file)));
        Descriptions descriptions = known.getOrDefault(folder, new Descriptions()).kept(outcomes);
        outcomes.replaceAll((file, outcome) -> described(file, outcome, descriptions));
        known.put(folder, descriptions);
        Map<Path, StackFile> used = used(outcomes, good.getOrDefault(folder, Map.of()), descriptions);
        good.put(folder, used);
        return new Contents(List.copyOf(used.values()), outcomes.entrySet().stream().flatMap(read -> read.getValue()
                .complaints().stream()
                .map(problem -> used.containsKey(read.getKey()) ? problem.whileCovered() : problem))
                .toList(), true);
    }

    /// The stack of each file that has one. The good files come first to what they describe: a stack that was moved to
    /// another file is that file's.
    private static Map<Path, StackFile> used(Map<Path, Outcome> outcomes, Map<Path, StackFile> before,
            Descriptions descriptions) {
        Map<Path, StackFile> used = new LinkedHashMap<>();
        outcomes.forEach((file, outcome) -> outcome.stack()
                .or(() -> Optional.ofNullable(before.get(file)).filter(last -> descriptions.add(file, last).isEmpty()))
                .ifPresent(stack -> used.put(file, stack)));
        return used;
    }

    private static Outcome described(Path file, Outcome outcome, Descriptions descriptions) {
        return outcome.stack().flatMap(stack -> descriptions.add(file, stack))
                .<Outcome>map(second -> new Outcome.Bad(List.of(second))).orElse(outcome);
    }

    /// What came of each file, in the order of the names, with those of a folder in its place. A folder that holds no
    /// stack file or cannot be looked into stands for itself, with the problem. A file that is named twice is read once;
    /// a stack that two files describe is a problem of the second.
    public Map<Path, Outcome> check(List<Path> filesAndFolders) {
        Map<Path, Outcome> checked = new LinkedHashMap<>();
        Set<Path> seen = new HashSet<>();
        Descriptions descriptions = new Descriptions();
        for (Path named : filesAndFolders) {
            List<Path> files = List.of(named);
            try {
                files = Files.isDirectory(named) ? filesIn(named) : files;
            } catch (IOException _) {
                checked.put(named, bad(broken(named, UNREADABLE, READABLE)));
                continue;
            }
            if (files.isEmpty()) {
                checked.put(named, bad(broken(named, "The folder holds no stack file.", "They end in .yaml or .yml.")));
            }
            files.stream().filter(file -> seen.add(file.toAbsolutePath().normalize()))
                    .forEach(file -> checked.put(file, described(file, reader.read(file), descriptions)));
        }
        return checked;
    }

    private static Outcome bad(Contents contents) {
        return new Outcome.Bad(contents.problems());
    }

    /// What is named like a stack file and is directly in the folder, in the order of the names.
    public static List<Path> filesIn(Path folder) throws IOException {
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
