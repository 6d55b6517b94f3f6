package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.refresh.ClockPace;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.StackFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What an operation makes read again of the service whose details are open.
@Timeout(20)
class CloseLookTest {

    private static final Set<Subject> CHANGED = Set.of(Subject.SERVICES, Subject.TASKS);

    private final MutableClock clock = new MutableClock(Rig.NOW);
    private final StackFile shop = Rig.small("Shop", "test", "shop");
    private final StackFile cafe = Rig.small("Cafe", "test", "shop");
    private final StackFile bank = Rig.small("Bank", "test", "bank");
    private final Map<Access, FakeCloud> clouds =
            Map.of(shop.access(), new FakeCloud(clock), bank.access(), new FakeCloud(clock));
    private final ClockPace pace = new ClockPace(clock, 2 * Subject.values().length + 3);
    private final LiveWatch watch = new LiveWatch(new WatchSettings(Rhythm.standard(),
            new Meter(PriceList.shipped(), clock), Money.usd("2"), false), access -> clouds.get(access).cloud(),
            MetricCatalogue.standard(), clock, pace);

    @BeforeEach
    void look() throws InterruptedException {
        watch.stacks(List.of(shop, cafe, bank), List.of());
        watch.start();
        pace.settle();
        watch.inspect(Optional.of(new Inspection(shop.id(), "shop-api")));
        pace.settle();
        clouds.values().forEach(FakeCloud::forgetCalls);
    }

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void theServiceOfTheChangedStackIsReadAgain() throws InterruptedException {
        watch.changes().again(shop.id(), CHANGED);
        pace.settle();

        assertThat(calls(shop)).contains("ACTIVITIES shop shop-api");
        assertThat(calls(bank)).isEmpty();
    }

    @Test
    void oneInAnotherAccountIsLeftAsItIs() throws InterruptedException {
        watch.changes().again(bank.id(), CHANGED);
        pace.settle();

        assertThat(calls(bank)).isNotEmpty();
        assertThat(calls(shop)).isEmpty();
    }

    @Test
    void oneOfAnotherStackIsLeftAsItIs() throws InterruptedException {
        watch.changes().again(cafe.id(), CHANGED);
        pace.settle();

        assertThat(calls(shop)).isNotEmpty().noneMatch(call -> call.startsWith("ACTIVITIES"));
    }

    @Test
    void nobodyLooksAtOneThatHasBeenClosed() throws InterruptedException {
        watch.inspect(Optional.empty());

        watch.changes().again(shop.id(), CHANGED);
        pace.settle();

        assertThat(calls(shop)).isNotEmpty().noneMatch(call -> call.startsWith("ACTIVITIES"));
    }

    private List<String> calls(StackFile stack) {
        return clouds.get(stack.access()).calls();
    }
}
