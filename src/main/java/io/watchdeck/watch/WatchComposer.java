package io.watchdeck.watch;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.refresh.Meter;
import io.watchdeck.stack.StackFile;
import io.watchdeck.yaml.FileProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts the stacks together, worst first, and says in words how they stand.
final class WatchComposer {

    /// Within a severity what nobody has comes first, then production, and of an environment the stack that got worse last.
    private static final Comparator<StackSnapshot> WORST_FIRST = Comparator
            .comparing((StackSnapshot stack) -> stack.verdict().severity()).reversed()
            .thenComparing(stack -> stack.verdict().held().isPresent())
            .thenComparing(stack -> stack.file().environment(), Comparator.reverseOrder())
            .thenComparing(stack -> stack.verdict().since().orElse(Instant.EPOCH), Comparator.reverseOrder())
            .thenComparing(stack -> stack.file().id());

    private final Meter meter;
    private final boolean sandbox;

    /// @param meter with a limit
    WatchComposer(Meter meter, boolean sandbox) {
        this.meter = meter;
        this.sandbox = sandbox;
    }

    WatchSnapshot compose(List<StackSnapshot> all, List<FileProblem> problems, Rounds rounds,
            Optional<Inspected> inspected, List<Phrase> notices, List<Occurrence> resolved, Instant now) {
        return compose(all, state(problems, notices), rounds, inspected, resolved, now);
    }

    private ConsoleState state(List<FileProblem> problems, List<Phrase> notices) {
        return new ConsoleState(new MeterReading(meter.spentToday(), meter.spentThisMonth(), meter.most().orElseThrow(),
                meter.saving(), meter.calls(), meter.thisMonth(), meter.allowance().used(),
                meter.elsewhere()), problems, notices,
                sandbox);
    }

    static WatchSnapshot compose(List<StackSnapshot> all, ConsoleState console, Rounds rounds,
            Optional<Inspected> inspected, List<Occurrence> resolved, Instant now) {
        List<FileProblem> problems = console.problems();
        List<StackSnapshot> stacks = all.stream().sorted(WORST_FIRST).toList();
        Severity worst = stacks.stream().map(stack -> stack.verdict().severity())
                .reduce(Severity.FINE, Severity::worse);
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        stacks.forEach(stack -> counts.merge(stack.verdict().severity(), 1, Integer::sum));
        var files = new BadFiles(problems);
        files.unread(stacks).forEach(_ -> counts.merge(Severity.UNKNOWN, 1, Integer::sum));
        boolean filesDecide = files.any() && worst.compareTo(Severity.UNKNOWN) < 0;
        Severity severity = stacks.isEmpty() || filesDecide ? Severity.UNKNOWN : worst;
        return new WatchSnapshot(now, stacks, severity, filesDecide ? files.headline() : headline(stacks, worst),
                filesDecide ? Optional.of(files.reason()) : silent(stacks, worst, second(stacks, worst)),
                Completeness.of(stacks, problems, now), counts, console.meter(), problems, rounds.refreshing(),
                rounds.last(), rounds.next(), rounds.every(), console.sandbox(), inspected, console.notices(),
                resolved);
    }

    /// How far the reading is.
    record Rounds(boolean refreshing, Optional<Instant> last, Optional<Instant> next, Duration every) {}

    private static Phrase headline(List<StackSnapshot> stacks, Severity worst) {
        if (stacks.isEmpty()) {
            return Phrase.of("overall.none");
        }
        StackSnapshot first = stacks.getFirst();
        return switch (worst) {
            case FINE -> Phrase.of("overall.fine");
            case NOTICE -> Phrase.of("overall.notice");
            case UNKNOWN -> VerdictRule.isAsking(first.verdict()) ? Phrase.of("overall.asking")
                    : Phrase.of("overall.unknown", name(first.file()));
            case WARNING -> first.verdict().held().map(held -> held(first, held))
                    .orElseGet(() -> Phrase.of("overall.warning", name(first.file())));
            case CRITICAL -> first.verdict().held().map(held -> held(first, held))
                    .orElseGet(() -> Phrase.of("overall.one", name(first.file())));
        };
    }

    /// The worst is not fine, but somebody knows.
    private static Phrase held(StackSnapshot stack, Status held) {
        return Phrase.of("overall.held." + stack.verdict().severity().word(), name(stack.file()),
                HeldWords.of(held, stack.asOf()));
    }

    private static Optional<Phrase> second(List<StackSnapshot> stacks, Severity worst) {
        if (stacks.isEmpty() || worst == Severity.FINE) {
            return Optional.empty();
        }
        StackSnapshot first = stacks.getFirst();
        if (VerdictRule.isAsking(first.verdict())) {
            return Optional.empty();
        }
        Phrase reason = first.verdict().headline();
        List<StackSnapshot> others = stacks.stream().skip(1)
                .filter(stack -> stack.verdict().severity() == worst && worst.compareTo(Severity.NOTICE) > 0
                        && !VerdictRule.isAsking(stack.verdict()))
                .toList();
        if (others.isEmpty()) {
            return Optional.of(Phrase.of("overall.reason", name(first.file()), reason));
        }
        String key = "overall.also." + worst.word();
        StackSnapshot other = others.getFirst();
        Phrase also = others.size() > 1 ? Phrase.of(key + ".many", name(other.file()), others.size() - 1)
                : other.verdict().held().map(held -> Phrase.of(key + ".held", name(other.file()),
                        HeldWords.of(held, other.asOf())))
                        .orElseGet(() -> Phrase.of(key, name(other.file())));
        return Optional.of(Phrase.of("overall.reasonAnd", name(first.file()), reason, also));
    }

    /// Where no stack answers, what decides is still what was known last, and says so. That nothing is known says it itself.
    private static Optional<Phrase> silent(List<StackSnapshot> stacks, Severity worst, Optional<Phrase> second) {
        if (worst == Severity.UNKNOWN || !Answered.of(stacks).none()) {
            return second;
        }
        return Optional.of(second.map(also -> Phrase.of("overall.silentAnd", stacks.size(), also))
                .orElseGet(() -> Phrase.of("overall.silent", stacks.size())));
    }

    /// A stack's name with its environment, as people say it: `Sesami prod`.
    static String name(StackFile stack) {
        return stack.name() + switch (stack.environment()) {
            case PRODUCTION -> " prod";
            case DEVELOPMENT -> " dev";
            case TEST -> " test";
        };
    }
}
