package io.watchdeck.watch;

import static io.watchdeck.watch.Rig.shop;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Money;
import io.watchdeck.model.StackId;
import io.watchdeck.queues.QueueState;
import io.watchdeck.refresh.ClockPace;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.stack.StackFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is shown while an operation is followed.
@Timeout(20)
class ChangeDeskTest {

    private static final StackId SHOP = new StackId("shop");

    private final Rig rig = new Rig();
    private final StackFile shop = shop();
    private final FakeCloud cloud = rig.cloud(shop);

    @AfterEach
    void close() {
        rig.close();
    }

    private void redriven() {
        cloud.queue("jobs", 0, Optional.of("jobs-dlq"));
        cloud.queue("jobs-dlq", 27, Optional.empty());
        rig.watch(shop);
        rig.readAll();
        cloud.queue("jobs", 27, Optional.of("jobs-dlq"));
        cloud.queue("jobs-dlq", 0, Optional.empty());
        rig.clock.forward(Duration.ofSeconds(5));
    }

    private Cloud shown() {
        return rig.watch.changes().shown(SHOP, cloud.cloud());
    }

    private StackSnapshot.Queue queue() {
        return Rig.only(rig.look(Duration.ZERO)).queues().getFirst();
    }

    private long dead() {
        return queue().deadLetters().orElseThrow().state().state().latest().map(QueueState::visible).orElseThrow();
    }

    @Test
    void theDepthsThatAProofReadsAreShownAtNoCallMore() {
        redriven();
        int before = cloud.calls().size();

        shown().queues().queues(List.of("jobs-dlq"));
        shown().queues().queues(List.of("jobs"));

        assertThat(dead()).isZero();
        assertThat(queue().state().state().latest().orElseThrow().visible()).isEqualTo(27);
        assertThat(cloud.calls()).hasSize(before + 2);
    }

    @Test
    void rulesJudgeByTheDepthsThatAProofReads() {
        redriven();
        assertThat(judged("queue.deadLetters")).extracting(Condition::state, Condition::value)
                .containsExactly(State.ALARM, OptionalDouble.of(27));

        shown().queues().queues(List.of("jobs-dlq"));

        assertThat(judged("queue.deadLetters")).extracting(Condition::state, Condition::value)
                .containsExactly(State.OK, OptionalDouble.of(0));
    }

    @Test
    void rulesJudgeByTheServiceThatAProofReads() {
        cloud.service("api", 2, 2);
        rig.watch(shop);
        rig.readAll();
        cloud.service("api", 0, 2);
        rig.clock.forward(Duration.ofSeconds(5));

        shown().fleet().services("shop", List.of("api"));

        assertThat(judged("service.missing").value()).hasValue(2);
    }

    private Condition judged(String metric) {
        return Rig.only(rig.look(Duration.ZERO)).conditions().stream()
                .filter(one -> one.metric().filter(metric::equals).isPresent()).findFirst().orElseThrow();
    }

    @Test
    void theServiceThatAProofReadsIsShown() {
        redriven();
        cloud.service("api", 5, 5);

        shown().fleet().services("shop", List.of("api"));

        assertThat(Rig.only(rig.look(Duration.ZERO)).services().getFirst().state().state().latest().orElseThrow()
                .running()).isEqualTo(5);
    }

    @Test
    void whatAProofCannotReadLeavesWhatIsKnown() {
        redriven();
        cloud.fail(Subject.QUEUES, Failure.denied("sqs:GetQueueAttributes"));

        shown().queues().queues(List.of("jobs-dlq"));

        assertThat(dead()).isEqualTo(27);
        assertThat(queue().deadLetters().orElseThrow().state().state()).isInstanceOf(Loadable.Ready.class);
    }

    @Test
    void anotherStackThanTheWatchedIsReadAsItIs() {
        redriven();

        assertThat(rig.watch.changes().shown(new StackId("else"), cloud.cloud()).queues()
                .queues(List.of("jobs-dlq"))).hasSize(1);
        assertThat(dead()).isEqualTo(27);
    }

    @Test
    void whatWasChangedIsReadAfterAReadingUnderWayAndNothingElseIs() throws InterruptedException {
        var pace = new ClockPace(rig.clock, Subject.values().length + 3);
        try (var watch = new LiveWatch(new WatchSettings(Rhythm.standard(), new Meter(PriceList.shipped(), rig.clock),
                Money.usd("2"), false), _ -> cloud.cloud(), MetricCatalogue.standard(), rig.clock, pace)) {
            cloud.queue("jobs", 0, Optional.of("jobs-dlq"));
            watch.stacks(List.of(shop), List.of());
            watch.start();
            pace.settle();
            cloud.forgetCalls();
            cloud.hang(Subject.QUEUES);
            watch.changes().again(SHOP, Set.of(Subject.QUEUES));
            cloud.awaitCall(Subject.QUEUES);

            watch.changes().again(SHOP, Set.of(Subject.QUEUES));
            cloud.release(Subject.QUEUES);
            pace.settle();

            assertThat(cloud.calls()).containsExactly("QUEUES [jobs]", "QUEUES [jobs-dlq]", "QUEUES [jobs]",
                    "QUEUES [jobs-dlq]");
        }
    }
}
