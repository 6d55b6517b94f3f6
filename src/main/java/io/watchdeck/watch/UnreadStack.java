package io.watchdeck.watch;

import io.watchdeck.model.Phrase;
import io.watchdeck.model.StackId;
import io.watchdeck.yaml.FileProblem;
import java.util.List;

/// A stack of which nothing is known, not even what belongs to it, because its file cannot be used.
///
/// @param first what is wrong in the file
public record UnreadStack(StackId id, FileProblem first) {

    /// The stacks of files that cannot be used, beside which no stack is watched.
    public static List<UnreadStack> of(List<FileProblem> problems) {
        return new BadFiles(problems).unread(List.of());
    }

    /// That the file cannot be used, and why.
    public Phrase says() {
        return Phrase.of("overall.unread", first.fileName(), (first.problem() + " " + first.remedy()).strip());
    }
}
