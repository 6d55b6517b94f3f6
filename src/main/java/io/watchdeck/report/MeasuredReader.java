package io.watchdeck.report;

import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.DefaultRules;
import io.watchdeck.metrics.Gap;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.MetricExport;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.Severity;
import io.watchdeck.model.TimeRange;
import io.watchdeck.report.HandOver.Limit;
import io.watchdeck.report.HandOver.Measured;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.Threshold;
import io.watchdeck.watch.StackSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the metrics of a report, each time by the finest samples that are kept of it.
record MeasuredReader(MetricArchive.Stores stores, MetricCatalogue catalogue, Instant now) {

    /// Requests, errors, tasks against desired and connections of all components of a stack, in this order.
    List<Measured> of(StackFile file, Optional<StackSnapshot> last, TimeRange range) {
        Stream<SeriesId> balancers = file.components().loadBalancers().stream().map(one -> one.name())
                .flatMap(name -> Stream.of(new SeriesId(file.id(), "lb.requests", name),
                        new SeriesId(file.id(), "lb.5xx", name)));
        Stream<SeriesId> services = file.components().services().stream().map(one -> one.name())
                .flatMap(name -> Stream.of(new SeriesId(file.id(), "service.running", name),
                        new SeriesId(file.id(), "service.desired", name)));
        Stream<SeriesId> databases = file.components().databases().stream()
                .map(one -> new SeriesId(file.id(), "db.connections", one.id()));
        return Stream.of(balancers, services, databases).flatMap(one -> one)
                .map(id -> measured(id, file, last, range)).toList();
    }

    private Measured measured(SeriesId id, StackFile file, Optional<StackSnapshot> last, TimeRange range) {
        MetricDefinition metric = catalogue.get(id.metric());
        var rows = new ArrayList<MetricExport.Row>();
        new MetricExport(stores, catalogue, now).tell(id, range, rows::add);
        boolean minutes = rows.stream().filter(row -> row.value().isPresent())
                .allMatch(row -> row.period().equals(Tier.MINUTE.period()));
        Series series = Series.of(rows.stream().filter(row -> row.value().isPresent())
                .map(row -> sample(row, metric.unit())).toList());
        List<Gap> gaps = rows.isEmpty() ? List.of(new Gap(range, Gap.Cause.NOT_KNOWN, Optional.empty()))
                : rows.stream().flatMap(row -> row.gap().stream()).toList();
        List<RuleSpec> rules = DefaultRules.effective(file).stream().filter(rule -> rule.metric().equals(id.metric()))
                .filter(rule -> rule.on().map(id.component()::equals).orElse(true)).toList();
        Optional<Duration> period = rules.stream().map(RuleSpec::period)
                .filter(one -> metric.unit() == Unit.PER_MINUTE && minutes && one.toMinutes() > 1).findFirst();
        return new Measured(id, metric, period, period.map(length -> added(series, length)).orElse(series), gaps,
                rules.stream().filter(rule -> metric.unit() != Unit.PER_MINUTE
                        || rule.period().toMinutes() == period.map(Duration::toMinutes).orElse(1L))
                        .flatMap(rule -> limit(rule, id, last).stream()).toList(),
                most(id, last));
    }

    /// What is counted is kept as the sum of its period.
    private static Sample sample(MetricExport.Row row, Unit unit) {
        double parts = unit == Unit.PER_MINUTE ? row.period().toMinutes() : 1;
        return new Sample(row.at(), row.value().orElseThrow() / parts);
    }

    /// The sums of whole periods, as rules judge them: of one of which a minute is not known there is none.
    private static Series added(Series minutes, Duration period) {
        var sums = new ArrayList<Sample>();
        long length = period.toSeconds();
        int index = 0;
        while (index < minutes.size()) {
            long begin = Math.floorDiv(minutes.second(index), length) * length;
            double sum = 0;
            int count = 0;
            while (index < minutes.size() && minutes.second(index) < begin + length) {
                sum += minutes.value(index++);
                count++;
            }
            if (count == period.toMinutes()) {
                sums.add(new Sample(Instant.ofEpochSecond(begin), sum));
            }
        }
        return Series.of(sums);
    }

    /// As the rule was last known to be judged; what it says itself where it never was.
    private static Optional<Limit> limit(RuleSpec rule, SeriesId id, Optional<StackSnapshot> last) {
        boolean above = rule.direction() == RuleSpec.Direction.ABOVE;
        Severity severity = rule.severity();
        Optional<Double> judged = last.stream().flatMap(stack -> stack.conditions().stream())
                .filter(one -> one.source() == Condition.Source.RULE && one.name().equals(rule.name())
                        && one.on().name().equals(id.component()) && one.threshold().isPresent())
                .map(one -> one.threshold().getAsDouble()).findFirst();
        return judged.or(() -> rule.threshold() instanceof Threshold.Absolute(double value) ? Optional.of(value)
                : Optional.empty()).map(value -> new Limit(value, above, severity));
    }

    private static Optional<Double> most(SeriesId id, Optional<StackSnapshot> last) {
        return id.metric().equals("db.connections") ? last.stream().flatMap(stack -> stack.databases().stream())
                .filter(one -> one.spec().id().equals(id.component()))
                .flatMapToInt(one -> one.maxConnections().stream()).mapToObj(Double::valueOf).findFirst()
                : Optional.empty();
    }
}
