package io.watchdeck.aws;

import io.watchdeck.metrics.MetricQuery;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Cuts metric queries into `GetMetricData` calls: as few as 500 queries and 100,800 points a call allow.
final class MetricBatches {

    static final int QUERIES_A_CALL = 500;
    static final long POINTS_A_CALL = 100_800;

    /// One call.
    ///
    /// @param range its ends are multiples of every period in it, because CloudWatch counts periods from there
    record Batch(List<MetricQuery> queries, TimeRange range) {
        Batch {
            queries = List.copyOf(queries);
        }
    }

    private MetricBatches() {}

    static List<Batch> of(Collection<MetricQuery> queries, TimeRange range) {
        if (queries.isEmpty()) {
            return List.of();
        }
        long shortest = queries.stream().mapToLong(query -> query.period().toSeconds()).min().orElseThrow();
        long common = queries.stream().mapToLong(query -> query.period().toSeconds())
                .reduce(1, MetricBatches::leastCommonMultiple);
        Instant end = up(range.to(), common);
        // A single metric may fill a call; the windows are whole periods for each of the queries.
        long window = Math.max(common, POINTS_A_CALL * shortest / common * common);
        var batches = new ArrayList<Batch>();
        for (Instant from = down(range.from(), common); from.isBefore(end); from = from.plusSeconds(window)) {
            Instant to = from.plusSeconds(window);
            batches.addAll(within(queries, new TimeRange(from, to.isBefore(end) ? to : end)));
        }
        return batches;
    }

    private static List<Batch> within(Collection<MetricQuery> queries, TimeRange range) {
        var batches = new ArrayList<Batch>();
        var batch = new ArrayList<MetricQuery>();
        long points = 0;
        for (MetricQuery query : queries) {
            long more = range.length().toSeconds() / query.period().toSeconds();
            if (batch.size() == QUERIES_A_CALL || !batch.isEmpty() && points + more > POINTS_A_CALL) {
                batches.add(new Batch(batch, range));
                batch.clear();
                points = 0;
            }
            batch.add(query);
            points += more;
        }
        batches.add(new Batch(batch, range));
        return batches;
    }

    /// The complete periods within the range; empty where there is none.
    static TimeRange complete(TimeRange range, Duration period) {
        Instant from = up(range.from(), period.toSeconds());
        Instant to = down(range.to(), period.toSeconds());
        return new TimeRange(from, to.isBefore(from) ? from : to);
    }

    private static Instant down(Instant at, long seconds) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
    }

    private static Instant up(Instant at, long seconds) {
        Instant down = down(at, seconds);
        return down.equals(at) ? at : down.plusSeconds(seconds);
    }

    private static long leastCommonMultiple(long one, long other) {
        long a = one;
        long b = other;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return one / a * other;
    }
}
