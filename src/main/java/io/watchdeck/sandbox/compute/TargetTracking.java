package io.watchdeck.sandbox.compute;

import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.telemetry.RecordedMetric;
import java.util.List;
import java.util.function.UnaryOperator;

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
    private final UnaryOperator<String> alarms;
    private final ScalingLog log;
    private long restsUntil;
    private long refusalToldUntil;
    private int lastDesired = UNSEEN;

    /// @param target of the average CPU, in percent
    /// @param alarms the names of its two alarms, by `AlarmHigh` and `AlarmLow`
    public TargetTracking(SimulatedService service, RecordedMetric cpu, double target, UnaryOperator<String> alarms,
            Dice dice) {
        this.service = service;
        this.cpu = cpu;
        this.target = target;
        this.alarms = alarms;
        log = new ScalingLog(dice);
    }

    /// Nothing is scaled until then.
    public void suspendUntil(long second) {
        restsUntil = second;
    }

    /// Looks at the minutes that have passed. Never below what the design wants, although the range may allow it. A
    /// count that somebody else has set is left alone for a cooldown, and then is a count like any other.
    public void act(long now) {
        settle(service.running(), now);
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
            scaleTo(Math.min(range.max(), Math.max(desired + 1, needed)), now);
            restsUntil = now + OUT_COOLDOWN;
        } else if (desired > Math.max(range.min(), service.design().desired()) && !service.isDeploying()
                && cpu.averageOfLast(15) * desired / (desired - 1) < target * ENOUGH_BELOW) {
            scaleTo(desired - 1, now);
            restsUntil = now + IN_COOLDOWN;
        } else if (high > target && now >= refusalToldUntil) {
            refuse(now);
        }
    }

    /// Sets the desired count, as it does by itself when the CPU asks for it.
    public void scaleTo(int count, long now) {
        log.begin(count, alarms.apply(count > service.desired() ? "AlarmHigh" : "AlarmLow"), now);
        service.updateDesired(count);
    }

    /// Gives it another range, as `RegisterScalableTarget` does: a desired count outside of it is moved into it at once.
    public void register(int min, int max, long now) {
        service.changeRange(min, max);
        int desired = service.desired();
        if (desired < min) {
            move(min, "minimum capacity was set to " + min, now);
        } else if (desired > max) {
            move(max, "maximum capacity was set to " + max, now);
        }
    }

    private void move(int count, String cause, long now) {
        log.follow(count, cause, now);
        service.updateDesired(count);
    }

    /// As many tasks run as it wanted, or not.
    public void settle(int running, long now) {
        log.settle(running, now);
    }

    /// Cannot follow the CPU, because its range ends there.
    public void refuse(long now) {
        log.refuse(service.range().orElseThrow().max(), alarms.apply("AlarmHigh"), now);
        refusalToldUntil = now + OUT_COOLDOWN;
    }

    /// An activity that stays in a status, whatever word AWS may have for it.
    public void stand(String status, long now) {
        log.stand(status, alarms.apply("AlarmHigh"), now);
    }

    /// What it did and could not do, newest first.
    public List<ScalingActivity> activities() {
        return log.newestFirst();
    }
}
