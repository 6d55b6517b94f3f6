package io.watchdeck.watch;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Placed;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Twins;
import io.watchdeck.alarms.Word;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.watch.StackSnapshot.Gap;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
                .map(condition -> Twins.leveled(condition, conditions)).sorted(WORST_FIRST).toList();
        Optional<Gap> unknown = gaps.stream().filter(Gap::decides).findFirst();
        Severity worst = open.stream().map(Condition::severity).reduce(Severity.FINE, Severity::worse);
        List<Condition> told = new Verdict(worst, Phrase.of("verdict.fine"), Optional.empty(), Optional.empty(), open,
                Optional.empty()).troubles();
        if (worst == Severity.WARNING || worst == Severity.CRITICAL) {
            return new Verdict(worst, Placed.of(told.getFirst()), told.size() > 1
                    ? Optional.of(Placed.of(told.get(1))) : unknown.map(VerdictRule::gap), since(open, worst), open,
                    Optional.empty());
        }
        if (asking) {
            return new Verdict(Severity.UNKNOWN, ASKING, Optional.empty(), Optional.empty(), open,
                    Optional.empty());
        }
        if (unknown.isPresent()) {
            return new Verdict(Severity.UNKNOWN, gap(unknown.get()), told.isEmpty() ? Optional.empty()
                    : Optional.of(Placed.of(told.getFirst())), Optional.empty(), open,
                    Optional.empty());
        }
        if (worst == Severity.NOTICE) {
            return new Verdict(worst, Placed.of(told.getFirst()), told.size() > 1
                    ? Optional.of(Placed.of(told.get(1))) : Optional.empty(), since(open, worst), open,
                    Optional.empty());
        }
        return new Verdict(Severity.FINE, Phrase.of("verdict.fine"), Optional.empty(), Optional.empty(), open,
                Optional.empty());
    }

    /// The same with what persons said of its troubles: within a severity what nobody has comes first, and says what the
    /// stack is.
    ///
    /// @param live the occurrences of the stack that are not over
    static Verdict held(Verdict verdict, List<Occurrence> live, StackId stack) {
        Map<AlarmKey, Status> held = live.stream().filter(one -> !(one.status() instanceof Status.Open))
                .collect(Collectors.toMap(Occurrence::key, Occurrence::status));
        if (held.isEmpty() || verdict.open().isEmpty()) {
            return verdict;
        }
        List<Condition> open = verdict.open().stream().sorted(Comparator.comparing(Condition::severity).reversed()
                .thenComparing(one -> held.containsKey(AlarmKey.of(stack, one)))).toList();
        List<Condition> told = new Verdict(verdict.severity(), verdict.headline(), verdict.second(), verdict.since(),
                open, Optional.empty()).troubles();
        boolean says = told.getFirst().severity() == verdict.severity();
        List<Optional<Status>> worst = told.stream().filter(one -> one.severity() == verdict.severity())
                .map(one -> Optional.ofNullable(held.get(AlarmKey.of(stack, one)))).toList();
        Optional<Status> all = says && worst.stream().allMatch(Optional::isPresent)
                ? worst.stream().flatMap(Optional::stream).min(Comparator.comparing(VerdictRule::ends))
                : Optional.empty();
        return new Verdict(verdict.severity(), says ? Placed.of(told.getFirst()) : verdict.headline(),
                says && told.size() > 1 ? Optional.of(Placed.of(told.get(1))) : verdict.second(), verdict.since(),
                open, all);
    }

    private static Instant ends(Status status) {
        return status.said().flatMap(Word::until).orElse(Instant.MAX);
    }

    private static Phrase gap(Gap gap) {
        Phrase what = GapWords.of(gap);
        Phrase why = gap.failure().sentence();
        return gap.failure().retryAt().map(next -> Phrase.of("verdict.gapRetry", what, why, next))
                .orElseGet(() -> Phrase.of("verdict.gap", what, why));
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
