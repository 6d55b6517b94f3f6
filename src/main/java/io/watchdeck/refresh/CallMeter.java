package io.watchdeck.refresh;

import java.util.Optional;

/// Counts and prices the console's own calls. Asked by whoever sends a request, once for each attempt that leaves.
public interface CallMeter {
    void count(ApiCall call);

    /// Counts a call, unless what the calls of the month may cost would then be passed.
    ///
    /// @return empty when it may not be made; else what takes it back, to be run at most once, and only where it is certain
    ///         that nothing of it left
    default Optional<Runnable> reserve(ApiCall call) {
        count(call);
        return Optional.of(() -> {});
    }

    /// What is counted from now on goes to an endpoint in place of AWS's own, which charges for none of it: it counts as if it
    /// did.
    ///
    /// @param host with its port, such as `127.0.0.1:4566`
    default void elsewhere(String host) {}

    /// A call that is counted goes to AWS all the same.
    default void atAws() {}

    /// Whether so many calls like this one can be made free of charge.
    ///
    /// @param spare only of what would else be left over: there is a way that takes fewer calls and costs something
    default boolean affords(ApiCall call, long calls, boolean spare) {
        return false;
    }
}
