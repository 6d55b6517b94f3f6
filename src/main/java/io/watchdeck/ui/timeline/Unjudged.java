package io.watchdeck.ui.timeline;

import io.watchdeck.alarms.Condition;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.timeline.MomentFacts.Kind;
import io.watchdeck.ui.timeline.MomentFacts.Said;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.util.List;

/// Says of what nobody could tell whether it was open: without it a moment at which nothing could be judged would look as
/// if nothing had been open.
///
/// @param all   nothing could be judged, so that not even "nothing" can be said
/// @param lines empty where everything could be judged
record Unjudged(boolean all, List<Said> lines) {

    /// @param over whether the moment is over: then no answer is on its way
    static Unjudged of(StackSnapshot stack, boolean over, Words words) {
        if (stack.alarms().deciding(stack.asOf()).isEmpty()) {
            boolean denied = stack.alarms().state().problem().filter(why -> why.kind() == Failure.Kind.DENIED)
                    .isPresent();
            return new Unjudged(true, said(denied ? Kind.REFUSED : Kind.NOT_KNOWN,
                    words.say("ui.timeline.open.unread", reason(stack, over, words))));
        }
        int conditions = stack.conditions().size();
        if (conditions == 0 && stack.verdict().severity() == Severity.UNKNOWN) {
            return new Unjudged(true, said(Kind.NOT_KNOWN, words.say("ui.open.noneAsked")));
        }
        long unknown = stack.conditions().stream().filter(one -> one.state() == Condition.State.UNKNOWN).count();
        return unknown == 0 ? new Unjudged(false, List.of()) : new Unjudged(unknown == conditions,
                said(Kind.NOT_KNOWN, words.say("ui.timeline.open.unjudged", unknown, conditions)));
    }

    private static List<Said> said(Kind kind, String text) {
        return List.of(new Said(kind, Severity.UNKNOWN, false, text));
    }

    private static String reason(StackSnapshot stack, boolean over, Words words) {
        Loadable<?> alarms = stack.alarms().state();
        if (over && alarms instanceof Loadable.Loading) {
            return words.say("ui.timeline.notRecorded");
        }
        return alarms.problem().map(failure -> Absence.of(failure, words)).or(() -> Absence.of(alarms, words))
                .map(why -> why.detail().isEmpty() ? why.word()
                        : words.say("ui.timeline.unread.one", why.word(), why.detail()))
                .orElseGet(() -> Age.of(stack.alarms(), stack.asOf(), words).sentence());
    }
}
