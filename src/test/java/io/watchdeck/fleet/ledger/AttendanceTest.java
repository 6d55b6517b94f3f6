package io.watchdeck.fleet.ledger;

import static io.watchdeck.fleet.ledger.Lines.NOW;
import static io.watchdeck.fleet.ledger.Lines.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watchdeck.fleet.ledger.LedgerCounts.Tally;
import io.watchdeck.fleet.ledger.LedgerEntry.Kind;
import io.watchdeck.fleet.ledger.LedgerStore.Brief;
import io.watchdeck.fleet.ledger.LedgerStore.Count;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.SpotExpectation.Percent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Watched time, and what is counted over it.
class AttendanceTest {

    private static final TimeRange ASKED = range(-86_400, 0);

    private static TimeRange range(long from, long to) {
        return new TimeRange(at(from), at(to));
    }

    private static Attendance attendance(long since, TimeRange... looks) {
        return Attendance.of(ASKED, Optional.of(at(since)), Watched.of(List.of(looks)), NOW);
    }

    @Test
    void gapsLieBetweenTheLooks() {
        Attendance attendance = attendance(-100_000, range(-90_000, -40_000), range(-20_000, 0));

        assertThat(attendance.gaps()).containsExactly(range(-40_000, -20_000));
        assertThat(attendance.range()).isEqualTo(ASKED);
        assertThat(attendance.share()).isCloseTo(66_400 / 86_400.0, within(1e-9));
    }

    @Test
    void beforeTheFirstLookEverThereIsNoGap() {
        Attendance attendance = attendance(-7200, range(-7200, 0));

        assertThat(attendance.gaps()).isEmpty();
        assertThat(attendance.range()).isEqualTo(range(-7200, 0));
        assertThat(attendance.share()).isEqualTo(1);
    }

    @Test
    void whereNobodyEverLookedThereIsNothing() {
        Attendance attendance = Attendance.of(ASKED, Optional.empty(), Watched.never(), NOW);

        assertThat(attendance.isAny()).isFalse();
        assertThat(attendance.range().length()).isZero();
        assertThat(attendance.share()).isZero();
    }

    @Test
    void whatTheNextLookWillCoverIsNoGapYet() {
        assertThat(attendance(-7200, range(-7200, -3600)).gaps()).isEmpty();
        assertThat(attendance(-7200, range(-7200, -3600)).range().to()).isEqualTo(at(-3600));
        assertThat(attendance(-7200, range(-7200, -3601)).gaps()).containsExactly(range(-3601, 0));
    }

    @Test
    void theFutureIsNoGap() {
        assertThat(Attendance.of(range(-3600, 3600), Optional.of(at(-9000)),
                Watched.of(List.of(range(-3600, -30))), NOW).range()).isEqualTo(range(-3600, -30));
    }

    @Test
    void whatHappenedInAGapIsOnNeitherSideOfTheRate() {
        Attendance attendance = attendance(-100_000, range(-90_000, -40_000), range(-20_000, 0));
        List<Brief> interruptions = List.of(brief(-50_000, true), brief(-30_000, true), brief(-10_000, true),
                brief(-5000, false));

        InterruptionRate rate = InterruptionRate.of(interruptions, 50, attendance);

        assertThat(rate.interrupted()).as("in watched time, of tasks that had begun to run").isEqualTo(2);
        assertThat(rate.percent()).hasValue(4);
        assertThat(rate.isAbove(Optional.of(new Percent(3, 5)))).contains(false);
        assertThat(rate.isAbove(Optional.of(new Percent(1, 3.9)))).contains(true);
        assertThat(rate.isAbove(Optional.empty())).isEmpty();
    }

    @Test
    void withoutATaskOnSpotThereIsNoRate() {
        InterruptionRate none = InterruptionRate.of(List.of(), 0, attendance(-7200, range(-7200, 0)));

        assertThat(none.percent()).isEmpty();
        assertThat(none.isAbove(Optional.of(new Percent(3, 5)))).isEmpty();
        assertThat(InterruptionRate.of(List.of(brief(-60, true)), 0, attendance(-7200, range(-7200, 0))).percent())
                .hasValue(100);
    }

    private static Brief brief(long at, boolean ran) {
        return new Brief(at(at), ran, false, Optional.empty());
    }

    @Test
    void daysAndHoursAreThoseOfATimeZone() {
        var counts = new LedgerCounts(List.of(
                new Count(Instant.parse("2026-09-21T14:45:00Z"), Kind.INTERRUPTION, 2),
                new Count(Instant.parse("2026-09-21T15:00:00Z"), Kind.INTERRUPTION, 1),
                new Count(Instant.parse("2026-09-21T15:15:00Z"), Kind.PLACEMENT_FAILURE, 4)));

        assertThat(counts.byDay(ZoneId.of("Asia/Seoul"))).isEqualTo(Map.of(LocalDate.parse("2026-09-21"),
                new Tally(2, 0), LocalDate.parse("2026-09-22"), new Tally(1, 4)));
        assertThat(counts.byDay(ZoneId.of("UTC"))).isEqualTo(Map.of(LocalDate.parse("2026-09-21"), new Tally(3, 4)));
        assertThat(counts.byHour(ZoneId.of("Asia/Kathmandu"))).containsOnlyKeys(Instant.parse("2026-09-21T14:15:00Z"),
                Instant.parse("2026-09-21T15:15:00Z"));
        assertThat(counts.all()).isEqualTo(new Tally(3, 4));
        assertThat(new LedgerCounts(List.of()).all()).isEqualTo(new Tally(0, 0));
    }
}
