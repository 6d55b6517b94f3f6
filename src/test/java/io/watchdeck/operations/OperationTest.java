package io.watchdeck.operations;

import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.TIKETI;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.operations.Operation.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationTest {

    @ParameterizedTest
    @CsvSource({"FORCE_DEPLOYMENT, forceDeployment", "ROLL_BACK, rollBack", "STOP_DEPLOYMENT, stopDeployment",
            "SCALE, scale", "SPOT_WEIGHT, spotWeight", "STOP_TASK, stopTask", "RESUBMIT, resubmit",
            "REDRIVE, redrive", "CANCEL_REDRIVE, cancelRedrive", "PURGE, purge"})
    void eachKindHasAWord(Kind kind, String word) {
        assertThat(kind.word()).isEqualTo(word);
    }

    @Test
    void theNameOfWhatIsChangedIsThatOfTheServiceOrTheQueue() {
        List<Operation> onService = List.of(new Operation.ForceDeployment(TIKETI, SERVICE), Entries.scale(9),
                new Operation.RollBack(TIKETI, SERVICE, "arn"), new Operation.StopDeployment(TIKETI, SERVICE, "arn"),
                new Operation.SpotWeight(TIKETI, SERVICE, List.of(), false),
                new Operation.StopTask(TIKETI, SERVICE, "arn"));
        List<Operation> onQueue = List.of(new Operation.Resubmit(TIKETI, "q", List.of("job")),
                new Operation.Redrive(TIKETI, "q", OptionalInt.empty(), OptionalInt.empty()),
                new Operation.CancelRedrive(TIKETI, "q", "handle"), new Operation.Purge(TIKETI, "q"));

        assertThat(onService).extracting(Operation::target).containsOnly("tiketi-backend-service");
        assertThat(onQueue).extracting(Operation::target).containsOnly("q");
    }

    @Test
    void scalingMayBeWishedBeforeTheCountIsKnown() {
        var wish = new Operation.Scale(TIKETI, SERVICE, OptionalInt.empty(), Optional.empty());

        assertThat(wish.target()).isEqualTo("tiketi-backend-service");
        assertThat(wish.desired()).as("not known, which is not none").isEmpty();
    }
}
