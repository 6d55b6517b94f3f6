package io.watchdeck.watch;

import io.watchdeck.model.StackId;
import io.watchdeck.stack.StackFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Reads what is read only while somebody looks, for those who want all of some stacks at once. Each time costs, so that
/// what is younger than the interval between two readings is taken as it is. Blocking; any thread.
final class Looks {

    private final Duration every;
    private final Clock clock;
    private final Map<StackId, Instant> read = new ConcurrentHashMap<>();

    Looks(Rhythm rhythm, Clock clock) {
        every = rhythm.every(Subject.METRICS);
        this.clock = clock;
    }

    void at(Collection<Site> sites, Collection<StackFile> some) {
        Instant now = clock.instant();
        for (Site site : sites) {
            List<StackFile> due = site.stacks().stream().filter(some::contains)
                    .filter(stack -> !read.getOrDefault(stack.id(), Instant.EPOCH).plus(every).isAfter(now)).toList();
            if (!due.isEmpty()) {
                site.reader().readMetrics(due, _ -> true).stacks().forEach(stack -> read.put(stack.id(), now));
            }
        }
    }
}
