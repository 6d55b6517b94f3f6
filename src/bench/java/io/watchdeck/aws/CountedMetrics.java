package io.watchdeck.aws;

import io.watchdeck.metrics.MetricQuery;
import io.watchdeck.metrics.MetricSource;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Region;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.ApiCall;
import io.watchdeck.refresh.CallMeter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/// CloudWatch as a program: has a value in every period, and counts the calls that the adapter would make, by the
/// adapter's own plan, at the meter. Each answer is one page.
public final class CountedMetrics implements MetricSource {

    private final String account;
    private final Region region;
    private final CallMeter meter;
    private final Clock clock;
    private final BiFunction<String, String, List<Map<String, String>>> sets;
    private final ToDoubleFunction<MetricQuery> value;

    /// @param sets  the dimension sets of a namespace and metric
    /// @param value of every period of a metric
    public CountedMetrics(String account, Region region, CallMeter meter, Clock clock,
            BiFunction<String, String, List<Map<String, String>>> sets, ToDoubleFunction<MetricQuery> value) {
        this.account = account;
        this.region = region;
        this.meter = meter;
        this.clock = clock;
        this.sets = sets;
        this.value = value;
    }

    @Override
    public Map<MetricQuery, Reading<Series>> read(Collection<MetricQuery> queries, TimeRange range) {
        var readings = new LinkedHashMap<MetricQuery, Reading<Series>>();
        queries.forEach(query -> readings.put(query, Reading.known(Series.empty(), clock.instant())));
        List<MetricQuery> asked = readings.keySet().stream()
                .filter(query -> !MetricBatches.complete(range, query.period()).length().isZero()).toList();
        ApiCall one = call("GetMetricStatistics", 1);
        switch (MetricPlan.of(asked, range, Set.of(), (calls, spare) -> meter.affords(one, calls, spare))) {
            case MetricPlan.Free(var calls) -> calls.forEach(call -> answer(one, call.queries(), call.range(), readings));
            case MetricPlan.Paid(var batches) -> batches.forEach(batch -> answer(
                    call("GetMetricData", batch.queries().size()), batch.queries(), batch.range(), readings));
        }
        return readings;
    }

    private void answer(ApiCall call, List<MetricQuery> queries, TimeRange range,
            Map<MetricQuery, Reading<Series>> readings) {
        boolean admitted = meter.reserve(call).isPresent();
        for (MetricQuery query : queries) {
            Reading<Series> before = readings.get(query);
            readings.put(query, admitted ? before.map(series -> series.with(points(query, range)))
                    : Reading.unknown(Failure.capped("cloudwatch:" + call.operation()), clock.instant()));
        }
    }

    private Series points(MetricQuery query, TimeRange range) {
        TimeRange whole = MetricBatches.complete(range, query.period());
        double level = value.applyAsDouble(query);
        var samples = new ArrayList<Sample>();
        for (Instant at = whole.from(); at.isBefore(whole.to()); at = at.plus(query.period())) {
            samples.add(new Sample(at, level));
        }
        return Series.of(samples);
    }

    @Override
    public Reading<List<Map<String, String>>> dimensionSets(String namespace, String name) {
        return meter.reserve(call("ListMetrics", 1)).isPresent()
                ? Reading.known(sets.apply(namespace, name), clock.instant())
                : Reading.unknown(Failure.capped("cloudwatch:ListMetrics"), clock.instant());
    }

    private ApiCall call(String operation, int units) {
        return new ApiCall(account, region, "CloudWatch", operation, units);
    }
}
