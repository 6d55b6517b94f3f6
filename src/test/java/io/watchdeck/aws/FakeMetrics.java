package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.xml;

import io.watchdeck.aws.LoopbackAws.Answer;
import io.watchdeck.aws.LoopbackAws.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// CloudWatch metrics behind [LoopbackAws]: one value in every period in which a metric has data, counted from the start
/// that was asked, 500 queries a call, 500 metrics a page of the list. Refuses percentiles that are asked together with
/// other statistics, and a whole call for one metric that a test declares bad. `GetMetricStatistics` gives its points in no
/// order, at most 1,440 of them.
final class FakeMetrics {

    /// A metric with data in `[from, to)`.
    record Metric(String namespace, String name, Map<String, String> dimensions) {}

    private final Set<Metric> metrics = new LinkedHashSet<>();
    private final Map<String, String> values = new HashMap<>();
    private final Instant from;
    private final Instant to;
    private int pointsAPage = 100_800;
    private int newest = Integer.MAX_VALUE;
    private Predicate<Metric> bad = _ -> false;
    private Predicate<Metric> odd = _ -> false;
    private String oddStatus = "Complete";
    private Answer refusal = LoopbackAws.xmlError(400, "ValidationError", "The value for parameter Stat is invalid");

    FakeMetrics(LoopbackAws aws, Instant from, Instant to) {
        this.from = from;
        this.to = to;
        aws.serve("GetMetricData", this::data).serve("GetMetricStatistics", this::statistics)
                .serve("ListMetrics", this::list);
    }

    FakeMetrics metric(String namespace, String name, Map<String, String> dimensions) {
        metrics.add(new Metric(namespace, name, dimensions));
        return this;
    }

    /// Another value than 1.
    FakeMetrics value(String name, String statistic, String value) {
        values.put(name + " " + statistic, value);
        return this;
    }

    FakeMetrics pointsAPage(int count) {
        pointsAPage = count;
        return this;
    }

    /// The results of some metrics have this status.
    FakeMetrics answer(Predicate<Metric> which, String status) {
        odd = which;
        oddStatus = status;
        return this;
    }

    /// Has so many points before the end that is asked, as metrics that began a moment ago.
    FakeMetrics newest(int count) {
        newest = count;
        return this;
    }

    FakeMetrics refuse(Predicate<Metric> which, Answer answer) {
        bad = which;
        refusal = answer;
        return this;
    }

    private Answer data(Request request) {
        Map<String, String> form = Wire.form(request.body());
        List<Map<String, String>> queries = Wire.members(form, "MetricDataQueries");
        if (queries.isEmpty() || queries.size() > 500) {
            return LoopbackAws.xmlError(400, "ValidationError", "1 to 500 queries");
        }
        if (queries.stream().map(query -> query.get("MetricStat.Stat").startsWith("p")).distinct().count() > 1) {
            return LoopbackAws.xmlError(400, "ValidationError", "percentiles in a call of their own");
        }
        if (queries.stream().map(FakeMetrics::metric).anyMatch(bad)) {
            return refusal;
        }
        var start = Instant.parse(form.get("StartTime"));
        var end = Instant.parse(form.get("EndTime"));
        int skip = form.containsKey("NextToken") ? Integer.parseInt(form.get("NextToken")) : 0;
        var results = new ArrayList<String>();
        boolean more = false;
        for (Map<String, String> query : queries) {
            List<Instant> times = metrics.contains(metric(query))
                    ? times(start, end, Integer.parseInt(query.get("MetricStat.Period"))) : List.of();
            var page = times.subList(Math.min(skip, times.size()), Math.min(skip + pointsAPage, times.size()));
            boolean partial = times.size() > skip + pointsAPage;
            more |= partial;
            results.add(xml("Id", query.get("Id"), "Label", "x", "StatusCode", status(query, partial))
                    + Wire.xmlList("Timestamps", page.stream().map(Instant::toString).toList())
                    + Wire.xmlList("Values", page.stream().map(_ -> value(query)).toList()));
        }
        return LoopbackAws.xml("GetMetricData", Wire.xmlList("MetricDataResults", results)
                + (more ? xml("NextToken", Integer.toString(skip + pointsAPage)) : ""));
    }

