package io.watchdeck.sandbox.script;

import io.watchdeck.model.Failure;
import io.watchdeck.sandbox.compute.Fate;
import io.watchdeck.sandbox.compute.SimulatedService;
import io.watchdeck.sandbox.telemetry.MetricKey;
import io.watchdeck.sandbox.telemetry.Signal;
import io.watchdeck.sandbox.telemetry.SimulatedAlarm;
import io.watchdeck.sandbox.telemetry.SimulatedAlarm.Comparison;
import io.watchdeck.sandbox.telemetry.SimulatedAlarm.Missing;
import java.util.List;

/// BowWow lives on Spot: tasks are taken back every few minutes, and at times Spot has none to give. Its deployments
/// have no circuit breaker: a bad one is stuck until somebody rolls it back.
final class BowWowScript {

    private static final String PUSH = "bowwow-push-service";
    private static final String ANALYTICS = "bowwow-analytics-service";
    private static final String GATEWAY = "bowwow-gateway";
    private static final String CLUSTERS = "rds:DescribeDBClusters";

    private final Director director;

    BowWowScript(Director director) {
        this.director = director;
    }

    void arrange() {
        alarm();
        var stack = director.stack();
        var dice = director.dice();
        director.everyAbout(-172, 5, now -> {
            if (now < director.second(-7) || now > director.second(1.5)) {
                director.interruptSomewhere(now);
            }
        });
        director.at(-4.5, now -> stack.service(PUSH).ifPresent(service -> pushOut(service, now)));
        director.at(5, _ -> stack.faults().set(CLUSTERS, Failure.throttled(CLUSTERS)));
        director.at(9, _ -> stack.faults().clear(CLUSTERS));
        director.everyAbout(24, 165, this::stickDeployment);
        director.everyAbout(70, 95, now -> director.anyService()
                .ifPresent(service -> service.lackSpotUntil(now + dice.between(360, 840))));
        director.everyAbout(16, 75, now -> director.rush(now, dice.between(1.5, 2.0), dice.between(18, 30)));
        director.everyAbout(120, 140, now -> director.anyService()
                .ifPresent(service -> service.deployNext(List.of(), now)));
        director.everyAbout(58, 130, now -> director.burst(now, dice.between(5, 16), 0.7, dice.between(3, 7)));
    }

    private void alarm() {
        var desk = new AlarmDesk(director.stack());
        MetricKey cpu = desk.service("CPUUtilization", GATEWAY);
        desk.put(new SimulatedAlarm.Definition("BowWow-HighCPU",
                Signal.OfMetric.of(director.stack().recorder(), cpu, "Average"), 300, 2, Comparison.GREATER, 80,
                Missing.MISSING, List.of(desk.topic("bowwow-alerts"))));
    }

    /// Spot takes the task in zone b back and has no other to give for a while.
    private void pushOut(SimulatedService service, long now) {
        List<String> inZoneB = service.interruptibleIn(director.stack().place().zones().get(1));
        List<String> candidates = inZoneB.isEmpty() ? service.interruptible() : inZoneB;
        candidates.stream().findFirst().ifPresent(task -> {
            service.lackSpotUntil(now + 14 * 60);
            service.interrupt(task, now);
        });
    }

    /// A version whose image is missing: its tasks fail again and again until a colleague rolls it back, if nobody else
    /// has.
    private void stickDeployment(long now) {
        director.stack().service(ANALYTICS).ifPresent(service -> {
            service.deployBroken(Fate.NO_IMAGE, now);
            String broken = service.view().taskDefinition();
            director.after(now, director.dice().between(11, 17), later -> {
                if (service.isDeploying() && service.view().taskDefinition().equals(broken)) {
                    service.rollBack(later);
                }
            });
        });
    }
}
