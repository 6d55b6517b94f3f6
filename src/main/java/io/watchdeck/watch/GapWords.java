package io.watchdeck.watch;

import io.watchdeck.model.Phrase;
import io.watchdeck.watch.StackSnapshot.Gap;

/// Says in words what a gap lacks, where its path is for programs: `databases[main].connections` is `main, connections`.
public final class GapWords {

    /// Between a component and the id of a metric that has no place of its own: `queues[jobs].metrics.queue.oldestAge`.
    static final String METRICS = ".metrics.";

    private GapWords() {}

    /// The component and what of it is missing.
    public static Phrase of(Gap gap) {
        String path = gap.path();
        int end = path.lastIndexOf(']');
        return end < 0 ? noun(gap)
                : Phrase.of("gap.of", noun(gap), path.substring(path.lastIndexOf('[', end) + 1, end));
    }

    /// What is missing, whatever component it is of.
    public static Phrase noun(Gap gap) {
        String path = gap.path();
        int metric = path.lastIndexOf(METRICS);
        if (metric >= 0) {
            return Phrase.of("metric." + path.substring(metric + METRICS.length()));
        }
        int end = path.lastIndexOf("].");
        if (end >= 0) {
            return Phrase.of("gap." + path.substring(end + 2));
        }
        int begin = path.indexOf('[');
        return Phrase.of("gap." + (begin < 0 ? path : path.substring(0, begin)));
    }
}
