package io.watchdeck.sandbox;

import io.watchdeck.metrics.MetricQuery;
import io.watchdeck.metrics.MetricSource;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import io.watchdeck.sandbox.telemetry.MetricKey;
import io.watchdeck.sandbox.telemetry.MetricRecorder;
import io.watchdeck.sandbox.world.SimulatedStack;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Metrics of the simulated account.
final class SandboxMetricSource implements MetricSource {

    private static final String READ = "cloudwatch:GetMetricData";

    private final SandboxAccount account;

    SandboxMetricSource(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Map<MetricQuery, Reading<Series>> read(Collection<MetricQuery> queries, TimeRange range) {
        return account.look(now -> {
            Map<MetricQuery, Reading<Series>> found = new LinkedHashMap<>();
            queries.forEach(query -> found.put(query, read(query, range, now)));
            return found;
        });
    }

    private Reading<Series> read(MetricQuery query, TimeRange range, Instant now) {
        var refused = account.fault(READ);
        if (refused.isPresent()) {
            return Reading.unknown(refused.get(), now);
        }
        var key = new MetricKey(query.namespace(), query.name(), query.dimensions());
        for (SimulatedStack stack : account.stacks()) {
            if (stack.recorder().find(key).isPresent()) {
                return stack.faults().of(READ).or(() -> failed(stack.recorder().status(key)))
                        .map(failure -> Reading.<Series>unknown(failure, now))
                        .orElseGet(() -> Reading.known(stack.recorder().read(query, range, now), now));
            }
        }
        return Reading.known(Series.empty(), now);
    }

    /// A result that is not complete is no result.
    private static Optional<Failure> failed(String status) {
        return status.equals(MetricRecorder.COMPLETE) ? Optional.empty()
                : Optional.of(Failure.unexpected(status).withAction(READ));
    }

    @Override
    public Reading<List<Map<String, String>>> dimensionSets(String namespace, String name) {
        return account.look(now -> account.fault(account.stacks(), "cloudwatch:ListMetrics")
                .map(failure -> Reading.<List<Map<String, String>>>unknown(failure, now))
                .orElseGet(() -> Reading.known(account.stacks().stream()
                        .flatMap(stack -> stack.recorder().dimensionSets(namespace, name).stream()).distinct()
                        .toList(), now)));
    }
}
