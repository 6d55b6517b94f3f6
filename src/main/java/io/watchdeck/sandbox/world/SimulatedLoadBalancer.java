package io.watchdeck.sandbox.world;

import io.watchdeck.fleet.TargetState;
import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.clockwork.Weather;
import io.watchdeck.sandbox.compute.SimulatedService;
import io.watchdeck.sandbox.telemetry.MetricKey;
import io.watchdeck.sandbox.telemetry.MetricRecorder;
import io.watchdeck.sandbox.telemetry.RecordedMetric.Kind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A load balancer and its target groups: requests are the traffic's, targets are the tasks of the services behind.
/// Error counts have no point where they are 0, response times none without a request.
public final class SimulatedLoadBalancer {

    /// @param tail    of its ARN: `targetgroup/NAME/ID`
    /// @param service whose tasks are its targets
    record Group(String tail, SimulatedService service) {}

    private final String tail;
    private final List<Group> groups;
    private final Traffic traffic;
    private final Weather weather;
    private final Profile.Load load;
    private final long seed;
    private final Map<String, TargetState> told = new HashMap<>();
    private String type = "application";

    SimulatedLoadBalancer(String tail, List<Group> groups, Traffic traffic, Weather weather, Profile.Load load,
            long seed) {
        this.tail = tail;
        this.groups = List.copyOf(groups);
        this.traffic = traffic;
        this.weather = weather;
        this.load = load;
        this.seed = Dice.mix(seed, tail);
    }

    /// Its name, out of `app/NAME/ID`.
    public String name() {
        return tail.split("/")[1];
    }

    /// As Elastic Load Balancing says it.
    public String type() {
        return type;
    }

    /// Is of another type from now on, whatever word AWS may have for it.
    public void become(String otherType) {
        type = otherType;
    }

    /// `app/NAME/ID`, as metrics name it.
    public String tail() {
        return tail;
    }

    /// `targetgroup/NAME/ID` of its target groups.
    public List<String> groupTails() {
        return groups.stream().map(Group::tail).toList();
    }

    /// The targets of one of its target groups: the tasks that are registered now.
    Optional<List<TargetState>> targets(String group) {
        return group(group).map(one -> one.service().targetViews().stream()
                .map(target -> told.getOrDefault(target.id(), target)).toList());
    }

    Optional<Duration> deregistrationDelay(String group) {
        return group(group).map(one -> Duration.ofSeconds(one.service().drain()));
    }

    private Optional<Group> group(String name) {
        return groups.stream().filter(one -> one.tail().split("/")[1].equals(name)).findFirst();
    }

    /// What it says from now on of a target that has this id, whatever word AWS may have for it.
    public void tell(TargetState target) {
        told.put(target.id(), target);
    }

    /// How many of the errors of the targets in the minute that begins at the second are those of a service.
    long errorsOf(SimulatedService service, long second) {
        boolean behind = groups.stream().anyMatch(group -> group.service() == service);
        return behind ? (targetErrors(second) + groups.size() - 1) / groups.size() : 0;
    }

    void publish(MetricRecorder recorder) {
        recorder.publish(MetricKey.ofLoadBalancer("RequestCount", tail), Kind.COUNT,
                second -> Math.round(traffic.calm(second)), second -> Math.round(traffic.perMinute(second)));
        recorder.publish(MetricKey.ofLoadBalancer("HTTPCode_Target_5XX_Count", tail), Kind.COUNT,
                second -> someOrNone(stray(second)), second -> someOrNone(targetErrors(second)));
        recorder.publish(MetricKey.ofLoadBalancer("HTTPCode_ELB_5XX_Count", tail), Kind.COUNT,
                _ -> Double.NaN, second -> someOrNone(ownErrors(second)));
        recorder.publish(MetricKey.ofLoadBalancer("TargetResponseTime", tail), Kind.LATENCY,
                second -> calmP95(second), second -> traffic.perMinute(second) < 1 ? Double.NaN : p95(second));
        groups.forEach(group -> publish(group, recorder));
    }

    private void publish(Group group, MetricRecorder recorder) {
        SimulatedService service = group.service();
        int design = service.design().desired();
        recorder.publish(MetricKey.ofTargetGroup("HealthyHostCount", group.tail(), tail), Kind.GAUGE,
                _ -> design, _ -> service.serving());
        recorder.publish(MetricKey.ofTargetGroup("UnHealthyHostCount", group.tail(), tail), Kind.GAUGE,
                _ -> 0, _ -> service.unhealthy());
        recorder.publish(MetricKey.ofTargetGroup("RequestCountPerTarget", group.tail(), tail), Kind.COUNT,
                second -> perTarget(traffic.calm(second), design),
                second -> perTarget(traffic.perMinute(second), service.serving()));
    }

    private double perTarget(double requests, int targets) {
        return targets == 0 ? Double.NaN : Math.round(requests / groups.size() / targets);
    }

    private static double someOrNone(long count) {
        return count == 0 ? Double.NaN : count;
    }

    /// The odd error that every system has.
    private long stray(long second) {
        double chance = (Dice.noise(seed, second / 60) + 1) / 2;
        return chance < load.errorChance() ? chance < load.errorChance() / 4 ? 2 : 1 : 0;
    }

    private long targetErrors(long second) {
        double bent = weather.bend(Weather.Kind.ERRORS, 0, second);
        return stray(second) + Math.round(bent * (1 + 0.12 * Dice.noise(seed + 1, second / 60)));
    }

    /// Without a healthy target the load balancer itself answers 503.
    private long ownErrors(long second) {
        long dead = groups.stream().filter(group -> group.service().serving() == 0).count();
        return dead == 0 ? 0 : Math.round(traffic.perMinute(second) * dead / groups.size());
    }

    private double calmP95(long second) {
        return load.p95() * (1 + 0.08 * Dice.noise(seed + 2, second / 60));
    }

    private double p95(long second) {
        double crowded = Math.max(1, Math.sqrt(traffic.busyness(traffic.perMinute(second))));
        return weather.bend(Weather.Kind.LATENCY, calmP95(second) * crowded, second);
    }
}
