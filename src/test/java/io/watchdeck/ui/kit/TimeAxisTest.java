package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.TimeRange;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeAxisTest {

    private static final double WIDTH = 760;

    @Test
    void threeHoursHaveATickEveryQuarterOrHalfHour() {
        assertThat(labels("Asia/Seoul", "2026-09-22T01:42:12Z", "2026-09-22T04:42:12Z", Locale.ENGLISH))
                .containsExactly("10:45", "11:00", "11:15", "11:30", "11:45", "12:00", "12:15", "12:30", "12:45",
                        "13:00", "13:15", "13:30");
    }

    @Test
    void midnightNamesItsDay() {
        assertThat(labels("Asia/Seoul", "2026-09-21T04:42:12Z", "2026-09-22T04:42:12Z", Locale.ENGLISH))
                .containsExactly("14:00", "16:00", "18:00", "20:00", "22:00", "22 Sep", "02:00", "04:00", "06:00",
                        "08:00", "10:00", "12:00");
        assertThat(labels("Asia/Seoul", "2026-09-21T04:42:12Z", "2026-09-22T04:42:12Z", Locale.KOREAN))
                .contains("9월 22일");
    }

    @Test
    void aWeekHasItsDaysWithTheirNames() {
        assertThat(labels("Asia/Seoul", "2026-09-15T04:00:00Z", "2026-09-22T04:00:00Z", Locale.ENGLISH))
                .containsExactly("Wed 16 Sep", "Thu 17 Sep", "Fri 18 Sep", "Sat 19 Sep", "Sun 20 Sep", "Mon 21 Sep",
                        "Tue 22 Sep");
    }

    @Test
    void twoMonthsHaveTheirMondays() {
        assertThat(labels("Asia/Seoul", "2026-07-21T04:00:00Z", "2026-09-22T04:00:00Z", Locale.ENGLISH))
                .containsExactly("27 Jul", "3 Aug", "10 Aug", "17 Aug", "24 Aug", "31 Aug", "7 Sep", "14 Sep",
                        "21 Sep");
    }

    @Test
    void aYearHasItsMonthsAndNamesTheNewOne() {
        assertThat(labels("Asia/Seoul", "2025-09-22T04:00:00Z", "2026-09-22T04:00:00Z", Locale.ENGLISH))
                .containsExactly("Oct", "Nov", "Dec", "2026", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep");
        assertThat(labels("Asia/Seoul", "2023-09-22T04:00:00Z", "2026-09-22T04:00:00Z", Locale.KOREAN))
                .containsExactly("10월", "2024년", "4월", "7월", "10월", "2025년", "4월", "7월", "10월", "2026년", "4월",
                        "7월");
    }

    /// In Berlin the clock went from 02:00 to 03:00 on 29 March 2026 and goes from 03:00 to 02:00 on 25 October.
    @Test
    void ticksStayRoundWhereTheClockIsPutForwardOrBack() {
        assertThat(labels("Europe/Berlin", "2026-03-28T21:00:00Z", "2026-03-29T09:00:00Z", Locale.ENGLISH))
                .containsExactly("22:00", "23:00", "29 Mar", "01:00", "03:00", "04:00", "05:00", "06:00", "07:00",
                        "08:00", "09:00", "10:00", "11:00");
        assertThat(labels("Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-25T04:00:00Z", Locale.ENGLISH))
                .containsSubsequence("01:30", "02:00", "02:30", "02:00", "02:30", "03:00");
        assertThat(labels("Europe/Berlin", "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z", Locale.ENGLISH))
                .containsSubsequence("25 Oct", "02:00", "04:00", "06:00").containsOnlyOnce("02:00");
        assertThat(ticks("Europe/Berlin", "2026-10-23T00:00:00Z", "2026-10-28T00:00:00Z", Locale.ENGLISH))
                .filteredOn(tick -> tick.label().endsWith("Oct")).extracting(TimeAxis.Tick::at)
                .contains(Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T23:00:00Z"));
    }

    /// Nepal is 5 h 45 min ahead of UTC.
    @Test
    void ticksAreRoundWhereTheZoneIsAQuarterOfAnHourOff() {
        assertThat(labels("Asia/Kathmandu", "2026-09-22T04:00:00Z", "2026-09-22T04:20:00Z", Locale.ENGLISH))
                .startsWith("09:46", "09:48", "09:50").endsWith("10:04");
        assertThat(labels("Asia/Kathmandu", "2026-09-22T04:00:00Z", "2026-09-22T06:00:00Z", Locale.ENGLISH))
                .startsWith("09:50", "10:00", "10:10").endsWith("11:40");
        assertThat(labels("Asia/Kathmandu", "2026-09-22T04:00:00Z", "2026-09-22T10:00:00Z", Locale.ENGLISH))
                .startsWith("10:00", "10:30", "11:00").endsWith("15:30");
    }

    /// In Santiago 6 September 2026 begins at 01:00.
    @Test
    void aDayWithoutMidnightBeginsWhenItBegins() {
        assertThat(ticks("America/Santiago", "2026-09-03T12:00:00Z", "2026-09-10T12:00:00Z", Locale.ENGLISH))
                .filteredOn(tick -> tick.label().equals("Sun 6 Sep")).extracting(TimeAxis.Tick::at)
                .containsExactly(Instant.parse("2026-09-06T04:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 7, 30, 60, 180, 1440, 4320, 10_080, 21_600, 90_720, 525_600, 1_576_800, 10_000_000})
    void ticksAreNeverSoCloseThatTheirLabelsMeet(long minutes) {
        Instant end = Instant.parse("2026-10-25T04:42:12Z");
        var range = TimeRange.last(Duration.ofMinutes(minutes), end);
        var words = new Words(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));

        List<TimeAxis.Tick> ticks = new TimeAxis(words).ticks(range, WIDTH);

        assertThat(ticks).isNotEmpty();
        for (int index = 1; index < ticks.size(); index++) {
            double apart = Duration.between(ticks.get(index - 1).at(), ticks.get(index).at()).toMillis() * WIDTH
                    / range.length().toMillis();
            assertThat(apart).as(ticks.get(index).label()).isGreaterThan(42);
        }
    }

    @Test
    void noTimeHasNoTicks() {
        assertThat(ticks("UTC", "2026-09-22T04:00:00Z", "2026-09-22T04:00:00Z", Locale.ENGLISH)).isEmpty();
    }

    private static List<String> labels(String zone, String from, String to, Locale language) {
        return ticks(zone, from, to, language).stream().map(TimeAxis.Tick::label).toList();
    }

    private static List<TimeAxis.Tick> ticks(String zone, String from, String to, Locale language) {
        return new TimeAxis(new Words(language, ZoneId.of(zone)))
                .ticks(new TimeRange(Instant.parse(from), Instant.parse(to)), WIDTH);
    }
}
