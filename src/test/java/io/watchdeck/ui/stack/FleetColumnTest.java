package io.watchdeck.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetColumnTest {

    /// Beside the drawer in the narrowest window that has both, with boxes for marks, and wider.
    @ParameterizedTest
    @ValueSource(doubles = {636, 668, 700, 798, 815, 816, 832, 1016, 1400})
    void theColumnsFillTheTableAndNoMore(double room) {
        assertThat(Stream.of(FleetColumn.values()).mapToDouble(one -> one.of(room)).sum())
                .isBetween(room - FleetColumn.values().length, room);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 636, 815})
    void aNarrowTableHasNoPicturesOfLoad(double room) {
        assertThat(FleetColumn.isPictured(FleetColumn.CPU.of(room))).isFalse();
        assertThat(FleetColumn.isPictured(FleetColumn.MEMORY.of(room))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {816, 817, 1016, 1400})
    void aWideTableHasThem(double room) {
        assertThat(FleetColumn.isPictured(FleetColumn.CPU.of(room))).isTrue();
        assertThat(FleetColumn.isPictured(FleetColumn.MEMORY.of(room))).isTrue();
    }
}
