package io.watchdeck.watch;

import static io.watchdeck.watch.Rig.only;
import static io.watchdeck.watch.Rig.shop;
import static io.watchdeck.watch.Rig.small;
import static io.watchdeck.watch.Rig.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.FakeMetricSource.Asked;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.Parallel;
import io.watchdeck.stack.StackFile;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Which calls a reading makes.
@Timeout(20)
class SiteReadingTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void eachSubjectOfAStackIsReadInOneCall() {
        StackFile shop = shop();
        rig.watch(shop);

        rig.readAll();

        assertThat(rig.cloud(shop).calls()).filteredOn(call -> !call.startsWith("METRICS") && !call.startsWith("COST"))
                .containsExactlyInAnyOrder("IDENTITY ", "SERVICES shop [api]", "TASKS shop",
                        "SCALING [ServiceKey[cluster=shop, service=api]]",
                        "ALARMS ", "QUEUES [jobs]", "BATCH [batch]", "PIPES [jobs-pipe]", "PIPELINES [deploy]",
                        "DATABASES [main]", "TARGETS [shop-tg]");
        assertThat(rig.cloud(shop).calls(Subject.METRICS)).hasSize(1);
        assertThat(rig.cloud(shop).calls(Subject.COST)).hasSize(1);
    }

    @Test
    void stacksOfOneAccessAreReadTogetherByCluster() {
        StackFile one = stack("one", Rig.SHOP);
        StackFile two = stack("two", Rig.SHOP.replace("{name: api, desired: 2}", "{name: web}, {name: api}"));
        StackFile three = small("Tiketi", "production", "");
        rig.watch(one, two, three);

        rig.readAll();

        FakeCloud cloud = rig.cloud(one);
        assertThat(cloud.calls(Subject.SERVICES)).containsExactlyInAnyOrder("SERVICES shop [api, web]",
                "SERVICES tiketi [tiketi-api]");
        assertThat(cloud.calls(Subject.TASKS)).containsExactlyInAnyOrder("TASKS shop", "TASKS tiketi");
        assertThat(cloud.calls(Subject.ALARMS)).hasSize(1);
        assertThat(cloud.calls(Subject.QUEUES)).hasSize(1);
        assertThat(cloud.calls(Subject.METRICS)).hasSize(1);
        assertThat(cloud.metrics().reads().getFirst().queries()).doesNotHaveDuplicates();
    }

    @Test
    void twoAccessesAreReadAtTheSameTime() throws InterruptedException {
        StackFile one = small("One", "production", "a");
        StackFile two = small("Two", "production", "b");
        rig.watch(one, two);
        rig.cloud(one).hang(Subject.IDENTITY);
        rig.cloud(two).hang(Subject.IDENTITY);

        Thread reading = Thread.ofVirtual().start(rig::readAll);
        rig.cloud(one).awaitCall(Subject.IDENTITY);
        rig.cloud(two).awaitCall(Subject.IDENTITY);
        rig.cloud(one).releaseAll();
        rig.cloud(two).releaseAll();
        reading.join();

        assertThat(rig.watch.current().stacks()).extracting(stack -> stack.verdict().severity().word())
                .containsExactly("fine", "fine");
    }

    @Test
    void subjectsOfOneAccessAreReadAtTheSameTime() throws InterruptedException {
        StackFile shop = shop();
        FakeCloud cloud = rig.cloud(shop);
        rig.watch(shop);
        cloud.hang(Subject.SERVICES);
        cloud.hang(Subject.ALARMS);

        Thread reading = Thread.ofVirtual().start(rig::readAll);
        cloud.awaitCall(Subject.SERVICES);
        cloud.releaseAll();
        reading.join();

        assertThat(cloud.calls(Subject.ALARMS)).hasSize(1);
        assertThat(cloud.calls(Subject.METRICS)).as("after what the metrics are of is known").hasSize(1);
    }

    @Test
    void onlyTheSubjectsAskedForAreRead() {
        StackFile shop = shop();
        rig.watch(shop);

        rig.watch.readOnce(EnumSet.of(Subject.SERVICES));

        assertThat(rig.cloud(shop).calls()).containsExactly("IDENTITY ", "SERVICES shop [api]");
    }

    @Test
    void theFirstReadingOfMetricsLooksBackThreeHoursAndTheNextAFewMinutes() {
        StackFile shop = shop();
        rig.watch(shop);
        rig.readAll();
        rig.readAll(Duration.ofMinutes(5));

        List<TimeRange> ranges = rig.cloud(shop).metrics().reads().stream().map(Asked::range).toList();

        assertThat(ranges).hasSize(2);
        assertThat(ranges.get(0).to()).isEqualTo(Instant.parse("2026-09-22T04:42:00Z"));
        assertThat(ranges.get(0).from()).isEqualTo(Instant.parse("2026-09-22T01:40:00Z"));
        assertThat(ranges.get(1).to()).isEqualTo(Instant.parse("2026-09-22T04:47:00Z"));
        assertThat(ranges.get(1).from()).as("what was read may have been corrected, and a metric of which nothing has "
                + "come is still new").isBefore(Instant.parse("2026-09-22T04:30:00Z"));
    }

    @Test
    void costIsAskedOnceADayHoweverOftenAllIsRead() {
        StackFile shop = shop();
        FakeCloud cloud = rig.cloud(shop);
        rig.watch(shop);

        rig.readAll();
        rig.readAll(Duration.ofMinutes(1));
        rig.readAll(Duration.ofHours(23));
        assertThat(cloud.calls(Subject.COST)).hasSize(1);

        rig.readAll(Duration.ofHours(1));
        assertThat(cloud.calls(Subject.COST)).hasSize(2);
    }

    @Test
    void aCostThatIsNotKnownIsAskedAgain() {
        StackFile shop = shop();
        FakeCloud cloud = rig.cloud(shop);
        cloud.fail(Subject.COST, Failure.unreachable("ce"));
        rig.watch(shop);

        rig.readAll();
        cloud.heal();
        rig.readAll(Duration.ofMinutes(5));

        assertThat(cloud.calls(Subject.COST)).hasSize(2);
        assertThat(only(rig.watch.current()).cost().state()).isInstanceOf(Loadable.Ready.class);
    }

    @Test
    void aSlowAnswerNeverOverwritesANewerOne() throws InterruptedException {
        StackFile shop = shop();
        FakeCloud cloud = rig.cloud(shop);
        rig.watch(shop);
        cloud.service("api", 1, 2);
        cloud.hang(Subject.SERVICES);
        Thread slow = Thread.ofVirtual().start(() -> rig.watch.readOnce(EnumSet.of(Subject.SERVICES)));
        cloud.awaitCall(Subject.SERVICES);
        cloud.service("api", 2, 2);
        rig.clock.forward(Duration.ofSeconds(20));
        Thread fast = Thread.ofVirtual().start(() -> rig.watch.readOnce(EnumSet.of(Subject.SERVICES)));
        cloud.awaitCall(Subject.SERVICES);
        cloud.release(Subject.SERVICES);
        slow.join();
        fast.join();

        assertThat(only(rig.look(Duration.ZERO)).services().getFirst().state().state().latest()
                .map(state -> state.running())).contains(2);
    }

    @Test
    void readingsAtTheSameTimeDoNoHarm() {
        StackFile shop = shop();
        rig.watch(shop);
        var together = new CyclicBarrier(4);
        Runnable read = () -> {
            try {
                together.await(10, TimeUnit.SECONDS);
            } catch (Exception broken) {
                throw new AssertionError(broken);
            }
            rig.readAll();
        };

        Parallel.run(List.of(read, read, read, read));

        assertThat(only(rig.look(Duration.ZERO)).verdict().severity().word()).isEqualTo("fine");
    }

    @Test
    void costThatIsNotThereYetIsAskedForOnceADay() {
        StackFile shop = shop();
        rig.watch(shop);
        rig.cloud(shop).fail(Subject.COST, Failure.absent());
        rig.readAll();

        rig.readAll(Duration.ofHours(23));
        assertThat(rig.cloud(shop).calls(Subject.COST)).hasSize(1);

        rig.readAll(Duration.ofHours(1));
        assertThat(rig.cloud(shop).calls(Subject.COST)).hasSize(2);
    }

    @Test
    void costThatCouldNotBeReadIsNotPaidForAtEachRefresh() {
        StackFile shop = shop();
        rig.watch(shop);
        rig.cloud(shop).fail(Subject.COST, Failure.unreachable("ce"));
        rig.readAll();

        rig.readAll(Duration.ofMinutes(4));
        assertThat(rig.cloud(shop).calls(Subject.COST)).hasSize(1);

        rig.readAll(Duration.ofMinutes(1));
        assertThat(rig.cloud(shop).calls(Subject.COST)).hasSize(2);
    }
}
