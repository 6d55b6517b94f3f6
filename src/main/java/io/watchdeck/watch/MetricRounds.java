package io.watchdeck.watch;

import io.watchdeck.model.StackId;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.WantedMetrics.Need;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// When the metrics of each stack were read last, and whose turn it is: stacks that somebody attends to each time, others
/// when their time has passed. Any thread.
final class MetricRounds {

    private final Rhythm rhythm;
    private final Attention attention;
    private final Clock clock;
    private final Map<StackId, Instant> read = new ConcurrentHashMap<>();
    /// When at least those were read that a rule needs.
    private final Map<StackId, Instant> judged = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();

    MetricRounds(Rhythm rhythm, Attention attention, Clock clock) {
        this.rhythm = rhythm;
        this.attention = attention;
        this.clock = clock;
    }

    boolean isUnderWay() {
        return underWay.get() > 0;
    }

    /// Whether all of them were read since the begin.
    boolean haveRead(Collection<StackFile> stacks) {
        return stacks.stream().allMatch(stack -> judged.containsKey(stack.id()));
    }

    /// Makes it the turn of these.
    void again(Collection<StackFile> stacks) {
        stacks.forEach(stack -> {
            read.remove(stack.id());
            judged.remove(stack.id());
        });
    }

    /// Blocking.
    ///
    /// @param begun told when the reading is under way
    SiteReader.MetricsRead read(Site site, Runnable begun) {
        Instant now = clock.instant();
        var needs = new HashMap<StackFile, Need>();
        site.stacks().forEach(stack -> needs.put(stack, attention.need(stack.id())));
        Function<StackId, Duration> every = attention.every();
        List<StackFile> due = site.stacks().stream()
                .filter(stack -> isDue(stack, needs.get(stack), every.apply(stack.id()), now)).toList();
        if (due.isEmpty()) {
            return new SiteReader.MetricsRead(List.of(), false, false);
        }
        underWay.incrementAndGet();
        try {
            begun.run();
            SiteReader.MetricsRead metrics = site.reader().readMetrics(due, needs::get);
            metrics.stacks().forEach(stack -> {
                judged.put(stack.id(), now);
                if (needs.get(stack) != Need.RULES) {
                    read.put(stack.id(), now);
                }
            });
            return metrics;
        } finally {
            underWay.decrementAndGet();
        }
    }

    private boolean isDue(StackFile stack, Need need, Duration every, Instant now) {
        Instant last = (need == Need.RULES ? judged : read).getOrDefault(stack.id(), Instant.EPOCH);
        return every.equals(rhythm.metricsAttended()) || Lapse.isOver(last, every, now);
    }
}
