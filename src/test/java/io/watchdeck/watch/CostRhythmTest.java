package io.watchdeck.watch;

import static io.watchdeck.watch.Rig.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Failure;
import io.watchdeck.model.MutableClock;
import io.watchdeck.stack.StackFile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When cost is asked for, each time for a cent.
class CostRhythmTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final MutableClock clock = new MutableClock(NOW);
    private final FakeCloud cloud = new FakeCloud(clock);
    private final Board board = new Board(clock);
    private final StackFile shop = Rig.shop();
    private final StackFile other = Rig.small("Other", "production", "");

    /// A console that begins with what is on the board.
    private SiteReader console(StackFile... stacks) {
        var site = new SiteReader(List.of(stacks), cloud.cloud(), board, MetricCatalogue.standard(),
                new Attempts(Rhythm.standard(), clock), clock);
        site.read(Subject.IDENTITY);
        return site;
    }

    @Test
    void itRestsUntilTheKnownFigureIsADayOld() {
        console(shop).read(Subject.COST);
        clock.forward(Duration.ofHours(23));
        SiteReader next = console(shop);

        next.read(Subject.COST);

        assertThat(cloud.calls(Subject.COST)).hasSize(1);
        assertThat(next.pause(Subject.COST)).isEqualTo(Duration.ofHours(1));
        clock.forward(Duration.ofHours(1));
        next.read(Subject.COST);
        assertThat(cloud.calls(Subject.COST)).hasSize(2);
        assertThat(next.pause(Subject.COST)).isEqualTo(DAY);
    }

    @Test
    void itRestsMinutesAtLeast() {
        console(shop).read(Subject.COST);
        clock.forward(DAY.minusSeconds(1));
        SiteReader next = console(shop);

        next.read(Subject.COST);

        assertThat(next.pause(Subject.COST)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aFailureRestsAsItDid() {
        cloud.fail(Subject.COST, Failure.denied("ce:GetCostAndUsage"));
        SiteReader site = console(shop);

        site.read(Subject.COST);

        assertThat(site.pause(Subject.COST)).isEqualTo(DAY);
    }

    @Test
    void stacksThatWereAskedForAtDifferentTimesAreAskedForTogetherFromThenOn() {
        console(shop).read(Subject.COST);
        clock.forward(Duration.ofHours(3));
        SiteReader both = console(shop, other);
        both.read(Subject.COST);
        clock.forward(both.pause(Subject.COST));

        both.read(Subject.COST);

        assertThat(cloud.calls(Subject.COST)).hasSize(3);
        assertThat(both.pause(Subject.COST)).isEqualTo(DAY);
        assertThat(board.cost.get(other.id()).latestAsOf()).contains(clock.instant());
    }
}
