package io.watchdeck.sandbox.compute;

import io.watchdeck.sandbox.telemetry.RecordedMetric;

/// Keeps a service's CPU near a target within its range, as Application Auto Scaling does: out after three minutes
/// above it, in by one after fifteen minutes well below it.
public final class TargetTracking {

    private static final double ENOUGH_BELOW = 0.85;
    private static final long OUT_COOLDOWN = 180;
    private static final int UNSEEN = -1;
    private static final long IN_COOLDOWN = 300;

    private final SimulatedService service;
    private final RecordedMetric cpu;
    private final double target;
    private long restsUntil;
    private int lastDesired = UNSEEN;

    /// @param target of the average CPU, in percent
    public TargetTracking(SimulatedService service, RecordedMetric cpu, double target) {
        this.service = service;
        this.cpu = cpu;
        this.target = target;
    }

    /// Nothing is scaled until then.
    public void suspendUntil(long second) {
        restsUntil = second;
    }

    /// Looks at the minutes that have passed. Never below what the design wants, although the range may allow it. A
    /// count that somebody else has set is left alone for a cooldown, and then is a count like any other.
    public void act(long now) {
        if (now < restsUntil || service.range().isEmpty()) {
            return;
        }
        int desired = service.desired();
        if (desired != lastDesired) {
            restsUntil = lastDesired == UNSEEN ? restsUntil : now + IN_COOLDOWN;
            lastDesired = desired;
        } else {
            follow(desired, now);
            lastDesired = service.desired();
        }
    }

    private void follow(int desired, long now) {
        var range = service.range().orElseThrow();
        double high = cpu.averageOfLast(3);
        if (high > target && desired < range.max()) {
            int needed = (int) Math.ceil(desired * high / target);
            service.updateDesired(Math.min(range.max(), Math.max(desired + 1, needed)));
            restsUntil = now + OUT_COOLDOWN;
        } else if (desired > Math.max(range.min(), service.design().desired()) && !service.isDeploying()
                && cpu.averageOfLast(15) * desired / (desired - 1) < target * ENOUGH_BELOW) {
            service.updateDesired(desired - 1);
            restsUntil = now + IN_COOLDOWN;
        }
    }
}
