package io.watchdeck.sandbox.script;

import io.watchdeck.sandbox.clockwork.Weather.Kind;
import io.watchdeck.sandbox.compute.Fate;
import io.watchdeck.sandbox.compute.SimulatedService;
import io.watchdeck.sandbox.telemetry.Alarm;
import io.watchdeck.sandbox.telemetry.MetricKey;
import io.watchdeck.sandbox.telemetry.Signal;
import io.watchdeck.sandbox.telemetry.SimulatedAlarm.Comparison;
import io.watchdeck.sandbox.telemetry.SimulatedAlarm.Definition;
import io.watchdeck.sandbox.telemetry.SimulatedAlarm.Missing;
import java.util.HashMap;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Consumer;

/// Tiketi in a rush for tickets: a deployment in the middle of it, whose old tasks drain for twenty minutes and keep
/// their connections, brings the database near its limit; errors follow, and the cache is cold. Later rushes return.
final class TiketiScript {

    private static final String SERVICE = "tiketi-backend-service";
    private static final String CRITICAL = "tiketi-critical";
    private static final String WARNING = "tiketi-warning";

    private final Director director;

    TiketiScript(Director director) {
        this.director = director;
    }

    void arrange() {
        alarms(new AlarmDesk(director.stack()));
        firstRush();
        var dice = director.dice();
        director.everyAbout(47, 62, now -> {
            double minutes = dice.between(22, 38);
            director.rush(now, dice.between(2.2, 4.2), minutes);
            if (dice.chance(0.75)) {
                director.after(now, minutes / 3, later -> director.burst(later, dice.between(12, 24), 1.2,
                        dice.between(5, 8)));
            }
            if (dice.chance(0.5)) {
                director.spell(Kind.HIT_RATE, dice.between(73.0, 78.0), now, 8, minutes, 6);
            }
        });
        director.everyAbout(100, 140, now -> deploy(dice.chance(0.3) ? List.of(Fate.OUT_OF_MEMORY) : List.of(), now));
    }

    private void firstRush() {
        director.spell(Kind.REQUESTS, 1850, director.second(-45), 40, 75, 14);
        director.spell(Kind.ERRORS, 14, director.second(-15), 3, 23, 2);
        director.spell(Kind.ERRORS, 21, director.second(-11), 2, 6, 3);
        director.spell(Kind.LATENCY, 0.412, director.second(-16), 2, 25, 3);
        director.spell(Kind.HIT_RATE, 76, director.second(-44), 8, 68, 6);
        director.at(-46, _ -> director.stack().tracking(SERVICE)
                .ifPresent(tracking -> tracking.suspendUntil(director.second(3))));
        director.at(-40, _ -> service(service -> service.updateDesired(3)));
        director.at(-32, _ -> service(service -> service.updateDesired(4)));
        director.at(-18, now -> deploy(List.of(Fate.LIVES, Fate.OUT_OF_MEMORY, Fate.NEVER_HEALTHY), now));
        director.at(-9, _ -> service(service -> service.updateDesired(5)));
    }

    private void deploy(List<Fate> fates, long now) {
        service(service -> service.deployNext(fates, now));
    }

    private void service(Consumer<SimulatedService> deed) {
        director.stack().service(SERVICE).ifPresent(deed);
    }

    private void alarms(AlarmDesk desk) {
        MetricKey cpu = desk.service("CPUUtilization", SERVICE);
        desk.put(AlarmDesk.Order.above("tiketi-ecs-cpu-critical", cpu, "Average", 300, 1, 90, CRITICAL));
        desk.put(AlarmDesk.Order.above("tiketi-ecs-cpu-warning", cpu, "Average", 300, 2, 70, WARNING));
        Alarm connections = desk.put(AlarmDesk.Order.above("tiketi-rds-connections",
                MetricKey.ofInstance("DatabaseConnections", "tiketi-db"), "Maximum", 300, 1, 90, CRITICAL));
        Alarm errors = desk.putErrors("tiketi-alb-5xx", 60, 10, CRITICAL);
        desk.put(new Definition("tiketi-cache-hit-rate", hitRate(), 300, 1, Comparison.LESS, 80, Missing.MISSING,
                List.of(desk.topic(WARNING))));
        desk.put(AlarmDesk.Order.below("tiketi-rds-storage", MetricKey.ofInstance("FreeStorageSpace", "tiketi-db"),
                "Minimum", 300, 1, 4.0 * (1L << 30), Missing.NOT_BREACHING, WARNING));
        desk.put(AlarmDesk.Order.above("tiketi-좌석-응답-지연 🎫", desk.loadBalancer("TargetResponseTime"), "p95", 60, 3,
                1, WARNING));
        desk.putComposite("tiketi-service-degraded", CRITICAL, errors, connections);
    }

    /// Over all nodes of the cache.
    private Signal hitRate() {
        List<String> nodes = director.stack().caches().stream().findFirst().map(cache -> cache.nodes())
                .orElse(List.of());
        var inputs = new HashMap<String, MetricKey>();
        var hits = new StringJoiner("+");
        var misses = new StringJoiner("+");
        for (int i = 0; i < nodes.size(); i++) {
            hits.add("hits" + i);
            misses.add("misses" + i);
            inputs.put("hits" + i, MetricKey.ofCache("CacheHits", nodes.get(i)));
            inputs.put("misses" + i, MetricKey.ofCache("CacheMisses", nodes.get(i)));
        }
        return AlarmDesk.computed("100*(" + hits + ")/(" + hits + "+" + misses + ")", inputs, 300, this::hitRate);
    }

    private double hitRate(long from, long to) {
        return director.stack().caches().stream().findFirst()
                .map(cache -> cache.hitRate(from, to)).orElse(Double.NaN);
    }
}