    private Answer statistics(Request request) {
        Map<String, String> form = Wire.form(request.body());
        List<String> plain = Wire.members(form, "Statistics").stream().map(one -> one.get("")).toList();
        List<String> percentiles = Wire.members(form, "ExtendedStatistics").stream().map(one -> one.get("")).toList();
        if (plain.isEmpty() == percentiles.isEmpty() || plain.size() > 5 || percentiles.size() > 10
                || form.containsKey("Unit")) {
            return LoopbackAws.xmlError(400, "InvalidParameterCombination", "statistics or percentiles, and no unit");
        }
        var metric = new Metric(form.get("Namespace"), form.get("MetricName"), dimensions(form, "Dimensions"));
        if (bad.test(metric)) {
            return refusal;
        }
        var start = Instant.parse(form.get("StartTime"));
        var end = Instant.parse(form.get("EndTime"));
        int period = Integer.parseInt(form.get("Period"));
        if (Duration.between(start, end).toSeconds() > 1440L * period) {
            return LoopbackAws.xmlError(400, "InvalidParameterCombination", "more than 1,440 data points");
        }
        List<Instant> times = metrics.contains(metric) ? times(start, end, period) : List.of();
        return LoopbackAws.xml("GetMetricStatistics", xml("Label", "x") + Wire.xmlList("Datapoints", times.reversed()
                .stream().map(at -> xml("Timestamp", at.toString()) + plain.stream()
                        .map(statistic -> xml(statistic, value(metric.name(), statistic))).collect(Collectors.joining())
                        + (percentiles.isEmpty() ? "" : Wire.xmlList("ExtendedStatistics", "entry", percentiles.stream()
                                .map(one -> xml("key", one, "value", value(metric.name(), one))).toList())))
                .toList()));
    }

    private String status(Map<String, String> query, boolean partial) {
        return odd.test(metric(query)) ? oddStatus : partial ? "PartialData" : "Complete";
    }

    private String value(Map<String, String> query) {
        return value(query.get("MetricStat.Metric.MetricName"), query.get("MetricStat.Stat"));
    }

    private String value(String name, String statistic) {
        return values.getOrDefault(name + " " + statistic, "1.0");
    }

    private List<Instant> times(Instant start, Instant end, int period) {
        var times = new ArrayList<Instant>();
        for (Instant at = start; at.isBefore(end); at = at.plusSeconds(period)) {
            if (!at.isBefore(from) && at.isBefore(to)) {
                times.add(at);
            }
        }
        return times.subList(Math.max(0, times.size() - newest), times.size());
    }

    private Answer list(Request request) {
        Map<String, String> form = Wire.form(request.body());
        var found = metrics.stream().filter(metric -> metric.namespace().equals(form.get("Namespace"))
                && metric.name().equals(form.get("MetricName"))).toList();
        var page = Wire.Page.of(found, form.getOrDefault("NextToken", ""), 500);
        return LoopbackAws.xml("ListMetrics", Wire.xmlList("Metrics", page.items().stream()
                .map(metric -> xml("Namespace", metric.namespace(), "MetricName", metric.name())
                        + Wire.dimensions(metric.dimensions()))
                .toList()) + (page.next().isEmpty() ? "" : xml("NextToken", page.next())));
    }

    private static Metric metric(Map<String, String> query) {
        return new Metric(query.get("MetricStat.Metric.Namespace"), query.get("MetricStat.Metric.MetricName"),
                dimensions(query, "MetricStat.Metric.Dimensions"));
    }

    private static Map<String, String> dimensions(Map<String, String> form, String prefix) {
        var dimensions = new HashMap<String, String>();
        Wire.members(form, prefix)
                .forEach(dimension -> dimensions.put(dimension.get("Name"), dimension.get("Value")));
        return dimensions;
    }
}
