package io.watchdeck.ui.kit;

import io.watchdeck.model.TimeRange;
import io.watchdeck.words.Words;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/// Where an axis of time has its ticks, and what they say: round times of the local clock and calendar, whatever daylight
/// saving time does between them.
final class TimeAxis {

    private static final List<Integer> MINUTES = List.of(1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720);
    private static final List<Integer> DAYS = List.of(1, 2, 7, 14);
    private static final List<Integer> MONTHS = List.of(1, 3, 6);
    private static final double OF_CLOCK = 58;
    private static final double OF_DAY = 66;
    private static final double OF_WEEKDAY = 92;
    private static final double OF_MONTH = 52;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(365);
    /// The offsets of all zones from UTC are multiples of it.
    private static final long QUARTER = 900;

    private final Words words;
    private final ZoneId zone;

    /// @param turn a new day in an axis of hours, a new year in one of months
    record Tick(Instant at, String label, boolean turn) {}

    TimeAxis(Words words) {
        this.words = words;
        zone = words.zone();
    }

    /// @param width in pixels
    List<Tick> ticks(TimeRange range, double width) {
        if (!range.from().isBefore(range.to())) {
            return List.of();
        }
        for (int minutes : MINUTES) {
            if (fits(range, Duration.ofMinutes(minutes), width, OF_CLOCK)) {
                return ofClock(range, minutes * 60L);
            }
        }
        for (int days : DAYS) {
            boolean weekday = days == 1 && fits(range, DAY, width, OF_WEEKDAY);
            if (weekday || fits(range, Duration.ofDays(days), width, OF_DAY)) {
                return ofDays(range, days, weekday);
            }
        }
        for (int months : MONTHS) {
            if (fits(range, MONTH.multipliedBy(months), width, OF_MONTH)) {
                return ofMonths(range, months);
            }
        }
        int years = 1;
        while (!fits(range, YEAR.multipliedBy(years), width, OF_MONTH)) {
            years *= 2;
        }
        return ofMonths(range, 12 * years);
    }

    private static boolean fits(TimeRange range, Duration step, double width, double each) {
        return step.toMillis() * width >= range.length().toMillis() * each;
    }

    /// Where the clock is put back, an hour comes twice: its ticks too, but only as close as the others.
    private List<Tick> ofClock(TimeRange range, long step) {
        // Whatever quarter of an hour a zone is off by, its round times are among these.
        long grain = BigInteger.valueOf(step).gcd(BigInteger.valueOf(QUARTER)).longValue();
        long closest = step * 3 / 4;
        var ticks = new ArrayList<Tick>();
        long last = Long.MIN_VALUE / 2;
        for (long second = Math.ceilDiv(range.from().getEpochSecond(), grain) * grain; second <= range.to()
                .getEpochSecond(); second += grain) {
            Instant at = Instant.ofEpochSecond(second);
            LocalTime clock = LocalTime.ofInstant(at, zone);
            if (clock.toSecondOfDay() % step == 0 && second - last >= closest) {
                boolean midnight = clock.equals(LocalTime.MIDNIGHT);
                ticks.add(new Tick(at, midnight ? words.day(LocalDate.ofInstant(at, zone)) : words.clock(at),
                        midnight));
                last = second;
            }
        }
        return ticks;
    }

    private List<Tick> ofDays(TimeRange range, int step, boolean weekday) {
        LocalDate day = LocalDate.ofInstant(range.from(), zone);
        if (step >= 7) {
            day = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
        var ticks = new ArrayList<Tick>();
        for (; !begin(day).isAfter(range.to()); day = day.plusDays(step)) {
            if (!begin(day).isBefore(range.from())) {
                ticks.add(new Tick(begin(day), weekday ? words.weekday(day) : words.day(day), false));
            }
        }
        return ticks;
    }

    private List<Tick> ofMonths(TimeRange range, int step) {
        LocalDate first = LocalDate.ofInstant(range.from(), zone).withDayOfYear(1);
        int years = step / 12;
        LocalDate month = years > 1 ? first.withYear(Math.floorDiv(first.getYear(), years) * years) : first;
        var ticks = new ArrayList<Tick>();
        for (; !begin(month).isAfter(range.to()); month = month.plusMonths(step)) {
            if (!begin(month).isBefore(range.from())) {
                boolean year = month.getMonthValue() == 1;
                ticks.add(new Tick(begin(month), year ? words.year(month) : words.month(month), year && step < 12));
            }
        }
        return ticks;
    }

    /// Mostly midnight, but there are days that begin at one.
    private Instant begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
