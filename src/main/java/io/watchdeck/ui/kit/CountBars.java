package io.watchdeck.ui.kit;

import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.util.List;

/// How often something happened, each stretch of time a bar of parts upon each other, with all the words that the picture
/// needs. What nobody watched is no zero: it is hatched, whatever was learnt of it.
///
/// @param range    from the first stretch to the last
/// @param parts    from below
/// @param slots    in order of time, without a hole
/// @param gaps     in which nobody watched
/// @param ticks    what is written below
/// @param sentence what a screen reader says instead of the picture
public record CountBars(TimeRange range, List<Part> parts, List<Slot> slots, List<Gap> gaps, List<Tick> ticks,
        String sentence) {

    public CountBars {
        parts = List.copyOf(parts);
        slots = List.copyOf(slots);
        gaps = List.copyOf(gaps);
        ticks = List.copyOf(ticks);
    }

    /// @param colour which of the series colours, from 1
    public record Part(String name, int colour) {}

    /// @param counts of each part
    /// @param said   below its title: first one line for each part, then what else there is to say
    public record Slot(TimeRange range, String title, List<Integer> counts, List<String> said) {
        public Slot {
            counts = List.copyOf(counts);
            said = List.copyOf(said);
        }

        public int sum() {
            return counts.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// @param text said in it where there is room
    public record Gap(TimeRange range, String text) {}

    public record Tick(Instant at, String text) {}
}
