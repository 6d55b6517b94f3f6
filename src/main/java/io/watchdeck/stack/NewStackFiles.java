package io.watchdeck.stack;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps new stack files in the folder that is watched, which is made with the first. A file that is there is never
/// replaced. Has no state; any thread.
///
/// @param told     the folder, for people
/// @param followed whether what is kept there is watched by itself
public record NewStackFiles(Path folder, String told, boolean followed, StackReader reader) {

    /// What came of a file that was to be written.
    public sealed interface Outcome {

        record Written(Path file) implements Outcome {}

        /// There is one of that name, which was kept.
        ///
        /// @param free a name that no file has
        record Taken(String name, String free) implements Outcome {}

        /// Another file describes the same stack, which would be watched and paid for twice.
        record Described(String file) implements Outcome {}

        /// @param why in the words of the system
        record Refused(String why) implements Outcome {}
    }

    private static final String ENDING = ".yaml";

    /// With the ending of a stack file.
    public static String ended(String name) {
        String plain = name.strip();
        return isYaml(plain) ? plain : plain + ENDING;
    }

    private static boolean isYaml(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.endsWith(ENDING) || small.endsWith(".yml");
    }

    /// Whether it can name a file in the folder: on every system, and not hidden.
    public static boolean isName(String name) {
        return ended(name).matches("[\\p{L}\\p{N}_][\\p{L}\\p{N}._ -]*\\.[yY][aA]?[mM][lL]");
    }

    public StackReader.Outcome check(String name, String text) {
        return reader.read(ended(name), text);
    }

    /// A name for each that is wanted, with a number where a file, or one before it, has it. The names of stacks count,
    /// whatever their ending and their capital letters.
    public List<String> free(List<String> wanted) {
        Set<String> taken = new HashSet<>(stacks());
        List<String> names = new ArrayList<>();
        for (String name : wanted) {
            String one = free(stem(ended(name)), taken::contains);
            taken.add(one.toLowerCase(Locale.ROOT));
            names.add(one + ENDING);
        }
        return names;
    }

    private static String free(String stem, Predicate<String> taken) {
        String name = stem;
        for (int number = 2; taken.test(name.toLowerCase(Locale.ROOT)); number++) {
            name = stem + "-" + number;
        }
        return name;
    }

    private static String stem(String file) {
        return file.substring(0, file.lastIndexOf('.'));
    }

    private Set<String> stacks() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).filter(NewStackFiles::isYaml)
                    .map(name -> stem(name).toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        } catch (IOException none) {
            return Set.of();
        }
    }

    /// The file is there as a whole or not at all: whoever watches the folder never sees half of it.
    ///
    /// @param name one that [#isName] takes
    public Outcome write(String name, String text) {
        String file = ended(name);
        if (stacks().contains(stem(file).toLowerCase(Locale.ROOT))) {
            return taken(file);
        }
        Optional<String> twin = reader.read(file, text).stack().flatMap(this::twin);
        if (twin.isPresent()) {
            return new Outcome.Described(twin.get());
        }
        try {
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, ".new-", ".tmp");
            try {
                Files.writeString(half, text, StandardOpenOption.TRUNCATE_EXISTING);
                return new Outcome.Written(Files.move(half, folder.resolve(file)));
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (FileAlreadyExistsException _) {
            return taken(file);
        } catch (IOException problem) {
            return new Outcome.Refused(problem.toString());
        }
    }

    private Outcome taken(String file) {
        return new Outcome.Taken(file, free(List.of(file)).getFirst());
    }

    /// The stacks that files of the folder describe.
    public List<StackFile> described() {
        return Files.isDirectory(folder) ? new StackFolder(reader).read(folder).stacks() : List.of();
    }

    private Optional<String> twin(StackFile stack) {
        return described().stream()
                .filter(other -> Descriptions.place(other).equals(Descriptions.place(stack)))
                .map(other -> StackFolder.file(folder, other.id()).map(path -> path.getFileName().toString())
                        .orElse(other.id().value()))
                .findFirst();
    }
}
