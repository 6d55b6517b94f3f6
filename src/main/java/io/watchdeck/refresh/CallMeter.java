package io.watchdeck.refresh;

/// Counts and prices the console's own calls. Called by whoever sends a request, once for each attempt that leaves.
public interface CallMeter {
    void count(ApiCall call);
}
