package io.watchdeck.stack;

import io.watchdeck.model.StackId;
import io.watchdeck.stack.StackReader.Outcome;
import io.watchdeck.yaml.FileProblem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Which file describes which stack, so that a second description of one is told: it would be watched, counted and paid
/// for twice.
final class Descriptions {

    private final Map<List<Object>, Path> byId = new HashMap<>();
    private final Map<List<Object>, Path> byPlace = new HashMap<>();

    /// What is left of it: a file keeps its stack while it is there and describes no other, also while something is wrong
    /// in it. Otherwise a name that comes earlier in the alphabet, or a file that is being written, would give the stack
    /// another id, under which its alarms would be told again.
    ///
    /// @param now what came of each file that is there
    Descriptions kept(Map<Path, Outcome> now) {
        var kept = new Descriptions();
        byId.forEach((id, file) -> {
            if (now.containsKey(file)) {
                kept.byId.put(id, file);
            }
        });
        byPlace.forEach((place, file) -> {
            if (now.containsKey(file) && now.get(file).stack().map(Descriptions::place).orElse(place).equals(place)) {
                kept.byPlace.put(place, file);
            }
        });
        return kept;
    }

    /// Takes a file's stack, unless another file has it already.
    Optional<FileProblem> add(Path file, StackFile stack) {
        List<Object> id = List.of(folder(file), stack.id());
        Path sameId = byId.getOrDefault(id, file);
        if (!sameId.equals(file)) {
            return problem(file, "The stack '" + stack.id() + "' is already described by " + sameId.getFileName() + ".",
                    "Rename one of them.");
        }
        // One name may stand for several accounts or credentials, never twice for the same.
        Path samePlace = byPlace.getOrDefault(place(stack), file);
        if (!samePlace.equals(file)) {
            return problem(file, "This stack is already described by " + samePlace.getFileName() + ": "
                    + "'stack', 'environment', 'region' and 'cluster' are the same.",
                    "Remove one of the files, or correct what should differ.");
        }
        byId.put(id, file);
        byPlace.put(place(stack), file);
        return Optional.empty();
    }

    /// The file directly in the folder that has a stack of the id.
    Optional<Path> file(Path folder, StackId stack) {
        return Optional.ofNullable(byId.get(List.of(folder.toAbsolutePath().normalize(), stack)));
    }

    private static Path folder(Path file) {
        return Objects.requireNonNullElse(file.toAbsolutePath().normalize().getParent(), file);
    }

    /// What two files must not agree in.
    static List<Object> place(StackFile stack) {
        return List.of(stack.name(), stack.environment(), stack.access(), stack.account(), stack.cluster());
    }

    private static Optional<FileProblem> problem(Path file, String problem, String remedy) {
        return Optional.of(new FileProblem(file.toString(), 0, 0, problem, remedy));
    }
}
