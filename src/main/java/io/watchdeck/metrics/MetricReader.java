package io.watchdeck.metrics;

import io.watchdeck.metrics.MetricDefinition.CloudWatch;
import io.watchdeck.metrics.MetricDefinition.Derived;
import io.watchdeck.metrics.MetricDefinition.Dimension;
import io.watchdeck.metrics.MetricDefinition.Formula;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.Behalf;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Turns entries of the catalogue into queries and their answers into series: finds the dimension values that no stack
/// file knows, adds the nodes of a cache together, reads silence as zero where there was traffic, computes the derived
/// metrics. One reader for an account and Region; blocking, one reading at a time.
public final class MetricReader {

    /// How long found dimension values hold: a new node or a new load balancer shows within the hour.
    private static final Duration FOUND_HOLDS = Duration.ofHours(1);

    private final MetricSource source;
    private final MetricCatalogue catalogue;
    private final Clock clock;
    private final Map<CloudWatchName, Found> found = new ConcurrentHashMap<>();

    private record CloudWatchName(String namespace, String name) {}

    private record Found(List<Map<String, String>> sets, Instant at) {}

    public MetricReader(MetricSource source, MetricCatalogue catalogue, Clock clock) {
        this.source = source;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// Reads what CloudWatch or a formula gives; polled metrics are not asked here and have no entry in the answer.
    public Map<SeriesId, Reading<Series>> read(Collection<Wanted> wanted, TimeRange range) {
        return read(wanted, range, Duration.ZERO);
    }

    /// @param coarsest the least period, for times of which CloudWatch no longer keeps a shorter one
    public Map<SeriesId, Reading<Series>> read(Collection<Wanted> wanted, TimeRange range, Duration coarsest) {
        Map<SeriesId, Wanted> needed = withInputs(wanted);
        var queries = new LinkedHashMap<SeriesId, Reading<List<MetricQuery>>>();
        var asked = new LinkedHashMap<CloudWatchName, Reading<List<Map<String, String>>>>();
        for (Wanted one : needed.values()) {
            if (one.metric().origin() instanceof CloudWatch metric) {
                queries.put(one.id(), queries(one, metric, of -> asked.computeIfAbsent(of,
                        name -> dimensionSets(name, asked.values())))
                        .map(list -> list.stream().map(query -> query.atLeast(coarsest)).toList()));
            }
        }
        var asking = new LinkedHashMap<MetricQuery, Set<StackId>>();
        queries.forEach((id, reading) -> {
            if (reading instanceof Reading.Known<List<MetricQuery>>(var list, var _)) {
                list.forEach(query -> asking.computeIfAbsent(query, _ -> new HashSet<>()).add(id.stack()));
            }
        });
        Map<MetricQuery, Reading<Series>> answers = asking.isEmpty() ? Map.of()
                : Behalf.current().withParts(asking).get(() -> source.read(asking.keySet(), range));
        var raw = new HashMap<SeriesId, Reading<Series>>();
        queries.forEach((id, list) -> raw.put(id, list.flatMap(
                of -> combined((CloudWatch) needed.get(id).metric().origin(), of, answers))));
        var result = new LinkedHashMap<SeriesId, Reading<Series>>();
        for (Wanted one : needed.values()) {
            result.put(one.id(), finished(one, raw));
        }
        return result;
    }

    private Reading<Series> finished(Wanted wanted, Map<SeriesId, Reading<Series>> raw) {
        return switch (wanted.metric().origin()) {
            case CloudWatch metric -> withZeros(wanted, metric, raw);
            case Derived(var formula) -> derived(wanted, formula, raw);
            case MetricDefinition.Polled() -> throw new IllegalStateException("polled: " + wanted.id());
        };
    }

    private Reading<Series> withZeros(Wanted wanted, CloudWatch metric, Map<SeriesId, Reading<Series>> raw) {
        Reading<Series> own = raw.get(wanted.id());
        return metric.zeroWhere().isEmpty() ? own
                : own.flatMap(sparse -> withZeros(own, sparse, raw.get(sibling(wanted.id(),
                        metric.zeroWhere().get()))));
    }

    /// A load balancer that never had a target has errors and no requests.
    private static Reading<Series> withZeros(Reading<Series> own, Series sparse, Reading<Series> traffic) {
        return isAbsent(traffic) ? own : traffic.map(points -> SeriesMath.zeroWhere(sparse, points));
    }

    private static boolean isAbsent(Reading<?> reading) {
        return reading instanceof Reading.Unknown<?>(var failure, var _) && failure.kind() == Failure.Kind.ABSENT;
    }

    private Reading<Series> derived(Wanted wanted, Formula formula, Map<SeriesId, Reading<Series>> raw) {
        List<Reading<Series>> readings = formula.inputs().stream().map(input -> finished(
                new Wanted(sibling(wanted.id(), input), catalogue.get(input), wanted.cluster()), raw)).toList();
        boolean someMayLack = formula instanceof Formula.Sum && !readings.stream().allMatch(MetricReader::isAbsent);
        var inputs = new ArrayList<Series>();
        for (Reading<Series> reading : readings) {
            switch (reading) {
                case Reading.Known<Series>(var series, var _) -> inputs.add(series);
                case Reading.Unknown<Series> unknown -> {
                    if (!someMayLack || !isAbsent(unknown)) {
                        return unknown;
                    }
                }
            }
        }
        return Reading.known(SeriesMath.apply(formula, inputs), clock.instant());
    }

    private Reading<Series> combined(CloudWatch metric, List<MetricQuery> queries,
            Map<MetricQuery, Reading<Series>> answers) {
        var parts = new ArrayList<Series>();
        for (MetricQuery query : queries) {
            switch (answers.get(query)) {
                case Reading.Known<Series>(var series, var _) -> parts.add(series);
                case Reading.Unknown<Series> unknown -> {
                    return unknown;
                }
            }
        }
        return Reading.known(SeriesMath.combine(metric.combine(), parts), clock.instant());
    }

    /// The wanted metrics and those that they are made of, without the polled ones.
    private Map<SeriesId, Wanted> withInputs(Collection<Wanted> wanted) {
        var all = new LinkedHashMap<SeriesId, Wanted>();
        wanted.forEach(one -> add(one, all));
        return all;
    }

    private void add(Wanted wanted, Map<SeriesId, Wanted> all) {
        switch (wanted.metric().origin()) {
            case MetricDefinition.Polled() -> {}
            case CloudWatch metric -> {
                all.put(wanted.id(), wanted);
                metric.zeroWhere().ifPresent(other -> addInput(wanted, other, all));
            }
            case Derived(var formula) -> {
                all.put(wanted.id(), wanted);
                formula.inputs().forEach(input -> addInput(wanted, input, all));
            }
        }
    }

    private void addInput(Wanted wanted, String metric, Map<SeriesId, Wanted> all) {
        add(new Wanted(sibling(wanted.id(), metric), catalogue.get(metric), wanted.cluster()), all);
    }

    private static SeriesId sibling(SeriesId id, String metric) {
        return new SeriesId(id.stack(), metric, id.component());
    }

    private Reading<List<MetricQuery>> queries(Wanted wanted, CloudWatch metric,
            Function<CloudWatchName, Reading<List<Map<String, String>>>> dimensionSets) {
        boolean toFind = metric.dimensions().stream().anyMatch(Dimension.Found.class::isInstance);
        if (!toFind) {
            var values = new HashMap<String, String>();
            metric.dimensions().forEach(dimension -> values.put(dimension.name(), fixed(dimension, wanted)));
            return Reading.known(List.of(query(metric, values)), clock.instant());
        }
        Reading<List<MetricQuery>> queries = found(wanted, metric, dimensionSets.apply(whereFound(metric)));
        return isAbsent(queries) && metric.zeroWhere().isPresent()
                ? found(wanted, metric, dimensionSets.apply(new CloudWatchName(metric.namespace(), metric.name())))
                : queries;
    }

    private Reading<List<MetricQuery>> found(Wanted wanted, CloudWatch metric,
            Reading<List<Map<String, String>>> dimensionSets) {
        return dimensionSets.flatMap(sets -> {
            List<Map<String, String>> matching = sets.stream().filter(set -> matches(set, metric, wanted)).toList();
            List<MetricQuery> queries = matching.stream().filter(set -> !isPartOfOne(set, metric, matching))
                    .map(set -> query(metric, set)).distinct().toList();
            return queries.isEmpty() ? Reading.unknown(Failure.absent(), clock.instant())
                    : Reading.known(queries, clock.instant());
        });
    }

    /// Whether the same is reported together with its other parts as well.
    private static boolean isPartOfOne(Map<String, String> set, CloudWatch metric, List<Map<String, String>> all) {
        var whole = new HashMap<>(set);
        metric.dimensions().stream().filter(Dimension.Part.class::isInstance).map(Dimension::name)
                .forEach(whole::remove);
        return whole.size() < set.size() && all.contains(whole);
    }

    private static boolean matches(Map<String, String> set, CloudWatch metric, Wanted wanted) {
        Set<String> names = new LinkedHashSet<>();
        for (Dimension dimension : metric.dimensions()) {
            String value = set.get(dimension.name());
            if (dimension instanceof Dimension.Part && value == null) {
                continue;
            }
            names.add(dimension.name());
            if (value == null) {
                return false;
            }
            boolean fits = switch (dimension) {
                case Dimension.Found found -> found.matches(value, wanted.id().component());
                case Dimension.Cluster _ -> value.equals(wanted.cluster());
                case Dimension.Component _ -> value.equals(wanted.id().component());
                case Dimension.Any _ -> true;
                case Dimension.Part _ -> true;
            };
            if (!fits) {
                return false;
            }
        }
        return set.keySet().equals(names);
    }

    private static String fixed(Dimension dimension, Wanted wanted) {
        return switch (dimension) {
            case Dimension.Cluster _ -> wanted.cluster();
            case Dimension.Component _ -> wanted.id().component();
            case Dimension.Found _ -> throw new IllegalStateException("to be found: " + dimension);
            case Dimension.Any _ -> throw new IllegalStateException("to be found: " + dimension);
            case Dimension.Part _ -> throw new IllegalStateException("to be found: " + dimension);
        };
    }

    private static MetricQuery query(CloudWatch metric, Map<String, String> dimensions) {
        return new MetricQuery(metric.namespace(), metric.name(), dimensions, metric.statistic(), metric.period());
    }

    /// Error counts may have no dimension set for weeks while there is traffic: they are found where requests are, and
    /// under their own name where there never was a request that a target could have taken.
    private CloudWatchName whereFound(CloudWatch metric) {
        CloudWatch where = metric.zeroWhere().map(id -> (CloudWatch) catalogue.get(id).origin()).orElse(metric);
        return new CloudWatchName(where.namespace(), where.name());
    }

    /// @param asked what was asked in this reading: a failure that would be that of the next question too is not asked for again
    private Reading<List<Map<String, String>>> dimensionSets(CloudWatchName metric,
            Collection<Reading<List<Map<String, String>>>> asked) {
        Found known = found.get(metric);
        if (known != null && Duration.between(known.at(), clock.instant()).compareTo(FOUND_HOLDS) < 0) {
            return Reading.known(known.sets(), known.at());
        }
        for (Reading<List<Map<String, String>>> before : asked) {
            if (before instanceof Reading.Unknown<?>(var failure, var _) && concernsAll(failure)) {
                return before;
            }
        }
        Reading<List<Map<String, String>>> reading = source.dimensionSets(metric.namespace(), metric.name());
        if (reading instanceof Reading.Known<List<Map<String, String>>>(var sets, var at) && !sets.isEmpty()) {
            found.put(metric, new Found(sets, at));
        }
        return reading;
    }

    private static boolean concernsAll(Failure failure) {
        return switch (failure.kind()) {
            case EXPIRED, DENIED, THROTTLED, UNREACHABLE, WRONG_ACCOUNT, CAPPED -> true;
            case NOT_FOUND, ABSENT, NOT_KEPT, UNEXPECTED -> false;
        };
    }
}
