package io.watchdeck.watch;

import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.watch.StackSnapshot.Gap;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Puts into words whether a stack is fine: the worst condition first, "not known" where a figure that decides is not
/// there and nothing worse is known.
final class VerdictRule {

    private static final Comparator<Condition> WORST_FIRST = Comparator.comparing(Condition::severity).reversed()
            .thenComparing(VerdictRule::urgency)
            .thenComparing(condition -> condition.since().orElse(Instant.EPOCH), Comparator.reverseOrder())
            .thenComparing(Condition::name);

    private static final Phrase ASKING = Phrase.of("verdict.asking");

    private VerdictRule() {}

    /// Whether all that can be said is that the first answers are awaited.
    static boolean isAsking(Verdict verdict) {
        return verdict.headline().equals(ASKING);
    }

    /// @param asking the first answers are still awaited
    static Verdict of(List<Condition> conditions, List<Gap> gaps, boolean asking) {
        List<Condition> open = conditions.stream().filter(condition -> condition.state() == State.ALARM)
                .sorted(WORST_FIRST).toList();
        Optional<Gap> unknown = gaps.stream().filter(Gap::decides).findFirst();
        Severity worst = open.stream().map(Condition::severity).reduce(Severity.FINE, Severity::worse);
        List<Condition> told = new Verdict(worst, Phrase.of("verdict.fine"), Optional.empty(), Optional.empty(), open)
                .troubles();
        if (worst == Severity.WARNING || worst == Severity.CRITICAL) {
            return new Verdict(worst, told.getFirst().sentence(), told.size() > 1
                    ? Optional.of(told.get(1).sentence()) : unknown.map(VerdictRule::gap), since(open, worst), open);
        }
        if (asking) {
            return new Verdict(Severity.UNKNOWN, ASKING, Optional.empty(), Optional.empty(), open);
        }
        if (unknown.isPresent()) {
            return new Verdict(Severity.UNKNOWN, gap(unknown.get()), told.isEmpty() ? Optional.empty()
                    : Optional.of(told.getFirst().sentence()), Optional.empty(), open);
        }
        if (worst == Severity.NOTICE) {
            return new Verdict(worst, told.getFirst().sentence(), told.size() > 1
                    ? Optional.of(told.get(1).sentence()) : Optional.empty(), since(open, worst), open);
        }
        return new Verdict(Severity.FINE, Phrase.of("verdict.fine"), Optional.empty(), Optional.empty(), open);
    }

    private static Phrase gap(Gap gap) {
        return Phrase.of("verdict.gap", GapWords.of(gap), gap.failure().sentence());
    }

    private static Optional<Instant> since(List<Condition> open, Severity severity) {
        return open.stream().filter(condition -> condition.severity() == severity)
                .flatMap(condition -> condition.since().stream()).min(Comparator.naturalOrder());
    }

    /// Our own sentences say more than an alarm's name; what is being lost comes before what is merely high.
    private static int urgency(Condition condition) {
        if (condition.metric().filter("queue.deadLetterHoursLeft"::equals).isPresent()) {
            return 0;
        }
        return condition.source() == Condition.Source.RULE ? 1 : 2;
    }
}
