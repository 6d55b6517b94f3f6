package io.watchdeck.operations.gate;

import io.watchdeck.model.StackId;
import io.watchdeck.stack.Environment;
import io.watchdeck.stack.StackFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The locks of production stacks. Nothing of them is kept: the next start finds all of them locked. Safe for several
/// threads.
final class Locks {

    /// How long a stack stays unlocked.
    static final Duration OPEN = Duration.ofMinutes(15);

    private final boolean readOnly;
    private final Clock clock;
    private final Map<StackId, Instant> unlocked = new HashMap<>();

    /// @param readOnly closes the gate for good
    Locks(boolean readOnly, Clock clock) {
        this.readOnly = readOnly;
        this.clock = clock;
    }

    synchronized LockState state(StackFile stack) {
        if (readOnly || stack.readOnly()) {
            return new LockState.ReadOnly(!readOnly);
        }
        if (stack.environment() != Environment.PRODUCTION) {
            return new LockState.Free();
        }
        return Optional.ofNullable(unlocked.get(stack.id())).filter(until -> clock.instant().isBefore(until))
                .<LockState>map(LockState.Unlocked::new).orElseGet(LockState.Locked::new);
    }

    /// For [#OPEN] from now, whether or not it was unlocked before. Does nothing for a stack that has no lock.
    synchronized void unlock(StackFile stack) {
        if (!readOnly && !stack.readOnly() && stack.environment() == Environment.PRODUCTION) {
            unlocked.put(stack.id(), clock.instant().plus(OPEN));
        }
    }

    synchronized void lock(StackId stack) {
        unlocked.remove(stack);
    }
}
