package io.watchdeck.watch;

import io.watchdeck.model.Phrase;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.StackReader;
import io.watchdeck.yaml.FileProblem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Says which stack files cannot be used. Each is a stack of which nothing is known, so beside it nothing is "fine".
///
/// @param problems of all files and of their folder; those whose last good version is in use are left out
record BadFiles(List<FileProblem> problems) {

    private static final Pattern ENDING = Pattern.compile("(?i)\\.ya?ml$");

    BadFiles {
        problems = problems.stream().filter(problem -> !problem.covered()).toList();
    }

    boolean any() {
        return !problems.isEmpty();
    }

    /// What the files would have described. Not the folder, of which nobody knows how many stacks it holds, and no second
    /// file of a stack that is watched by the first.
    List<UnreadStack> unread(Collection<StackSnapshot> watched) {
        Map<StackId, UnreadStack> unread = new LinkedHashMap<>();
        problems.stream().filter(problem -> ENDING.matcher(problem.file()).find()).forEach(problem -> StackReader
                .id(problem.file()).ifPresent(id -> unread.putIfAbsent(id, new UnreadStack(id, problem))));
        watched.forEach(stack -> unread.remove(stack.file().id()));
        return List.copyOf(unread.values());
    }

    Phrase headline() {
        return Phrase.of("overall.file", named());
    }

    /// The first problem with its remedy.
    Phrase reason() {
        FileProblem first = problems.getFirst();
        return Phrase.of("overall.reason", first.fileName(), (first.problem() + " " + first.remedy()).strip());
    }

    /// What is said of the stacks, and which files there are besides.
    Phrase completed(Phrase stacks) {
        return any() ? Phrase.of("completeness.files", stacks, named()) : stacks;
    }

    private Object named() {
        List<String> names = problems.stream().map(FileProblem::fileName).distinct().toList();
        return names.size() == 1 ? names.getFirst()
                : Phrase.of("overall.files", names.getFirst(), names.size() - 1);
    }
}
