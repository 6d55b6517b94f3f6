package io.watchdeck.ui.spot;

import io.watchdeck.fleet.ledger.LedgerCounts;
import io.watchdeck.fleet.ledger.LedgerCounts.Tally;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.kit.CountBars;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Puts the counts of hours or days of the local zone into bars. An hour or a day of which something was not watched says
/// so: its count is then what is known at least.
final class SpotBars {

    private static final int INTERRUPTED = 1;
    private static final int NOT_PLACED = 3;
    private static final int NAMED = 8;

    private final SpotText text;
    private final Words words;
    private final ZoneId zone;

    SpotBars(SpotText text) {
        this.text = text;
        words = text.words();
        zone = words.zone();
    }

    CountBars hours(Together all, TimeRange asked) {
        Map<Instant, Tally> counts = all.counts().byHour(zone);
        var slots = new ArrayList<TimeRange>();
        for (Instant at = hour(asked.from()); at.isBefore(asked.to()); at = at.plus(Duration.ofHours(1))) {
            slots.add(new TimeRange(at, at.plus(Duration.ofHours(1))));
        }
        return bars(all, asked, slots.stream().map(slot -> slot(slot, counts.getOrDefault(slot.from(), none()), all,
                text.say("ui.spot.bars.hour", words.day(LocalDate.ofInstant(slot.from(), zone)),
                        words.clock(slot.from()),
                        words.clock(slot.to()))))
                .toList(), ticksOfHours(slots));
    }

    CountBars days(Together all, TimeRange asked) {
        Map<LocalDate, Tally> counts = all.counts().byDay(zone);
        var slots = new ArrayList<TimeRange>();
        LocalDate last = LocalDate.ofInstant(asked.to(), zone);
        for (LocalDate day = LocalDate.ofInstant(asked.from(), zone); !day.isAfter(last); day = day.plusDays(1)) {
            slots.add(
                    new TimeRange(day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant()));
        }
        return bars(all, asked, slots.stream().map(slot -> slot(slot, counts.getOrDefault(
                LocalDate.ofInstant(slot.from(), zone), none()), all,
                words.weekday(LocalDate.ofInstant(slot.from(), zone)))).toList(), ticksOfDays(slots));
    }

    private static Tally none() {
        return new LedgerCounts(List.of()).all();
    }

    private Instant hour(Instant at) {
        return at.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
    }

    private CountBars bars(Together all, TimeRange asked, List<CountBars.Slot> slots, List<CountBars.Tick> ticks) {
        List<CountBars.Gap> gaps = all.gaps().stream()
                .map(gap -> new CountBars.Gap(gap, text.say("ui.spot.bars.gap"))).toList();
        return new CountBars(new TimeRange(slots.getFirst().range().from(), slots.getLast().range().to()),
                List.of(new CountBars.Part(text.say("ui.spot.interruptions"), INTERRUPTED),
                        new CountBars.Part(text.say("ui.spot.failures"), NOT_PLACED)),
                slots, gaps, ticks, sentence(all, asked));
    }

    private CountBars.Slot slot(TimeRange range, Tally tally, Together all, String title) {
        Duration unwatched = all.gaps().stream()
                .map(gap -> overlap(gap, range)).reduce(Duration.ZERO, Duration::plus);
        List<Integer> counts = List.of(tally.interruptions(), tally.placementFailures());
        var said = new ArrayList<String>();
        if (unwatched.compareTo(range.length()) >= 0 && tally.interruptions() + tally.placementFailures() == 0) {
            said.add(text.say("ui.spot.bars.notKnown", text.say("ui.spot.interruptions")));
            said.add(text.say("ui.spot.bars.notKnown", text.say("ui.spot.failures")));
            said.add(text.say("ui.spot.bars.unwatched"));
            return new CountBars.Slot(range, title, counts, said);
        }
        String least = unwatched.isZero() ? "ui.spot.bars.count" : "ui.spot.bars.least";
        said.add(text.say(least, text.say("ui.spot.interruptions"), tally.interruptions()));
        said.add(text.say(least, text.say("ui.spot.failures"), tally.placementFailures()));
        if (!unwatched.isZero()) {
            said.add(text.say("ui.spot.bars.partly", unwatched));
        }
        return new CountBars.Slot(range, title, counts, said);
    }

    private static Duration overlap(TimeRange one, TimeRange other) {
        Instant from = one.from().isAfter(other.from()) ? one.from() : other.from();
        Instant to = one.to().isBefore(other.to()) ? one.to() : other.to();
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }

    private String sentence(Together all, TimeRange asked) {
        return text.say("ui.spot.bars.sentence", all.tally().interruptions(), all.tally().placementFailures(),
                words.moment(asked.from()), words.moment(asked.to()),
                all.gaps().isEmpty() ? text.say("ui.spot.bars.wholly")
                        : text.say("ui.spot.bars.gaps", text.gaps(all, asked.to())));
    }

    private List<CountBars.Tick> ticksOfHours(List<TimeRange> slots) {
        boolean many = slots.size() > 30;
        return slots.stream().map(TimeRange::from).filter(at -> at.atZone(zone).getHour() % (many ? 24 : 3) == 0)
                .map(at -> new CountBars.Tick(at, many || at.atZone(zone).getHour() == 0
                        ? words.day(LocalDate.ofInstant(at, zone)) : words.clock(at)))
                .toList();
    }

    private List<CountBars.Tick> ticksOfDays(List<TimeRange> slots) {
        int apart = Math.max(1, Math.ceilDiv(slots.size(), NAMED));
        var ticks = new ArrayList<CountBars.Tick>();
        for (int slot = slots.size() - 1; slot >= 0; slot -= apart) {
            TimeRange day = slots.get(slot);
            ticks.add(new CountBars.Tick(day.from().plus(day.length().dividedBy(2)),
                    words.day(LocalDate.ofInstant(day.from(), zone))));
        }
        return ticks.reversed();
    }
}
