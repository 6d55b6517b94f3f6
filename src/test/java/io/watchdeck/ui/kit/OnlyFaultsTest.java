package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Severity;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class OnlyFaultsTest {

    private static final List<Severity> ROWS = List.of(Severity.CRITICAL, Severity.WARNING, Severity.UNKNOWN,
            Severity.NOTICE, Severity.FINE);

    private final Words words = new Words(Locale.ENGLISH, Snapshots.ZONE);
    private final AtomicInteger changes = new AtomicInteger();
    private final OnlyFaults faults = new OnlyFaults(changes::incrementAndGet);

    @Test
    void whatIsNotKnownIsAtFaultAndANoticeIsNot() {
        assertThat(faults.of(ROWS, Function.identity())).isEqualTo(ROWS);
        assertThat(faults.hiddenProperty().get()).isZero();

        faults.turn(true);

        assertThat(faults.of(ROWS, Function.identity()))
                .containsExactly(Severity.CRITICAL, Severity.WARNING, Severity.UNKNOWN);
        assertThat(faults.hiddenProperty().get()).isEqualTo(2);
    }

    @Test
    void theRowsAreListedAnewWhenItIsTurnedAndOnlyThen() {
        faults.turn(false);
        assertThat(changes).hasValue(0);
        faults.toggle();
        faults.turn(true);
        assertThat(changes).hasValue(1);
        faults.toggle();
        assertThat(changes).hasValue(2);

        var other = new OnlyFaults(changes::incrementAndGet);
        faults.toggle();
        other.goOn(faults);
        assertThat(other.onProperty().get()).isTrue();
        assertThat(changes).hasValue(3);
    }

    @Test
    void anEmptyListIsToldToBeFineOnlyWhereThatIsWhy() {
        faults.turn(true);
        faults.of(List.of(Severity.FINE, Severity.FINE), Function.identity());

        assertThat(faults.emptyText(words, 0)).isEqualTo("Nothing is at fault: 2 hidden. F shows them.");
        assertThat(faults.emptyText(words, 1)).isEmpty();
        faults.hides(0);
        assertThat(faults.emptyText(words, 0)).isEmpty();
    }
}
