package io.watchdeck.sandbox;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.logs.LogQuery;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition.CloudWatch;
import io.watchdeck.metrics.MetricQuery;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Readings;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.Controls;
import io.watchdeck.queues.QueueState;
import io.watchdeck.stack.QueueSpec;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.Cloud;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The shipped stacks in simulated accounts, and short ways to look at them.
final class Life {

    private final TickingClock clock = new TickingClock(Stage.NOW);
    private final List<StackFile> files = Stage.shipped();
    private final SandboxConnector connector;

    Life(long seed) {
        connector = new SandboxConnector(files, seed, clock);
    }

    TickingClock clock() {
        return clock;
    }

    List<StackFile> files() {
        return files;
    }

    SandboxConnector connector() {
        return connector;
    }

    StackFile file(String stack) {
        return files.stream().filter(file -> file.id().value().equals(stack)).findFirst().orElseThrow();
    }

    Cloud cloud(String stack) {
        return connector.connect(file(stack).access());
    }

    Controls controls(String stack) {
        return connector.controls(file(stack).access());
    }

    /// Looks after each step until the time is over.
    void live(Duration time, Duration step, Consumer<Life> look) {
        for (Duration lived = Duration.ZERO; lived.compareTo(time) < 0; lived = lived.plus(step)) {
            clock.advance(step);
            look.accept(this);
        }
    }

    List<ServiceState> services(String stack) {
        StackFile file = file(stack);
        return cloud(stack).fleet()
                .services(file.cluster(), file.components().services().stream().map(ServiceSpec::name).toList())
                .values().stream().map(Readings::value).toList();
    }

    ServiceState service(String stack, String name) {
        return services(stack).stream().filter(service -> service.name().equals(name)).findFirst().orElseThrow();
    }

    List<TaskState> tasks(String stack) {
        return Readings.value(cloud(stack).fleet().tasks(file(stack).cluster()));
    }

    QueueState queue(String stack, String name) {
        return Readings.value(cloud(stack).queues().queues(List.of(name)).get(name));
    }

    CloudAlarm alarm(String stack, String name) {
        return Readings.value(cloud(stack).alarms().alarms()).stream().filter(alarm -> alarm.name().equals(name))
                .findFirst().orElseThrow();
    }

    /// The newest point within five minutes of the only metric with this name among whose dimensions the value is.
    OptionalDouble latest(String stack, String namespace, String name, String statistic, String value) {
        List<Sample> samples = series(stack, namespace, name, statistic, value, Duration.ofMinutes(5)).samples();
        return samples.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(samples.getLast().value());
    }

    Series series(String stack, String namespace, String name, String statistic, String value, Duration length) {
        var metrics = cloud(stack).metrics();
        Map<String, String> dimensions = Readings.value(metrics.dimensionSets(namespace, name)).stream()
                .filter(set -> set.values().stream().anyMatch(one -> one.equals(value) || one.contains("/" + value)))
                .findFirst().orElseThrow();
        var query = new MetricQuery(namespace, name, dimensions, statistic, Duration.ofMinutes(1));
        return Readings.value(metrics.read(List.of(query), TimeRange.last(length, clock.instant())).get(query));
    }

    /// Everything that can be read, to be compared.
    List<Object> everything() {
        List<Object> all = new ArrayList<>();
        for (StackFile file : files) {
            String stack = file.id().value();
            Cloud cloud = cloud(stack);
            all.add(services(stack));
            all.add(tasks(stack));
            all.add(cloud.identity().identity());
            all.add(cloud.alarms().alarms());
            all.add(cloud.databases().orElseThrow()
                    .databases(file.components().databases().stream().map(each -> each.id()).toList()));
            all.add(cloud.targets().orElseThrow().targets(file.components().loadBalancers().stream()
                    .flatMap(each -> each.targetGroups().stream()).toList()));
            all.add(cloud.queues().queues(file.components().queues().stream().flatMap(Life::names).toList()));
            all.add(cloud.batch().orElseThrow().batchQueues(file.components().batchQueues()));
            all.add(cloud.pipelines().orElseThrow().pipelines(file.components().pipelines()));
            all.add(cloud.cost().orElseThrow().bills(List.of(file.costFilter().orElseThrow()),
                    LocalDate.of(2026, 9, 1)));
            services(stack).forEach(service -> all.add(cloud.scaling().orElseThrow().activities(file.cluster(),
                    service.name())));
            file.components().logGroups().forEach(group -> all.add(cloud.logs().orElseThrow().lines(
                    LogQuery.tail(group, TimeRange.last(Duration.ofHours(2), clock.instant()), 500))));
            all.add(metrics(cloud));
        }
        return all;
    }

    private static Stream<String> names(QueueSpec queue) {
        return Stream.concat(Stream.of(queue.name()), queue.deadLetterQueue().stream());
    }

    private Object metrics(Cloud cloud) {
        List<MetricQuery> queries = MetricCatalogue.standard().all().stream().map(metric -> metric.origin())
                .filter(CloudWatch.class::isInstance).map(CloudWatch.class::cast)
                .flatMap(metric -> Readings.value(cloud.metrics().dimensionSets(metric.namespace(), metric.name()))
                        .stream().map(set -> new MetricQuery(metric.namespace(), metric.name(), set,
                                metric.statistic(), metric.period())))
                .toList();
        return cloud.metrics().read(queries, TimeRange.last(Duration.ofHours(2), clock.instant()));
    }
}
