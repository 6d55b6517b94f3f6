package io.watchdeck;

import static io.watchdeck.metrics.Points.at;
import static io.watchdeck.metrics.Points.from;
import static io.watchdeck.metrics.Points.minutes;
import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.alarms.NoAlarms;
import io.watchdeck.fleet.FleetSource;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.identity.Identity;
import io.watchdeck.metrics.FakeMetricSource;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Reading;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackFiles;
import io.watchdeck.watch.Cloud;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSettings;
import io.watchdeck.words.Words;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What `status --json` says of a load balancer where there is no traffic or no target. Five minutes have passed.
class StatusLoadBalancerTest {

    private final MutableClock clock = new MutableClock(at(5));
    private final FakeMetricSource metrics = new FakeMetricSource(clock);

    @Test
    void silentErrorsCountAsZeroOnlyInMinutesWithRequests() {
        put("RequestCount", minutes(10, 10, NaN, 10, 10));
        put("HTTPCode_Target_5XX_Count", minutes(NaN, 3, NaN, NaN, 1));
        put("TargetResponseTime", minutes(0.1, 0.1, NaN, 0.1, 0.25));

        JsonNode balancer = status().get("loadBalancers").get(0);

        assertThat(balancer.get("requests5m").asInt()).isEqualTo(40);
        assertThat(balancer.get("http5xx5m").asInt()).isEqualTo(4);
        assertThat(balancer.get("p95Ms").asInt()).isEqualTo(250);
    }

    @Test
    void withRequestsAndNoErrorTheSumIsZero() {
        put("RequestCount", minutes(10, 10, 10, 10, 10));

        JsonNode balancer = status().get("loadBalancers").get(0);

        assertThat(balancer.get("http5xx5m").isNumber()).isTrue();
        assertThat(balancer.get("http5xx5m").asInt()).isZero();
    }

    @Test
    void withoutAnyRequestNothingIsZero() {
        JsonNode stack = status();

        JsonNode balancer = stack.get("loadBalancers").get(0);
        List.of("asOf", "requests5m", "http5xx5m", "p95Ms")
                .forEach(leaf -> assertThat(balancer.get(leaf).isNull()).as(leaf).isTrue());
        List.of("requests5m", "http5xx5m", "p95Ms")
                .forEach(leaf -> assertThat(kind(stack, "loadBalancers[alb]." + leaf)).as(leaf).isEqualTo("absent"));
    }

    @Test
    void whereRequestsAreZeroTheResponseTimeIsNullAndSaysWhy() {
        put("RequestCount", minutes(10, 10, 10, 0, 0));
        put("TargetResponseTime", minutes(0.1, 0.1, 0.1));

        JsonNode stack = status();

        JsonNode balancer = stack.get("loadBalancers").get(0);
        assertThat(balancer.get("requests5m").asInt()).isEqualTo(30);
        assertThat(balancer.get("http5xx5m").asInt()).isZero();
        assertThat(balancer.get("p95Ms").isNull()).isTrue();
        assertThat(kind(stack, "loadBalancers[alb].p95Ms")).isEqualTo("absent");
    }

    @Test
    void aLoadBalancerWithoutTargetsHasErrorsAndTheirTime() {
        put("HTTPCode_ELB_5XX_Count", from(3, 20, 30));

        JsonNode stack = status();

        JsonNode balancer = stack.get("loadBalancers").get(0);
        assertThat(balancer.get("asOf").asText()).isEqualTo(at(5).toString());
        assertThat(balancer.get("http5xx5m").asInt()).isEqualTo(50);
        assertThat(balancer.get("requests5m").isNull()).isTrue();
        assertThat(kind(stack, "loadBalancers[alb].requests5m")).isEqualTo("absent");
    }

    private void put(String metric, Series series) {
        metrics.put("AWS/ApplicationELB", metric, series, "LoadBalancer", "app/alb/1");
    }

    private JsonNode status() {
        StackFile stack = StackFiles.reader().read("shop.yaml", """
                stack: Shop
                environment: test
                region: eu-west-1
                cluster: shop
                loadBalancers: [{name: alb, targetGroups: []}]
                """).stack().orElseThrow();
        var settings = new WatchSettings(Rhythm.standard(), new Meter(PriceList.shipped(), clock), Money.usd("2"),
                false);
        try (var watch = new LiveWatch(settings, _ -> cloud(), MetricCatalogue.standard(), clock)) {
            watch.stacks(List.of(stack), List.of());
            return new StatusJson(new Words(Locale.ENGLISH, ZoneOffset.UTC))
                    .object(watch.readOnce(EnumSet.of(Subject.IDENTITY, Subject.METRICS))).get("stacks").get(0);
        }
    }

    private Cloud cloud() {
        var nothing = new FleetSource() {
            @Override
            public Map<String, Reading<ServiceState>> services(String cluster, Collection<String> names) {
                return Map.of();
            }

            @Override
            public Reading<List<TaskState>> tasks(String cluster) {
                return Reading.known(List.of(), clock.instant());
            }
        };
        return new Cloud(() -> Reading.known(new Identity("1", "arn"), clock.instant()), nothing, metrics,
                new NoAlarms(clock), _ -> Map.of(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static String kind(JsonNode stack, String path) {
        return stack.get("failures").valueStream().filter(failure -> failure.get("path").asText().equals(path))
                .map(failure -> failure.get("kind").asText()).findFirst().orElse("none");
    }
}
