package io.watchdeck.operations;

import static io.watchdeck.operations.Confirmation.CLICK;
import static io.watchdeck.operations.Confirmation.CONSEQUENCES;
import static io.watchdeck.operations.Confirmation.NAME;
import static io.watchdeck.stack.Environment.DEVELOPMENT;
import static io.watchdeck.stack.Environment.PRODUCTION;
import static io.watchdeck.stack.Environment.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.operations.Operation.Kind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfirmationTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            STOP_TASK,        CLICK,        CONSEQUENCES, CONSEQUENCES
            RESUBMIT,         CLICK,        CONSEQUENCES, CONSEQUENCES
            CANCEL_REDRIVE,   CLICK,        CONSEQUENCES, CONSEQUENCES
            FORCE_DEPLOYMENT, CONSEQUENCES, CONSEQUENCES, NAME
            ROLL_BACK,        CONSEQUENCES, CONSEQUENCES, NAME
            STOP_DEPLOYMENT,  CONSEQUENCES, CONSEQUENCES, NAME
            SCALE,            CONSEQUENCES, CONSEQUENCES, NAME
            SPOT_WEIGHT,      CONSEQUENCES, CONSEQUENCES, NAME
            REDRIVE,          CONSEQUENCES, CONSEQUENCES, NAME
            PURGE,            NAME,         NAME,         NAME
            """)
    void followsTheTable(Kind kind, Confirmation development, Confirmation test, Confirmation production) {
        assertThat(Confirmation.of(kind, DEVELOPMENT)).isEqualTo(development);
        assertThat(Confirmation.of(kind, TEST)).isEqualTo(test);
        assertThat(Confirmation.of(kind, PRODUCTION)).isEqualTo(production);
    }

    @Test
    void nothingInProductionIsDoneByAClickAndOnlyPurgeAsksForTheNameElsewhere() {
        assertThat(Arrays.stream(Kind.values()).filter(kind -> Confirmation.of(kind, PRODUCTION) == CLICK)).isEmpty();
        assertThat(Arrays.stream(Kind.values()).filter(kind -> Confirmation.of(kind, TEST) != CONSEQUENCES))
                .containsExactly(Kind.PURGE);
        assertThat(Arrays.stream(Kind.values()).filter(kind -> Confirmation.of(kind, DEVELOPMENT) == NAME))
                .containsExactly(Kind.PURGE);
    }
}
