package io.watchdeck.sandbox.world;

import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.clockwork.Weather;
import io.watchdeck.sandbox.telemetry.MetricKey;
import io.watchdeck.sandbox.telemetry.MetricRecorder;
import io.watchdeck.sandbox.telemetry.RecordedMetric.Kind;
import io.watchdeck.stack.CacheSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongToDoubleFunction;

/// A cache whose nodes share its requests. As ElastiCache, it publishes each metric by cluster id alone and by cluster
/// id and node id.
public final class SimulatedCache {

    private static final double COLD = 80;

    private final CacheSpec spec;
    private final Profile.Data data;
    private final Traffic traffic;
    private final Weather weather;
    private final long seed;

    SimulatedCache(CacheSpec spec, Profile.Data data, Traffic traffic, Weather weather, long seed) {
        this.spec = spec;
        this.data = data;
        this.traffic = traffic;
        this.weather = weather;
        this.seed = Dice.mix(seed, "cache " + spec.id());
    }

    public String id() {
        return spec.id();
    }

    /// The cluster ids of its nodes: two to a shard, or its own id when it is a single node.
    public List<String> nodes() {
        int count = spec.nodes().orElse(1);
        if (count == 1) {
            return List.of(spec.id());
        }
        List<String> nodes = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            nodes.add(String.format(Locale.ROOT, "%s-%04d-%03d", spec.id(), index / 2 + 1, index % 2 + 1));
        }
        return nodes;
    }

    void publish(MetricRecorder recorder) {
        List<String> nodes = nodes();
        for (String node : nodes) {
            double share = 1.0 / nodes.size();
            long own = Dice.mix(seed, node);
            publish(recorder, node, "CacheHits", Kind.COUNT,
                    second -> hits(second, share * traffic.calm(second), data.hitRate()),
                    second -> hits(second, share * traffic.perMinute(second), hitRate(second)));
            publish(recorder, node, "CacheMisses", Kind.COUNT,
                    second -> misses(second, share * traffic.calm(second), data.hitRate()),
                    second -> misses(second, share * traffic.perMinute(second), hitRate(second)));
            publish(recorder, node, "Evictions", Kind.COUNT, _ -> 0,
                    second -> hitRate(second) < COLD ? Math.round(20 + 8 * Dice.noise(own, second / 60)) : 0);
            LongToDoubleFunction cpu = second -> Math.clamp(
                    8 + 10 * traffic.busyness(traffic.calm(second)) + 1.5 * Dice.noise(own + 1, second / 60), 1, 99);
            publish(recorder, node, "EngineCPUUtilization", Kind.GAUGE, cpu, cpu);
            publish(recorder, node, "CPUUtilization", Kind.GAUGE, cpu, cpu);
        }
    }

    private static void publish(MetricRecorder recorder, String node, String name, Kind kind,
            LongToDoubleFunction calm, LongToDoubleFunction live) {
        recorder.publish(new MetricKey("AWS/ElastiCache", name, Map.of("CacheClusterId", node)), kind, calm, live);
        recorder.publish(new MetricKey("AWS/ElastiCache", name,
                Map.of("CacheClusterId", node, "CacheNodeId", "0001")), kind, calm, live);
    }

    private double hits(long second, double traffic, double rate) {
        return Math.round(requests(traffic) * rate(second, rate) / 100);
    }

    private double misses(long second, double traffic, double rate) {
        return Math.round(requests(traffic)) - hits(second, traffic, rate);
    }

    private double requests(double share) {
        return data.cacheRequests() * traffic.busyness(share);
    }

    private double rate(long second, double rate) {
        return Math.clamp(rate + 0.6 * Dice.noise(seed, second / 60), 0, 100);
    }

    private double hitRate(long second) {
        return weather.bend(Weather.Kind.HIT_RATE, data.hitRate(), second);
    }

    /// The share of hits over all nodes in a span of seconds, as a metric math alarm computes it.
    public double hitRate(MetricRecorder recorder, long from, long to) {
        double hits = 0;
        double misses = 0;
        for (String node : nodes()) {
            hits += recorder.sum(new MetricKey("AWS/ElastiCache", "CacheHits", Map.of("CacheClusterId", node)), from,
                    to);
            misses += recorder.sum(new MetricKey("AWS/ElastiCache", "CacheMisses", Map.of("CacheClusterId", node)),
                    from, to);
        }
        return hits + misses == 0 ? Double.NaN : 100 * hits / (hits + misses);
    }
}
