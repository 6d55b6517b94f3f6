package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.operations.Operation;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.StackSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ServiceWishesTest {

    private static final StackSnapshot TIKETI = Snapshots.tiketi();
    private static final ServiceWishes KNOWN = ServiceWishes.of(TIKETI, "tiketi-backend-service").orElseThrow();

    @Test
    void scalingBeginsWithTheCountThatIsWantedNow() {
        assertThat(((Operation.Scale) KNOWN.scale()).desired()).isEqualTo(OptionalInt.of(5));
    }

    @Test
    void aCountThatIsNotKnownIsNotNone() {
        var unknown = new ServiceWishes(KNOWN.stack(), KNOWN.service(), Optional.empty(), List.of());

        assertThat(unknown.scale())
                .isEqualTo(new Operation.Scale(KNOWN.stack(), KNOWN.service(), OptionalInt.empty(), Optional.empty()));
    }
}
