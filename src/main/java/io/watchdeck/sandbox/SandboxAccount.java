package io.watchdeck.sandbox;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.sandbox.clockwork.Faults;
import io.watchdeck.sandbox.clockwork.Place;
import io.watchdeck.sandbox.script.Scripts;
import io.watchdeck.sandbox.world.SimulatedStack;
import io.watchdeck.stack.StackFile;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;

/// The simulated account behind one access: the stacks that are reached by it. Every look first lets the time since
/// the last one happen, in fixed steps, so that the state depends on the clock and never on how often somebody looked.
///
/// Safe for several threads: one lock guards all of it, and what leaves it is immutable.
public final class SandboxAccount {

    private final Place place;
    private final Clock clock;
    private final List<SimulatedStack> stacks;
    private final Faults faults = new Faults();
    private long reached;

    /// @param present when the stories of its stacks begin, after [SandboxConnector#PAST]
    SandboxAccount(Place place, List<StackFile> files, long seed, Instant present, Clock clock) {
        this.place = place;
        this.clock = clock;
        long start = present.getEpochSecond() / 60 * 60;
        reached = start - SandboxConnector.PAST.toSeconds();
        stacks = files.stream()
                .map(file -> new SimulatedStack(file, Scripts.profile(file), place, seed, reached, start)).toList();
        stacks.forEach(Scripts::arrange);
    }

    private void advance(Instant now) {
        long until = now.getEpochSecond() / SimulatedStack.STEP * SimulatedStack.STEP;
        for (SimulatedStack stack : stacks) {
            for (long second = reached + SimulatedStack.STEP; second <= until; second += SimulatedStack.STEP) {
                if (second % 60 == 0) {
                    stack.closeMinute(second);
                }
                stack.step(second);
            }
        }
        reached = Math.max(reached, until);
    }

    /// Looks at the account as it is now.
    synchronized <T> T look(Function<Instant, T> reading) {
        Instant now = clock.instant();
        advance(now);
        return reading.apply(now);
    }

    /// Does something to a stack now. What follows from it happens in the next steps.
    ///
    /// @param deed is given the second at which it is done
    /// @return whether the account has the stack
    public synchronized boolean change(StackId id, ObjLongConsumer<SimulatedStack> deed) {
        return look(now -> {
            Optional<SimulatedStack> stack = stack(id);
            stack.ifPresent(found -> deed.accept(found, reached));
            return stack.isPresent();
        });
    }

    /// From now on every reading that needs the action fails, and every change that needs it is refused.
    ///
    /// @param action such as `rds:DescribeDBInstances`, or [Faults#EVERY_ACTION]
    public synchronized void fault(String action, Failure failure) {
        faults.set(action, failure);
    }

    /// From now on readings about the stack that need the action fail.
    public synchronized void fault(StackId id, String action, Failure failure) {
        stack(id).ifPresent(stack -> stack.faults().set(action, failure));
    }

    /// From now on no answer to the action arrives.
    ///
    /// @param action that changes something, such as `ecs:UpdateService`, or `sqs:ReceiveMessage`
    /// @param done   whether the request does arrive and has its effect
    public synchronized void loseAnswer(String action, boolean done) {
        faults.lose(action, done);
    }

    /// Ends what [#fault] and [#loseAnswer] began.
    public synchronized void clearFault(String action) {
        faults.clear(action);
        stacks.forEach(stack -> stack.faults().clear(action));
    }

    private Optional<SimulatedStack> stack(StackId id) {
        return stacks.stream().filter(stack -> stack.file().id().equals(id)).findFirst();
    }

    Place place() {
        return place;
    }

    List<SimulatedStack> stacks() {
        return stacks;
    }

    List<SimulatedStack> withCluster(String cluster) {
        return stacks.stream().filter(stack -> stack.file().cluster().equals(cluster)).toList();
    }

    /// The failure of a reading about the whole account.
    Optional<Failure> fault(String... actions) {
        return faults.of(actions);
    }

    /// The failure of a reading about these stacks.
    Optional<Failure> fault(Collection<SimulatedStack> about, String... actions) {
        return faults.of(actions).or(() -> about.stream().map(stack -> stack.faults().of(actions))
                .flatMap(Optional::stream).findFirst());
    }

    /// A request that changes something, or leaves a trace, of what the first stack has that has such a thing.
    ///
    /// @param action  that it needs, and whose answer may be lost
    /// @param find    what a stack has
    /// @param missing the failure where no stack has it
    /// @param besides what it needs before, to know what to send
    synchronized <T, R> Answer<R> request(String action, Function<SimulatedStack, Optional<T>> find,
            Failure missing, Answer.Deed<T, R> deed, String... besides) {
        return look(now -> {
            Optional<SimulatedStack> stack = stacks.stream().filter(one -> find.apply(one).isPresent()).findFirst();
            List<SimulatedStack> about = stack.stream().toList();
            Optional<Failure> refusal = fault(about, besides).or(() -> fault(about, action));
            if (refusal.isPresent()) {
                return new Answer.Refused<>(refusal.get(), now);
            }
            Optional<Boolean> lost = faults.lost(action);
            if (lost.isPresent() && !lost.get()) {
                return new Answer.Lost<>(unreachable(action), now);
            }
            Answer<R> answer = stack.flatMap(one -> find.apply(one).map(found -> deed.on(one, found, now)))
                    .orElseGet(() -> new Answer.Refused<>(missing, now));
            return lost.isPresent() ? new Answer.Lost<>(unreachable(action), now) : answer;
        });
    }

    private Failure unreachable(String action) {
        return Failure.unreachable(action.substring(0, action.indexOf(':')) + "." + place.region().code()
                + ".amazonaws.com").withAction(action);
    }

    /// Reads each name of the first stack that has it.
    ///
    /// @param find    what a stack knows under the name
    /// @param missing the failure of a name that no stack has
    /// @param actions that the reading needs
    <K, T> Map<K, Reading<T>> readEach(Collection<K> names, BiFunction<SimulatedStack, K, Optional<T>> find,
            Function<K, Failure> missing, String... actions) {
        return look(now -> {
            Map<K, Reading<T>> found = new LinkedHashMap<>();
            Optional<Failure> fault = fault(actions);
            names.forEach(name -> found.put(name, fault.map(failure -> Reading.<T>unknown(failure, now))
                    .orElseGet(() -> readOne(name, find, missing, now, actions))));
            return found;
        });
    }

    private <K, T> Reading<T> readOne(K name, BiFunction<SimulatedStack, K, Optional<T>> find,
            Function<K, Failure> missing, Instant now, String... actions) {
        for (SimulatedStack stack : stacks) {
            Optional<T> value = find.apply(stack, name);
            if (value.isPresent()) {
                return stack.faults().of(actions).map(failure -> Reading.<T>unknown(failure, now))
                        .orElseGet(() -> Reading.known(value.get(), now));
            }
        }
        return Reading.unknown(missing.apply(name), now);
    }
}
