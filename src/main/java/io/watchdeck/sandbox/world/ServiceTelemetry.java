package io.watchdeck.sandbox.world;

import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.compute.SimulatedService;
import io.watchdeck.sandbox.telemetry.MetricKey;
import io.watchdeck.sandbox.telemetry.MetricRecorder;
import io.watchdeck.sandbox.telemetry.RecordedMetric;
import io.watchdeck.sandbox.telemetry.RecordedMetric.Kind;

/// What a service's metrics are: CPU follows the requests that each serving task has to carry, counts are counted.
final class ServiceTelemetry {

    private static final double IDLE = 6;

    private final SimulatedService service;
    private final Traffic traffic;
    private final Profile.Load load;
    private final long seed;
    private final double cpuAtBeginning;

    ServiceTelemetry(SimulatedService service, Traffic traffic, Profile.Load load, boolean alone, long seed) {
        this.service = service;
        this.traffic = traffic;
        this.load = load;
        this.seed = Dice.mix(seed, "service " + service.name());
        double unlike = alone ? 0 : 0.15 * Dice.noise(this.seed, 0);
        cpuAtBeginning = IDLE + (load.cpu() - IDLE) * (1 + unlike);
    }

    /// @return the CPU metric, which autoscaling follows
    RecordedMetric publish(MetricRecorder recorder, boolean insights) {
        String cluster = service.design().cluster();
        RecordedMetric cpu = recorder.publish(MetricKey.ofService("CPUUtilization", cluster, service.name()),
                Kind.GAUGE, second -> cpu(second, traffic.calm(second), service.design().desired()),
                second -> cpu(second, traffic.perMinute(second), service.serving()));
        recorder.publish(MetricKey.ofService("MemoryUtilization", cluster, service.name()), Kind.GAUGE,
                second -> memory(second, traffic.calm(second)), second -> memory(second, traffic.perMinute(second)));
        if (insights) {
            int design = service.design().desired();
            recorder.publish(MetricKey.ofInsights("RunningTaskCount", cluster, service.name()), Kind.GAUGE,
                    _ -> design, _ -> service.running());
            recorder.publish(MetricKey.ofInsights("DesiredTaskCount", cluster, service.name()), Kind.GAUGE,
                    _ -> design, _ -> service.desired());
            recorder.publish(MetricKey.ofInsights("PendingTaskCount", cluster, service.name()), Kind.GAUGE,
                    _ -> 0, _ -> service.pending());
        }
        return cpu;
    }

    private double cpu(long second, double requests, int serving) {
        if (serving == 0) {
            return Double.NaN;
        }
        double each = traffic.busyness(requests) * service.design().desired() / serving;
        double value = IDLE + (cpuAtBeginning - IDLE) * each + 2 * Dice.noise(seed, second / 60);
        return Math.clamp(value, 1, 99.9);
    }

    private double memory(long second, double requests) {
        double value = load.memory() + 6 * (Math.min(3, traffic.busyness(requests)) - 1)
                + 0.8 * Dice.noise(seed + 1, second / 60);
        return Math.clamp(value, 5, 99);
    }
}
