package io.watchdeck.ui.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Headroom;
import io.watchdeck.stack.ServiceSpec.Range;
import io.watchdeck.ui.FakeOperationDesk;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.operations.ConnectionShares.Holder;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Tiketi runs 5 tasks of a pool of 10, and 4 of an earlier deployment still leave.
class ConnectionSharesTest {

    private static final StackSnapshot TIKETI = Snapshots.tiketi();
    private static final ServiceKey SERVICE = new ServiceKey(TIKETI.file().cluster(), "tiketi-backend-service");
    private static final Words ENGLISH = new Words(Locale.ENGLISH, Snapshots.ZONE);

    private static Optional<ConnectionShares> of(Operation wish) {
        var desk = new FakeOperationDesk(TIKETI, Snapshots.NOW);
        var model = new OperationViewModel(desk, TIKETI, wish, ENGLISH, Snapshots.NOW);
        model.check();
        desk.answerFacts(Snapshots.NOW);
        return model.connections();
    }

    private static ConnectionShares scaled(int desired) {
        return of(new Operation.Scale(TIKETI.file().id(), SERVICE, OptionalInt.of(desired), Optional.empty()))
                .orElseThrow();
    }

    private static int held(ConnectionShares shares, Holder by) {
        return shares.parts().stream().filter(part -> part.holder() == by).mapToInt(ConnectionShares.Part::connections)
                .sum();
    }

    @Test
    void moreTasksStandBehindThoseThatStay() {
        ConnectionShares nine = scaled(9);

        assertThat(nine.parts()).extracting(ConnectionShares.Part::holder).containsExactly(Holder.STAYING,
                Holder.COMING, Holder.LEAVING, Holder.OTHERS);
        assertThat(nine.parts()).extracting(ConnectionShares.Part::connections).containsExactly(50, 40, 40, 4);
        assertThat(nine.limit()).isEqualTo(100);
        assertThat(nine.free()).isEqualTo(-34);
        assertThat(nine.zone()).isEqualTo(Headroom.Zone.FULL);
    }

    @Test
    void fewerTasksHoldLessAndNothingComes() {
        ConnectionShares two = scaled(2);

        assertThat(held(two, Holder.STAYING)).isEqualTo(20);
        assertThat(two.parts()).extracting(ConnectionShares.Part::holder).doesNotContain(Holder.COMING);
        assertThat(two.free()).isEqualTo(36);
        assertThat(two.zone()).isEqualTo(Headroom.Zone.FITS);
    }

    @Test
    void theSumIsWhatTheHeadroomCounts() {
        for (int desired = 0; desired <= 12; desired++) {
            assertThat(scaled(desired).needed()).as("%d tasks", desired).isEqualTo(desired * 10 + 40 + 4);
        }
    }

    @Test
    void aRangeThatLeavesTheCountOutMovesIt() {
        ConnectionShares moved = of(new Operation.Scale(TIKETI.file().id(), SERVICE, OptionalInt.empty(),
                Optional.of(new Range(7, 10)))).orElseThrow();

        assertThat(held(moved, Holder.COMING)).isEqualTo(20);
    }

    @Test
    void noBarIsDrawnWhereNoCountIsChanged() {
        assertThat(of(new Operation.ForceDeployment(TIKETI.file().id(), SERVICE))).isEmpty();
    }

    @Test
    void theSentenceTellsEveryPartTheLimitAndWhatIsTooMuch() {
        assertThat(scaled(9).sentence(ENGLISH))
                .isEqualTo("Connections of 100: 5 tasks 50, 4 more 40, 4 old 40, others 4; 34 too many");
        assertThat(scaled(2).sentence(ENGLISH))
                .isEqualTo("Connections of 100: 2 tasks 20, 4 old 40, others 4; free 36");
    }

    @Test
    void everyConnectionIsAsWideAsEveryOtherHoweverFarAboveTheLimit() {
        ConnectionShares many = scaled(40);

        assertThat(many.parts()).extracting(ConnectionShares.Part::connections).containsExactly(50, 350, 40, 4);
        assertThat(many.ends(444)).containsExactly(50.0, 400.0, 440.0, 444.0);
        assertThat(many.limitAt(444)).isEqualTo(100);
    }

    @Test
    void belowTheLimitTheBarIsTheLimit() {
        assertThat(scaled(2).limitAt(300)).isEqualTo(300);
        assertThat(scaled(2).ends(300)).containsExactly(60.0, 180.0, 192.0);
    }
}
