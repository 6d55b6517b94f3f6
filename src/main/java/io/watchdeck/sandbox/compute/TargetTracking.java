package io.watchdeck.sandbox.compute;

import io.watchdeck.sandbox.telemetry.RecordedMetric;

/// Keeps a service's CPU near a target within its range, as Application Auto Scaling does: out after three minutes
/// above it, in by one after fifteen minutes well below it.
public final class TargetTracking {

    private static final double ENOUGH_BELOW = 0.85;
    private static final long OUT_COOLDOWN = 60;
    private static final long IN_COOLDOWN = 300;

    private final SimulatedService service;
    private final RecordedMetric cpu;
    private final double target;
    private long restsUntil;

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

    /// Looks at the minutes that have passed. Never below what the design wants, although the range may allow it.
    public void act(long now) {
        if (now < restsUntil || service.range().isEmpty()) {
            return;
        }
        var range = service.range().get();
        int desired = service.desired();
        double high = cpu.averageOfLast(3);
        if (high > target && desired < range.max()) {
            service.updateDesired(
                    Math.min(range.max(), Math.max(desired + 1, (int) Math.ceil(desired * high / target))));
            restsUntil = now + OUT_COOLDOWN + 120;
        } else if (desired > Math.max(range.min(), service.design().desired()) && !service.isDeploying()
                && cpu.averageOfLast(15) * desired / (desired - 1) < target * ENOUGH_BELOW) {
            service.updateDesired(desired - 1);
            restsUntil = now + IN_COOLDOWN;
        }
    }
}
