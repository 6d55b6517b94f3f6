package io.watchdeck.fleet.ledger;

import io.watchdeck.fleet.ledger.LedgerStore.Count;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// How many lines there are, by time.
public record LedgerCounts(List<Count> quarters) {

    public LedgerCounts {
        quarters = List.copyOf(quarters);
    }

    public record Tally(int interruptions, int placementFailures) {

        private Tally plus(Count count) {
            return switch (count.kind()) {
                case INTERRUPTION -> new Tally(interruptions + count.lines(), placementFailures);
                case PLACEMENT_FAILURE -> new Tally(interruptions, placementFailures + count.lines());
            };
        }
    }

    public Tally all() {
        return by(_ -> 0).values().stream().findFirst().orElse(new Tally(0, 0));
    }

    /// Of the days of a time zone that have any.
    public SortedMap<LocalDate, Tally> byDay(ZoneId zone) {
        return by(quarter -> LocalDate.ofInstant(quarter, zone));
    }

    /// Of the hours of a time zone that have any, by their begin.
    public SortedMap<Instant, Tally> byHour(ZoneId zone) {
        return by(quarter -> quarter.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant());
    }

    private <K extends Comparable<? super K>> SortedMap<K, Tally> by(Function<Instant, K> when) {
        var sums = new TreeMap<K, Tally>();
        quarters.forEach(one -> sums.merge(when.apply(one.quarter()), new Tally(0, 0).plus(one),
                (before, _) -> before.plus(one)));
        return sums;
    }
}
