package io.watchdeck.operations.proof;

import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.Entries.at;
import static io.watchdeck.operations.Entries.begun;
import static io.watchdeck.operations.Entries.begunAt;
import static io.watchdeck.operations.Entries.scale;
import static io.watchdeck.operations.proof.Told.REQUEST;
import static io.watchdeck.operations.proof.Told.crashed;
import static io.watchdeck.operations.proof.Told.lost;
import static io.watchdeck.operations.proof.Told.taken;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Sent;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SinceTest {

    private final JournalEntry entry = begunAt(taken(begun(scale(9))), at(10));

    private List<JournalEntry> first(JournalEntry... journal) {
        return new Since(entry, _ -> List.of(journal)).first(_ -> true).stream().toList();
    }

    private static JournalEntry later(JournalEntry one, int second) {
        return begunAt(one, at(second));
    }

    @Test
    void theFirstOfLaterCounts() {
        JournalEntry later = later(taken(begun(scale(7))), 20);
        JournalEntry latest = later(taken(begun(scale(6))), 30);

        assertThat(first(latest, entry, later, later(taken(begun(scale(5))), 9))).containsExactly(later);
        assertThat(first(entry)).isEmpty();
    }

    @Test
    void onlyWhatAwsTookHasChangedAnything() {
        JournalEntry refused = begun(scale(7)).sending(REQUEST).answered(0,
                new Sent.Refused(Failure.denied("ecs:UpdateService"), at(20)));

        assertThat(first(later(begun(scale(7)), 20), later(crashed(begun(scale(7))), 20),
                later(lost(begun(scale(7))), 20), later(refused, 20))).isEmpty();
    }

    @Test
    void whatWasDoneElsewhereDoesNotCount() {
        var other = new Operation.Scale(TIKETI, new ServiceKey(SERVICE.cluster(), "other"), OptionalInt.of(7),
                Optional.empty());
        var elsewhere = new Operation.Scale(new StackId("elsewhere"), SERVICE, OptionalInt.of(7),
                Optional.empty());

        assertThat(first(later(taken(begun(other)), 20), later(taken(begun(elsewhere)), 20),
                later(taken(begun(new Operation.Purge(TIKETI, "dlq"))), 20))).isEmpty();
    }

    @Test
    void onlyWhatBeginsADeploymentIsARollout() {
        JournalEntry weights = taken(begun(new Operation.SpotWeight(TIKETI, SERVICE, Fleet.SPOT_70, false)));
        JournalEntry moved = taken(begun(new Operation.SpotWeight(TIKETI, SERVICE, Fleet.SPOT_70, true)));
        JournalEntry forced = taken(begun(new Operation.ForceDeployment(TIKETI, SERVICE)));
        JournalEntry count = taken(begun(scale(7)));
        for (JournalEntry one : List.of(moved, forced)) {
            JournalEntry rollout = later(one, 40);
            assertThat(new Since(entry, _ -> List.of(later(count, 20), later(weights, 30), rollout)).rollout())
                    .contains(rollout);
        }
        assertThat(new Since(entry, _ -> List.of(later(count, 20), later(weights, 30))).rollout()).isEmpty();
    }

    @Test
    void aStopIsOfOneServiceDeployment() {
        JournalEntry stop =
                later(taken(begun(new Operation.StopDeployment(TIKETI, SERVICE, "arn:deployment:88"))), 20);
        var since = new Since(entry, _ -> List.of(stop));

        assertThat(since.stop("arn:deployment:88")).contains(stop);
        assertThat(since.stop("arn:deployment:89")).isEmpty();
    }
}
