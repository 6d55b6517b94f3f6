package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.cost.Bill;
import io.watchdeck.cost.CostSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Readings;
import io.watchdeck.refresh.Saving;
import io.watchdeck.stack.CostFilter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What is done without as the cap comes near: first costs, then metrics.
class SparedTest {

    private static final CostFilter ALL = new CostFilter(Map.of(), List.of());
    private static final LocalDate DAY = LocalDate.parse("2026-09-21");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-22T05:00:00Z"), ZoneOffset.UTC);

    private final AtomicInteger asked = new AtomicInteger();

    private final class Costs implements CostSource {
        @Override
        public Map<CostFilter, Reading<Bill>> bills(Collection<CostFilter> filters, LocalDate first) {
            asked.incrementAndGet();
            return Map.of(ALL, Reading.known(Bill.nothing(first, DAY), CLOCK.instant()));
        }

        @Override
        public Map<CostFilter, Reading<Bill>> usages(Map<CostFilter, Set<String>> services, LocalDate first) {
            return bills(services.keySet(), first);
        }

        @Override
        public int requests(Collection<CostFilter> filters) {
            return filters.size();
        }
    }

    @Test
    void costsAreAskedWhileThereIsRoom() {
        assertThat(Readings.value(bill(Saving.NONE)).asOf()).isEqualTo(DAY);
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(value = Saving.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void costsAreTheFirstThatIsDoneWithout(Saving saving) {
        assertThat(Readings.failure(bill(saving)).kind()).isEqualTo(Failure.Kind.CAPPED);
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"NONE, 1, 5", "COST, 1, 5", "METRICS, 5, 15", "ALL, 5, 15"})
    void metricsComeLessOften(Saving saving, long attended, long others) {
        Rhythm rhythm = Rhythm.standard();

        assertThat(rhythm.metricsAttended(saving)).isEqualTo(Duration.ofMinutes(attended));
        assertThat(rhythm.metrics(saving)).isEqualTo(Duration.ofMinutes(others));
    }

    private Reading<Bill> bill(Saving saving) {
        return new SparedCosts(new Costs(), () -> saving, CLOCK).bills(List.of(ALL), DAY).get(ALL);
    }
}
