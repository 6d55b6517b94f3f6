package io.watchdeck.watch;

import static io.watchdeck.metrics.Points.at;
import static io.watchdeck.metrics.Points.from;
import static io.watchdeck.metrics.Points.minutes;
import static io.watchdeck.watch.Rig.levelUntil;
import static io.watchdeck.watch.Rig.only;
import static io.watchdeck.watch.Rig.shop;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.Figure;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.StackSnapshot.LoadBalancer;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a load balancer's figures say at the edges of its traffic. The newest complete minute is 41.
class LoadBalancerFiguresTest {

    private final Rig rig = new Rig();
    private final StackFile shop = shop();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void withTrafficAndNothingWrongErrorsAreZeroAndResponseTimesKnown() {
        requests(levelUntil(41, 100));
        latency(levelUntil(41, 0.2));

        LoadBalancer balancer = read();

        assertKnown(balancer.requests(), 100, 41);
        Stream.of(balancer.errors5xx(), balancer.target5xx(), balancer.elb5xx())
                .forEach(figure -> assertKnown(figure, 0, 41));
        Stream.of(balancer.p50(), balancer.p95(), balancer.p99()).forEach(figure -> assertKnown(figure, 0.2, 41));
    }

    @Test
    void withoutTrafficThereIsNoResponseTimeThoughThereWasOneAMinuteAgo() {
        requests(levelUntil(40, 100).with(from(41, 0)));
        latency(levelUntil(40, 0.2));

        LoadBalancer balancer = read();

        assertKnown(balancer.requests(), 0, 41);
        assertKnown(balancer.errors5xx(), 0, 41);
        Stream.of(balancer.p50(), balancer.p95(), balancer.p99()).forEach(figure -> {
            assertAbsent(figure);
            assertThat(figure.recent()).as("the past stays").isEqualTo(levelUntil(40, 0.2));
        });
    }

    @Test
    void aResponseTimeThatIsPublishedLateIsNotMissed() {
        requests(levelUntil(41, 100));
        latency(levelUntil(40, 0.2));

        assertKnown(read().p95(), 0.2, 40);
    }

    @Test
    void whatComesBackIsKnownAgain() {
        requests(minutes(5, 0, 0, 0).with(from(41, 7)));
        latency(minutes(0.4).with(from(41, 0.3)));

        assertKnown(read().p95(), 0.3, 41);
    }

    @Test
    void whereEvenRequestsAreSilentTheLastMinuteSaysWhenItWasAndThenThatItIsOld() {
        requests(levelUntil(38, 100));
        latency(levelUntil(38, 0.2));

        LoadBalancer balancer = read();
        Stream.of(balancer.requests(), balancer.errors5xx(), balancer.p95()).forEach(figure -> assertThat(
                figure.latest().state().latestAsOf()).as(figure.metric().id()).contains(at(39)));

        rig.readAll(Duration.ofMinutes(10));
        LoadBalancer later = only(rig.watch.current()).loadBalancers().getFirst();
        Stream.of(later.requests(), later.errors5xx(), later.target5xx(), later.elb5xx(), later.p95())
                .forEach(figure -> assertThat(figure.latest().state()).as(figure.metric().id())
                        .isInstanceOfSatisfying(Loadable.Stale.class, stale -> assertThat(stale.failure())
                                .isEqualTo(Failure.silent(at(39)))));
    }

    @Test
    void errorsOfTheLoadBalancerItselfAreSeenThoughNoTargetTakesARequest() {
        requests(levelUntil(38, 100));
        put("HTTPCode_ELB_5XX_Count", from(39, 60, 70, 80));

        LoadBalancer balancer = read();

        assertKnown(balancer.elb5xx(), 80, 41);
        assertKnown(balancer.errors5xx(), 80, 41);
        assertKnown(balancer.target5xx(), 0, 38);
    }

    @Test
    void errorsOfTargetsAndOfTheLoadBalancerAreToldApart() {
        requests(levelUntil(41, 100));
        put("HTTPCode_Target_5XX_Count", from(41, 3));
        put("HTTPCode_ELB_5XX_Count", from(40, 5));

        LoadBalancer balancer = read();

        assertKnown(balancer.target5xx(), 3, 41);
        assertKnown(balancer.elb5xx(), 0, 41);
        assertKnown(balancer.errors5xx(), 3, 41);
        assertThat(balancer.errors5xx().recent().between(at(40), at(41))).isEqualTo(from(40, 5));
    }

    private void requests(Series series) {
        put("RequestCount", series);
    }

    private void latency(Series series) {
        put("TargetResponseTime", series);
    }

    private void put(String metric, Series series) {
        rig.cloud(shop).metrics().put("AWS/ApplicationELB", metric, series, "LoadBalancer", "app/shop-alb/1");
    }

    private LoadBalancer read() {
        rig.watch(shop);
        return only(rig.readAll()).loadBalancers().getFirst();
    }

    /// @param minute the last one, which ended a minute later
    private static void assertKnown(Figure figure, double value, int minute) {
        assertThat(figure.latest().state()).as(figure.metric().id())
                .isEqualTo(new Loadable.Ready<>(value, at(minute + 1)));
    }

    private static void assertAbsent(Figure figure) {
        assertThat(figure.latest().state().latest()).as(figure.metric().id()).isEmpty();
        assertThat(figure.latest().state().problem()).map(Failure::kind).contains(Failure.Kind.ABSENT);
    }
}
