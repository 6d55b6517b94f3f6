package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.refresh.ClockPace;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.StackFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// One profile in two Regions, at a pace that the test gives.
@Timeout(20)
class SignInTest {

    private static final Failure EXPIRED = Failure.expired("work");
    /// The subjects of two Regions; the inspection, the log and the ages.
    private static final int POLLERS = 2 * Subject.values().length + 3;

    private final MutableClock clock = new MutableClock(Rig.NOW);
    private final ClockPace pace = new ClockPace(clock, POLLERS);
    private final StackFile here = Rig.small("Here", "production", "work");
    private final StackFile there = Rig.stack("there", """
            stack: There
            environment: production
            region: ap-east-1
            cluster: there
            profile: work
            services: [{name: there-api}]
            """);
    private final FakeCloud near = new FakeCloud(clock);
    private final FakeCloud far = new FakeCloud(clock);
    private final LiveWatch watch = watch(Map.of(here.access(), near, there.access(), far));

    @BeforeEach
    void start() throws InterruptedException {
        watch.stacks(List.of(here, there), List.of());
        watch.start();
        pace.settle();
        near.forgetCalls();
        far.forgetCalls();
    }

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void whatEndsInOneRegionIsKnownInTheOtherAtOnce() throws InterruptedException {
        near.failEverything(EXPIRED);
        far.failEverything(EXPIRED);

        pace.pass(Duration.ofSeconds(20));

        assertThat(near.calls(Subject.IDENTITY)).isNotEmpty();
        assertThat(far.calls(Subject.IDENTITY)).isNotEmpty();
        assertThat(watch.current().stacks()).allSatisfy(stack -> assertThat(stack.identity().state().problem())
                .contains(EXPIRED));
    }

    /// A Region that is not enabled takes no credentials at all.
    @Test
    void aRegionThatAloneRefusesTheCredentialsIsAskedInItsRhythm() throws InterruptedException {
        far.failEverything(EXPIRED);
        pace.pass(Duration.ofSeconds(20));
        near.forgetCalls();
        far.forgetCalls();

        for (int minute : IntStream.range(0, 5).toArray()) {
            pace.pass(Duration.ofMinutes(1));
            assertThat(far.calls(Subject.IDENTITY)).as("minute %d", minute).hasSize(minute + 1);
            assertThat(near.calls(Subject.IDENTITY)).as("minute %d", minute).hasSize(minute + 1);
        }
    }

    @Test
    void roundsInWhichNobodyAnswersMakeNothingNewer() throws InterruptedException {
        Instant answered = clock.instant();
        near.failEverything(EXPIRED);
        far.failEverything(EXPIRED);

        for (int minute = 1; minute <= 5; minute++) {
            pace.pass(Duration.ofMinutes(1));

            assertThat(watch.current().lastRead()).as("minute %d", minute).contains(answered);
            assertThat(watch.current().nextRead()).as("minute %d", minute)
                    .hasValueSatisfying(next -> assertThat(next).isAfter(clock.instant()));
        }
        far.heal();
        pace.pass(Duration.ofMinutes(1));
        assertThat(watch.current().lastRead()).contains(clock.instant());
    }

    @Test
    void theSignInBringsBackTheDetailsAndTheLogAtOnce() throws InterruptedException {
        var everything = new TailWish(Optional.empty(), "");
        watch.inspect(Optional.of(new Inspection(here.id(), "here-api").with(Optional.of(everything))));
        pace.settle();
        near.logs().fail(EXPIRED);
        pace.pass(Duration.ofSeconds(5));
        near.failEverything(EXPIRED);
        pace.pass(Duration.ofSeconds(15));
        pace.pass(Duration.ofSeconds(45));
        near.heal();
        near.logs().fail(null);

        pace.pass(Duration.ofSeconds(15));

        assertThat(near.calls(Subject.IDENTITY)).as("signed in again").hasSize(2);
        Inspected inspected = watch.current().inspected().orElseThrow();
        assertThat(inspected.activities().state().latestAsOf()).contains(clock.instant());
        assertThat(inspected.tail()).map(tail -> tail.lines().state().latestAsOf())
                .contains(Optional.of(clock.instant()));
    }

    private LiveWatch watch(Map<Access, FakeCloud> clouds) {
        return new LiveWatch(new WatchSettings(Rhythm.standard(), new Meter(PriceList.shipped(), clock),
                Money.usd("2"), false), access -> clouds.get(access).cloud(), MetricCatalogue.standard(), clock, pace);
    }
}
