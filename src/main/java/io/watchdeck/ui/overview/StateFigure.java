package io.watchdeck.ui.overview;

import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Word;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How a stack is and since when, or who has it.
///
/// @param brief  the detail in the fewest words
/// @param asking nothing has answered yet
/// @param owned  somebody has all of the worst, or nobody wants to hear of it for a time
record StateFigure(Severity severity, String word, String detail, String brief, Tone detailTone, boolean asking,
        boolean owned) {

    static StateFigure of(StackSnapshot stack, Instant now, Words words) {
        Severity severity = stack.verdict().severity();
        boolean asking = severity == Severity.UNKNOWN
                && stack.services().stream().allMatch(one -> one.state().state() instanceof Loadable.Loading);
        String word = words.say("severity." + severity.word());
        if (asking) {
            String said = words.say("ui.absence.asking");
            return new StateFigure(severity, word, said, said, Tone.MUTED, true, false);
        }
        Optional<Status> held = stack.verdict().held();
        if (held.isPresent()) {
            return new StateFigure(severity, word, held(held.get(), now, words), heldBrief(held.get(), now, words),
                    Tone.MUTED, false, true);
        }
        String span = stack.verdict().since().map(since -> words.span(Duration.between(since, now))).orElse("");
        return new StateFigure(severity, word, detail(stack, severity, span, words),
                brief(stack, severity, span, words),
                severity == Severity.CRITICAL ? Tone.CRITICAL : Tone.MUTED, false, false);
    }

    /// `jmin until 14:30`
    private static String held(Status held, Instant now, Words words) {
        Optional<String> until = until(held, now, words);
        return switch (held) {
            case Status.Acknowledged(var word) -> until.map(end -> words.say("ui.state.held", word.person(), end))
                    .orElseGet(() -> words.say("ui.state.heldOk", word.person()));
            case Status.Snoozed _, Status.Open _, Status.Over _ ->
                words.say("ui.state.snoozed", until.orElse(""));
        };
    }

    private static String heldBrief(Status held, Instant now, Words words) {
        return held instanceof Status.Acknowledged(var word) ? word.person() : until(held, now, words).orElse("");
    }

    private static Optional<String> until(Status held, Instant now, Words words) {
        return held.said().flatMap(Word::until).map(end -> words.when(end, now));
    }

    private static String detail(StackSnapshot stack, Severity severity, String span, Words words) {
        return switch (severity) {
            case CRITICAL -> words.say("ui.state.nobody");
            case WARNING -> span.isEmpty() ? words.say("ui.state.open") : words.say("ui.state.openFor", span);
            case NOTICE, FINE -> span.isEmpty() ? "" : words.say("ui.state.for", span);
            case UNKNOWN -> words.say("ui.state.missing", missing(stack));
        };
    }

    private static String brief(StackSnapshot stack, Severity severity, String span, Words words) {
        return switch (severity) {
            case CRITICAL -> words.say("ui.state.nobodyBrief");
            case WARNING, NOTICE, FINE -> span;
            case UNKNOWN -> words.say("ui.state.missingBrief", missing(stack));
        };
    }

    /// How many figures are missing without which nobody can tell how the stack is.
    private static long missing(StackSnapshot stack) {
        return stack.gaps().stream().filter(StackSnapshot.Gap::decides).count();
    }
}
