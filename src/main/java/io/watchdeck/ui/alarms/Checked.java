package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.Condition;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.Environment;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// How much of what would tell of alarms could be checked. Where it is nothing, that no alarm is known is no good news, and
/// is never said as 0.
///
/// @param stacks  in scope
/// @param asked   rules and alarms of CloudWatch
/// @param known   of them those whose state is known
/// @param unknown whether of a stack nothing is known at all, not even what to ask
record Checked(int stacks, long asked, long known, boolean unknown) {

    static Checked of(Optional<WatchSnapshot> snapshot, Predicate<Environment> scope) {
        List<StackSnapshot> stacks = snapshot.stream().flatMap(newest -> newest.stacks().stream())
                .filter(stack -> scope.test(stack.file().environment())).toList();
        List<Condition> asked = stacks.stream().flatMap(stack -> stack.conditions().stream()).toList();
        return new Checked(stacks.size(), asked.size(),
                asked.stream().filter(one -> one.state() != Condition.State.UNKNOWN).count(),
                stacks.stream().anyMatch(stack -> stack.verdict().severity() == Severity.UNKNOWN));
    }

    /// Whether there was something to check, and nothing of it could be.
    boolean nothing() {
        return known == 0 && (asked > 0 || unknown);
    }
}
