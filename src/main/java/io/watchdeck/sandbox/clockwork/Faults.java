package io.watchdeck.sandbox.clockwork;

import io.watchdeck.model.Failure;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which calls fail, and how.
public final class Faults {

    /// Stands for every action, as when credentials have expired.
    public static final String EVERY_ACTION = "*";

    private final Map<String, Failure> byAction = new HashMap<>();

    /// @param action the IAM action, such as `rds:DescribeDBInstances`, or [#EVERY_ACTION]
    public void set(String action, Failure failure) {
        byAction.put(action, failure);
    }

    public void clear(String action) {
        byAction.remove(action);
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
