package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricQuery;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.refresh.ClockPace;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.stack.StackFile;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the running console pays for an answer to somebody who asks it how some stacks stand.
@Timeout(20)
class KnownTest {

    /// The subjects; the inspection, the log and the ages.
    private static final int POLLERS = Subject.values().length + 3;

    private final MutableClock clock = new MutableClock(Rig.NOW);
    private final MutableClock resting = new MutableClock(Rig.NOW);
    private final ClockPace pace = new ClockPace(resting, POLLERS);
    private final FakeCloud cloud = new FakeCloud(clock);
    private final StackFile shop = Rig.shop();
    private final LiveWatch watch = new LiveWatch(new WatchSettings(Rhythm.standard(),
            new Meter(PriceList.shipped(), clock), Money.usd("2"), false), _ -> cloud.cloud(),
            MetricCatalogue.standard(), clock, pace);

    @BeforeEach
    void start() throws InterruptedException {
        Rig.cpu(cloud, Rig.level(40));
        watch.stacks(List.of(shop), List.of());
        watch.start();
        pace.settle();
    }

    @AfterEach
    void close() {
        watch.close();
    }

    private Set<MetricQuery> asked(int after) {
        var all = new HashSet<MetricQuery>();
        cloud.metrics().reads().stream().skip(after).forEach(one -> all.addAll(one.queries()));
        return all;
    }

    private int reads() {
        return cloud.metrics().reads().size();
    }

    @Test
    void onlyWhatTheConsoleDoesNotReadItselfIsAskedFor() {
        Set<MetricQuery> itself = asked(0);
        int before = reads();

        assertThat(watch.known(List.of(shop))).isPresent();

        assertThat(asked(before)).extracting(MetricQuery::name).contains("MemoryUtilization", "FreeStorageSpace");
        assertThat(asked(before)).doesNotContainAnyElementsOf(itself);
    }

    @Test
    void itIsAskedForOnceInSixMinutes() {
        watch.known(List.of(shop));
        int before = reads();
        clock.forward(Duration.ofMinutes(5));
        watch.known(List.of(shop));
        assertThat(reads()).isEqualTo(before);
        clock.forward(Duration.ofMinutes(2));

        watch.known(List.of(shop));

        assertThat(asked(before)).extracting(MetricQuery::name).contains("CPUUtilization", "MemoryUtilization");
    }

    @Test
    void whatWasNotAnsweredIsAskedForAgain() {
        cloud.metrics().refuse(query -> query.name().equals("MemoryUtilization"),
                Failure.throttled("cloudwatch:GetMetricData"));
        watch.known(List.of(shop));
        int before = reads();

        watch.known(List.of(shop));

        assertThat(asked(before)).extracting(MetricQuery::name).containsExactly("MemoryUtilization");
    }
}
