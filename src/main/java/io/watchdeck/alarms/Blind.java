package io.watchdeck.alarms;

import io.watchdeck.model.TimeRange;
import java.util.Comparator;
import java.util.List;

/// Time of which nobody knows what happened. To be asked in order of time, by one thread at a time.
final class Blind {

    private final List<TimeRange> unread;
    private int begun;
    private long until = Long.MIN_VALUE;

    /// @param unread in any order
    Blind(List<TimeRange> unread) {
        this.unread = unread.stream().filter(range -> range.from().isBefore(range.to()))
                .sorted(Comparator.comparing(TimeRange::from)).toList();
    }

    /// Whether any of it lies between two seconds since 1970.
    ///
    /// @param to no earlier than that of the question before
    boolean reaches(long from, long to) {
        while (begun < unread.size() && unread.get(begun).from().getEpochSecond() < to) {
            var end = unread.get(begun).to();
            until = Math.max(until, end.getEpochSecond() + (end.getNano() == 0 ? 0 : 1));
            begun++;
        }
        return until > from;
    }
}
