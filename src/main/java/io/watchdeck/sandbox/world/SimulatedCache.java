package io.watchdeck.sandbox.world;

import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.clockwork.Weather;
import io.watchdeck.sandbox.telemetry.MetricKey;
import io.watchdeck.sandbox.telemetry.MetricRecorder;
import io.watchdeck.sandbox.telemetry.RecordedMetric;
import io.watchdeck.sandbox.telemetry.RecordedMetric.Kind;
import io.watchdeck.stack.CacheSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;

/// A cache whose nodes share its requests. As ElastiCache, it publishes each metric by cluster id alone and by cluster
/// id and node id.
public final class SimulatedCache {

    private static final double COLD = 80;

    private final CacheSpec spec;
    private final Profile.Data data;
    private final Traffic traffic;
    private final Weather weather;
    private final long seed;
    private final List<RecordedMetric> hits = new ArrayList<>();
    private final List<RecordedMetric> misses = new ArrayList<>();

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
        return count == 1 ? List.of(spec.id()) : IntStream.range(0, count).mapToObj(index -> String.format(Locale.ROOT,
                "%s-%04d-%03d", spec.id(), index / 2 + 1, index % 2 + 1)).toList();
    }

    void publish(MetricRecorder recorder) {
        List<String> nodes = nodes();
        double share = 1.0 / nodes.size();
        for (String node : nodes) {
            hits.add(publish(recorder, node, "CacheHits", Kind.COUNT,
                    second -> hits(second, share * traffic.calm(second), data.hitRate()),
                    second -> hits(second, share * traffic.perMinute(second), hitRate(second))));
            misses.add(publish(recorder, node, "CacheMisses", Kind.COUNT,
                    second -> misses(second, share * traffic.calm(second), data.hitRate()),
                    second -> misses(second, share * traffic.perMinute(second), hitRate(second))));
            long own = Dice.mix(seed, node);
            publish(recorder, node, "Evictions", Kind.COUNT, _ -> 0,
                    second -> hitRate(second) < COLD ? Math.round(20 + 8 * Dice.noise(own, second / 60)) : 0);
            LongToDoubleFunction cpu = second -> 18 + 10 * (traffic.busyness(traffic.calm(second)) - 1)
                    + 1.5 * Dice.noise(own + 1, second / 60);
            publish(recorder, node, "EngineCPUUtilization", Kind.GAUGE, cpu, cpu);
            publish(recorder, node, "CPUUtilization", Kind.GAUGE, cpu, cpu);
        }
    }

    private static RecordedMetric publish(MetricRecorder recorder, String node, String name, Kind kind,
            LongToDoubleFunction calm, LongToDoubleFunction live) {
        RecordedMetric metric = recorder.publish(
                MetricKey.ofCache(name, node), kind, calm, live);
        recorder.alias(new MetricKey("AWS/ElastiCache", name,
                Map.of("CacheClusterId", node, "CacheNodeId", "0001")), metric);
        return metric;
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
    public double hitRate(long from, long to) {
        double found = sum(hits, from, to);
        double all = found + sum(misses, from, to);
        return all == 0 ? Double.NaN : 100 * found / all;
    }

    private static double sum(List<RecordedMetric> metrics, long from, long to) {
        double sum = 0;
        for (RecordedMetric metric : metrics) {
            sum += metric.sum(from, to);
        }
        return sum;
    }
}
