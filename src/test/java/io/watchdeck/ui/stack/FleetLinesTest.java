package io.watchdeck.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Freshness;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.stack.FleetLine.Load;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FleetLinesTest {

    private static final StackSnapshot TIKETI = Snapshots.tiketi();
    private static final Words WORDS = new Words(Locale.ENGLISH, Snapshots.ZONE);

    @Test
    void loadHasNoAgeWhereItIsOnTime() {
        assertThat(loads(Duration.ZERO)).isNotEmpty().allMatch(load -> load.late().isEmpty());
    }

    @Test
    void loadThatWasNotReadForAWhileTellsHowOldItIs() {
        assertThat(loads(Duration.ofMinutes(20))).filteredOn(load -> !load.text().isEmpty()).isNotEmpty()
                .allSatisfy(load -> assertThat(load.late()).hasValueSatisfying(age -> {
                    assertThat(age.freshness()).isEqualTo(Freshness.STALE);
                    assertThat(age.text()).isEqualTo("20 min");
                    assertThat(age.sentence()).startsWith("Read ");
                }));
    }

    private static List<Load> loads(Duration later) {
        return FleetLines.of(TIKETI, Snapshots.NOW.plus(later), WORDS).stream()
                .flatMap(line -> List.of(line.cpu(), line.memory()).stream()).toList();
    }
}
