package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.kit.LaneData.Bar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BarRowsTest {

    private static final Instant NOON = Instant.parse("2026-09-22T12:00:00Z");
    private final LaneLayout layout =
            LaneLayout.of(LaneData.empty(TimeRange.last(Duration.ofDays(1), NOON)), 1000, 300);

    private static Bar bar(String name, Tone tone, int from, int to) {
        return new Bar(name, new TimeRange(NOON.minus(Duration.ofMinutes(from)), NOON.minus(Duration.ofMinutes(to))),
                Optional.empty(), tone, name);
    }

    private static List<String> names(BarRows.Row row) {
        return row.bars().stream().flatMap(one -> one.name().stream()).map(BarRows.Name::text).toList();
    }

    private static List<String> all(BarRows rows) {
        return rows.rows().stream().flatMap(row -> names(row).stream()).toList();
    }

    @Test
    void whatBeginsRightBehindAnotherStandsInARowOfItsOwnWithItsName() {
        BarRows rows = BarRows.of(layout, List.of(bar("Unhealthy targets", Tone.WARNING, 40, 36),
                bar("ALB 5xx", Tone.CRITICAL, 36, 0)));

        assertThat(rows.rows()).extracting(BarRowsTest::names)
                .containsExactly(List.of("ALB 5xx"), List.of("Unhealthy targets"));
    }

    @Test
    void theWorstAreNamedAndTheRestIsCounted() {
        List<Bar> warnings = IntStream.range(0, 5)
                .mapToObj(number -> bar("Pending tasks " + number, Tone.WARNING, 60 - number, 10)).toList();
        BarRows rows = BarRows.of(layout, Stream.concat(warnings.stream(),
                Stream.of(bar("ALB 5xx", Tone.CRITICAL, 30, 0),
                        bar("RDS connections", Tone.CRITICAL, 20, 0)))
                .toList());

        assertThat(all(rows)).containsExactly("ALB 5xx", "RDS connections");
        assertThat(rows.rows().getLast().named()).isFalse();
        assertThat(rows.rows().getLast().bars()).hasSize(5);
        assertThat(rows.others()).map(BarRows.Name::text).contains("+5");
    }

    @Test
    void aNameIsCloserToItsBarThanToAnyOther() {
        List<Bar> many = IntStream.range(0, 6).mapToObj(number -> bar("Alarm of number " + number,
                number % 2 == 0 ? Tone.WARNING : Tone.CRITICAL, 1400 - number * 220, 1390 - number * 220)).toList();
        BarRows rows = BarRows.of(layout, many);

        assertThat(all(rows)).hasSize(6);
        for (BarRows.Row row : rows.rows()) {
            for (BarRows.Placed one : row.bars()) {
                BarRows.Name name = one.name().orElseThrow();
                double own = Math.max(name.from() - one.end(), one.start() - name.to());
                assertThat(row.bars()).filteredOn(other -> other != one)
                        .allMatch(other -> Math.max(name.from() - other.end(), other.start() - name.to()) > 2 * own);
            }
        }
    }

    @Test
    void whatGoesOnAgainAndAgainIsNamedOnceInItsRow() {
        BarRows rows = BarRows.of(layout, List.of(bar("Queue age", Tone.WARNING, 100, 90),
                bar("Queue age", Tone.WARNING, 80, 70), bar("Queue age", Tone.WARNING, 60, 50)));

        assertThat(rows.rows()).hasSize(1);
        assertThat(all(rows)).containsExactly("Queue age");
    }

    @Test
    void aNameThatIsTooLongForTheLaneIsCutOff() {
        String name = "An alarm ".repeat(40);

        assertThat(all(BarRows.of(layout, List.of(bar(name, Tone.CRITICAL, 600, 300))))).singleElement()
                .satisfies(said -> assertThat(said).startsWith("An alarm An").endsWith("…"));
    }
}
