package io.watchdeck.watch;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Phrase;
import io.watchdeck.watch.FigureAges.Aged;
import io.watchdeck.watch.StackSnapshot.Gap;
import io.watchdeck.yaml.FileProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Says how complete the answer is: how many stacks answered in full and what the first of the others lacks, which figure
/// is the oldest, what is denied, which files cannot be used.
public final class Completeness {

    private Completeness() {}

    /// @param stacks   worst first
    /// @param problems of stack files
    public static Phrase of(List<StackSnapshot> stacks, List<FileProblem> problems, Instant now) {
        return below(Optional.empty(), stacks, problems, now);
    }

    /// What is said below a sentence that may tell already what is lacking: that is not said again.
    ///
    /// @param above    why something needs someone, or is not known
    /// @param stacks   worst first
    /// @param problems of stack files
    public static Phrase below(Optional<Phrase> above, List<StackSnapshot> stacks, List<FileProblem> problems,
            Instant now) {
        return new BadFiles(problems).completed(ofStacks(above, stacks, now));
    }

    private static Phrase ofStacks(Optional<Phrase> above, List<StackSnapshot> stacks, Instant now) {
        if (stacks.isEmpty()) {
            return Phrase.of("completeness.none");
        }
        Phrase phrase = answered(above, stacks);
        Optional<Oldest> oldest = stacks.stream().flatMap(stack -> FigureAges.oldest(stack)
                .map(figure -> new Oldest(stack, figure)).stream())
                .min(Comparator.comparing(one -> one.figure().asOf().orElseThrow()));
        if (oldest.isPresent()) {
            Aged figure = oldest.get().figure();
            phrase = Phrase.of("completeness.oldest", phrase, Duration.between(figure.asOf().orElseThrow(), now),
                    WatchComposer.name(oldest.get().stack().file()), figure.name());
        }
        Optional<String> denied = stacks.stream().flatMap(stack -> stack.gaps().stream()
                .filter(gap -> gap.failure().kind() == Failure.Kind.DENIED).limit(1)
                .map(gap -> WatchComposer.name(stack.file()) + " " + gap.failure().action().orElse(gap.path())))
                .findFirst();
        return denied.isPresent() ? Phrase.of("completeness.denied", phrase, denied.get()) : phrase;
    }

    private record Oldest(StackSnapshot stack, Aged figure) {}

    private static Phrase answered(Optional<Phrase> above, List<StackSnapshot> stacks) {
        List<StackSnapshot> full = stacks.stream().filter(stack -> !isAsking(stack) && unanswered(stack).isEmpty())
                .toList();
        if (full.size() == stacks.size()) {
            return Phrase.of("completeness.all", stacks.size());
        }
        Optional<StackSnapshot> lacking = stacks.stream().filter(stack -> unanswered(stack).isPresent()).findFirst();
        if (lacking.isEmpty()) {
            return Phrase.of("completeness.some", full.size(), stacks.size());
        }
        Gap gap = unanswered(lacking.get()).orElseThrow();
        String name = WatchComposer.name(lacking.get().file());
        if (above.filter(said -> tells(said, List.of(name))
                && tells(said, List.of(GapWords.of(gap), gap.failure().sentence()))).isPresent()) {
            return Phrase.of("completeness.notInFull", full.size(), stacks.size());
        }
        return Phrase.of("completeness.inFull", full.size(), stacks.size(), name, GapWords.of(gap),
                gap.failure().sentence());
    }

    /// Whether a sentence, or one within it, is about all of these.
    private static boolean tells(Phrase said, List<?> these) {
        return said.arguments().containsAll(these) || said.arguments().stream()
                .anyMatch(one -> one instanceof Phrase within && tells(within, these));
    }

    /// Whether a figure of the stack waits for its first answer since the console began; what was remembered and is still
    /// young is an answer.
    private static boolean isAsking(StackSnapshot stack) {
        return VerdictRule.isAsking(stack.verdict())
                || stack.gaps().stream().anyMatch(gap -> gap.failure().equals(Failure.awaited()))
                || FigureAges.of(stack).stream().anyMatch(one -> one.panel().state() instanceof Loadable.Loading);
    }

    /// The first question to which no answer came, those that decide first.
    private static Optional<Gap> unanswered(StackSnapshot stack) {
        return stack.gaps().stream().filter(gap -> !isAnswer(gap.failure()))
                .min(Comparator.comparing(gap -> !gap.decides()));
    }

    /// "Not permitted" is an answer, and is told of besides; that a thing is not there says that the question was wrong.
    private static boolean isAnswer(Failure failure) {
        return switch (failure.kind()) {
            case DENIED, ABSENT, NOT_KEPT -> true;
            case NOT_FOUND, EXPIRED, THROTTLED, UNREACHABLE, WRONG_ACCOUNT, CAPPED, UNEXPECTED -> false;
        };
    }
}
