package io.watchdeck.watch;

import io.watchdeck.alarms.Judged;
import io.watchdeck.model.Panel;
import io.watchdeck.model.StackId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Until when each stack has been judged. Where that is some time ago, because the console was closed, the computer slept
/// or AWS was out of reach, the time between is judged first, from what AWS still has of it: what it was like when it
/// ended would otherwise pass for what happened. To be used by one thread at a time.
final class JudgedTimes {

    /// What is not judged for less is judged with what comes next.
    private static final Duration BEHIND = Duration.ofMinutes(3);
    /// How long what AWS still has is awaited.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final boolean hasPast;
    private final Map<StackId, Instant> until = new HashMap<>();
    private final Map<StackId, Instant> waiting = new HashMap<>();
    private final Set<StackId> known = new HashSet<>();
    /// Those with a past that was never judged.
    private final Set<StackId> inPart = new HashSet<>();
    private final Map<StackId, Judged> kept = new HashMap<>();
    /// Until when each was judged when the console began.
    private final Map<StackId, Instant> restored = new HashMap<>();
    /// Since when each is known by what was read before that alone.
    private final Map<StackId, Instant> remembered = new HashMap<>();

    /// @param hasPast whether anything is kept from which the past could be judged
    JudgedTimes(boolean hasPast) {
        this.hasPast = hasPast;
    }

    boolean isKnown(StackId stack) {
        return known.contains(stack);
    }

    /// What is kept of a stack.
    void known(StackId stack, Optional<Judged> judged) {
        known.add(stack);
        judged.ifPresent(far -> {
            until.putIfAbsent(stack, far.until());
            restored.putIfAbsent(stack, far.until());
        });
        if (judged.filter(Judged::whole).isEmpty()) {
            inPart.add(stack);
        }
    }

    /// Whether a stack is to be judged by how it stands now. Not while AWS does not answer, and not before the time since
    /// it was judged last is.
    ///
    /// @param once for one look, of which nothing is kept: what is now is all that is asked
    boolean judges(StackSnapshot stack, boolean once, Instant now) {
        StackId id = stack.file().id();
        if (once || !isAnswered(stack, now) || hasPast && !known.contains(id)) {
            return once && isAnswered(stack, now);
        }
        if (isRemembered(stack, now)) {
            return false;
        }
        if (behind(id, now).isPresent()) {
            waiting.putIfAbsent(id, now);
            return false;
        }
        waiting.remove(id);
        until.put(id, now);
        return true;
    }

    /// Whether something of a stack is still as it was read before the console ended, and has been judged since: what it says
    /// may be over. Only for a while: what is not read anew is told as stale by then.
    private boolean isRemembered(StackSnapshot stack, Instant now) {
        StackId id = stack.file().id();
        Instant before = restored.get(id);
        if (before == null) {
            return false;
        }
        Stream<Panel<?>> states = Stream.of(stack.services().stream().map(StackSnapshot.Service::state),
                stack.queues().stream().map(StackSnapshot.Queue::state),
                stack.batchQueues().stream().map(StackSnapshot.BatchQueue::state),
                stack.pipes().stream().map(StackSnapshot.Pipe::state),
                stack.pipelines().stream().map(StackSnapshot.Pipeline::state), Stream.of(stack.alarms()))
                .flatMap(all -> all);
        boolean old = states.filter(panel -> panel.deciding(now).isPresent())
                .anyMatch(panel -> !panel.state().latestAsOf().orElse(Instant.MAX).isAfter(before));
        if (old && now.isBefore(remembered.computeIfAbsent(id, _ -> now).plus(PATIENCE))) {
            return true;
        }
        restored.remove(id);
        remembered.remove(id);
        return false;
    }

    /// Forgets what is known of a stack, because it is not watched any more.
    void forget(StackId stack) {
        known.remove(stack);
        inPart.remove(stack);
        until.remove(stack);
        waiting.remove(stack);
        kept.remove(stack);
        restored.remove(stack);
        remembered.remove(stack);
    }

    /// Another console has judged a stack until a moment: what it was like since is to be judged anew.
    void elsewhere(StackId stack, Judged judged) {
        waiting.remove(stack);
        until.put(stack, judged.until());
        if (judged.whole()) {
            inPart.remove(stack);
        }
    }

    /// Anything that is read every few minutes and needs the account.
    private static boolean isAnswered(StackSnapshot stack, Instant now) {
        return stack.services().stream().anyMatch(one -> one.state().deciding(now).isPresent())
                || stack.queues().stream().anyMatch(one -> one.state().deciding(now).isPresent())
                || stack.batchQueues().stream().anyMatch(one -> one.state().deciding(now).isPresent())
                || stack.pipes().stream().anyMatch(one -> one.state().deciding(now).isPresent())
                || stack.databases().stream().anyMatch(one -> one.connections().latest().deciding(now).isPresent())
                || stack.loadBalancers().stream().anyMatch(one -> one.requests().latest().deciding(now).isPresent())
                || stack.alarms().deciding(now).isPresent();
    }

    /// From when on a stack has to be judged before it is judged by how it stands now; empty where it has not to be.
    Optional<Instant> behind(StackId stack, Instant now) {
        return Optional.ofNullable(until.get(stack)).filter(last -> hasPast && last.plus(BEHIND).isBefore(now));
    }

    /// Until when a stack has a past that was never judged, because it was watched for the first time then; empty for one
    /// that was judged before.
    Optional<Instant> before(StackId stack, Instant now) {
        return Optional.of(stack).filter(inPart::contains).map(one -> until.getOrDefault(one, now));
    }

    /// The past of a stack that was watched for the first time is judged.
    void pastJudged(StackId stack, Instant to) {
        inPart.remove(stack);
        until.putIfAbsent(stack, to);
    }

    /// Those that have waited long enough for what AWS still has.
    List<StackId> impatient(Collection<StackId> stacks, Instant now) {
        var all = new ArrayList<StackId>();
        for (StackId stack : stacks) {
            if (waiting.containsKey(stack) && waiting.get(stack).plus(PATIENCE).isBefore(now)) {
                all.add(stack);
            }
        }
        return all;
    }

    /// Whether a stack is judged by how it stands now.
    boolean isJudged(StackId stack, Instant now) {
        return until.containsKey(stack) && behind(stack, now).isEmpty();
    }

    /// The time before a moment is judged.
    void judged(StackId stack, Instant to) {
        until.put(stack, to);
        waiting.remove(stack);
    }

    /// Whether all that can be known of the past of a stack has been judged.
    boolean isWhole(StackId stack, Instant now) {
        return !inPart.contains(stack) && isJudged(stack, now);
    }

    /// What is not kept yet.
    Map<StackId, Judged> unkept() {
        var changed = new HashMap<StackId, Judged>();
        until.forEach((stack, at) -> changed.put(stack, new Judged(at, !inPart.contains(stack))));
        changed.entrySet().removeAll(kept.entrySet());
        return changed;
    }

    /// These are kept.
    void kept(Map<StackId, Judged> these) {
        kept.putAll(these);
    }
}
