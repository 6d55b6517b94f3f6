package io.watchdeck.stack;

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

    /// Takes a file's stack, unless another file has it already.
    Optional<FileProblem> add(Path file, StackFile stack) {
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().normalize().getParent(), file);
        Path sameId = byId.putIfAbsent(List.of(folder, stack.id()), file);
        if (sameId != null) {
            return problem(file, "The stack '" + stack.id() + "' is already described by " + sameId.getFileName() + ".",
                    "Rename one of them.");
        }
        // One name may stand for several accounts or credentials, never twice for the same.
        Path samePlace = byPlace.putIfAbsent(place(stack), file);
        if (samePlace != null) {
            return problem(file, "This stack is already described by " + samePlace.getFileName() + ": "
                    + "'stack', 'environment', 'region' and 'cluster' are the same.",
                    "Remove one of the files, or correct what should differ.");
        }
        return Optional.empty();
    }

    /// What two files must not agree in.
    static List<Object> place(StackFile stack) {
        return List.of(stack.name(), stack.environment(), stack.access(), stack.account(), stack.cluster());
    }

    private static Optional<FileProblem> problem(Path file, String problem, String remedy) {
        return Optional.of(new FileProblem(file.toString(), 0, 0, problem, remedy));
    }
}
