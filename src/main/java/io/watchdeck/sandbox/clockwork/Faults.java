package io.watchdeck.sandbox.clockwork;

import io.watchdeck.model.Failure;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which calls fail, and how, and of which the answer is lost.
public final class Faults {

    /// Stands for every action, as when credentials have expired.
    public static final String EVERY_ACTION = "*";

    private final Map<String, Failure> byAction = new HashMap<>();
    private final Map<String, Boolean> lost = new HashMap<>();

    /// @param action the IAM action, such as `rds:DescribeDBInstances`, or [#EVERY_ACTION]
    public void set(String action, Failure failure) {
        byAction.put(action, failure);
    }

    /// No answer to the action arrives.
    ///
    /// @param done whether the request does
    public void lose(String action, boolean done) {
        lost.put(action, done);
    }

    /// Whether a request is done whose answer is lost; empty when its answer arrives.
    public Optional<Boolean> lost(String action) {
        return Optional.ofNullable(lost.get(action));
    }

    public void clear(String action) {
        byAction.remove(action);
        lost.remove(action);
    }

    /// The failure of a reading that needs all of these actions.
    public Optional<Failure> of(String... actions) {
        if (byAction.isEmpty()) {
            return Optional.empty();
        }
        Failure failure = byAction.get(EVERY_ACTION);
        for (int index = 0; failure == null && index < actions.length; index++) {
            failure = byAction.get(actions[index]);
        }
        return Optional.ofNullable(failure);
    }
}
