package io.watchdeck.watch;

import io.watchdeck.model.StackId;
import io.watchdeck.refresh.Saving;
import io.watchdeck.stack.StackFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// When the metrics of each stack were read last, and whose turn it is: stacks that somebody attends to each time, others
/// in the rhythm of metrics. Any thread.
final class MetricRounds {

    private final Rhythm rhythm;
    private final Supplier<Saving> saving;
    private final Clock clock;
    private final Map<StackId, Instant> read = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();

    /// @param saving what is done without just now
    MetricRounds(Rhythm rhythm, Supplier<Saving> saving, Clock clock) {
        this.rhythm = rhythm;
        this.saving = saving;
        this.clock = clock;
    }

    boolean isUnderWay() {
        return underWay.get() > 0;
    }

    /// Whether all of them were read since the begin.
    boolean haveRead(Collection<StackFile> stacks) {
        return stacks.stream().allMatch(stack -> read.containsKey(stack.id()));
    }

    /// Makes it the turn of these.
    void again(Collection<StackFile> stacks) {
        stacks.forEach(stack -> read.remove(stack.id()));
    }

    /// Blocking.
    ///
    /// @param attended which stacks are read each time
    /// @param seen     the stack of which all is read
    /// @param begun    told when the reading is under way
    SiteReader.MetricsRead read(Site site, Predicate<StackId> attended, Optional<StackId> seen, Runnable begun) {
        Instant now = clock.instant();
        Saving spared = saving.get();
        Duration often = rhythm.metricsAttended(spared);
        boolean eachTime = often.equals(rhythm.metricsAttended());
        List<StackFile> some = new ArrayList<>(site.stacks().stream().filter(stack -> attended.test(stack.id()))
                .filter(stack -> eachTime || isDue(stack, often, now)).toList());
        site.stacks().stream()
                .filter(stack -> !attended.test(stack.id()) && isDue(stack, rhythm.metrics(spared), now))
                .toList().forEach(some::add);
        underWay.incrementAndGet();
        try {
            begun.run();
            SiteReader.MetricsRead metrics =
                    site.reader().readMetrics(some, stack -> seen.filter(stack.id()::equals).isPresent());
            metrics.stacks().forEach(stack -> read.put(stack.id(), now));
            return metrics;
        } finally {
            underWay.decrementAndGet();
        }
    }

    /// A time that is still to come was told by a clock that has been put back since.
    private boolean isDue(StackFile stack, Duration every, Instant now) {
        Instant last = read.getOrDefault(stack.id(), Instant.EPOCH);
        return last.isAfter(now) || last.plus(every).isBefore(now);
    }
}
