package io.watchdeck.ui.kit;

import io.watchdeck.alarms.Condition;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.Environment;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// How much of what would tell of alarms could be checked. Where it is nothing, that no alarm is known is no good news, and
/// is never said as 0; nor is it where it is not all.
///
/// @param stacks  that were looked at
/// @param asked   rules and alarms of CloudWatch
/// @param known   of them those whose state is known
/// @param unknown whether of a stack nothing is known at all, not even what to ask
public record Checked(int stacks, long asked, long known, boolean unknown) {

    public static Checked of(List<StackSnapshot> stacks) {
        List<Condition> asked = stacks.stream().flatMap(stack -> stack.conditions().stream()).toList();
        return new Checked(stacks.size(), asked.size(),
                asked.stream().filter(one -> one.state() != Condition.State.UNKNOWN).count(),
                stacks.stream().anyMatch(stack -> stack.verdict().severity() == Severity.UNKNOWN));
    }

    /// Of the stacks in scope. Without a snapshot nothing was checked, and it is not known what there is to check.
    public static Checked of(Optional<WatchSnapshot> snapshot, Predicate<Environment> scope) {
        return snapshot.map(newest -> of(newest.stacks().stream()
                .filter(stack -> scope.test(stack.file().environment())).toList()))
                .orElseGet(() -> new Checked(0, 0, 0, true));
    }

    /// Whether there was something to check, and nothing of it could be.
    public boolean nothing() {
        return known == 0 && (asked > 0 || unknown);
    }

    /// Whether all that there was to check could be.
    public boolean all() {
        return known == asked && !unknown;
    }

    /// Those whose state is not known.
    public long left() {
        return asked - known;
    }

    /// That nothing could be checked; empty where something was.
    public Optional<String> sayNothing(Words words) {
        return !nothing() ? Optional.empty()
                : Optional.of(asked == 0 ? words.say("ui.open.noneAsked") : words.say("ui.open.noneYet", asked));
    }
}
