package io.watchdeck.watch;

import io.watchdeck.cost.Bill;
import io.watchdeck.cost.BilledDays;
import io.watchdeck.cost.CostSource;
import io.watchdeck.data.ConnectionLimit;
import io.watchdeck.data.LimitSource;
import io.watchdeck.delivery.PipelineState;
import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.FleetSource;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.MetricDefinition.CloudWatch;
import io.watchdeck.metrics.MetricDefinition.Dimension;
import io.watchdeck.metrics.MetricDefinition.Formula;
import io.watchdeck.metrics.Points;
import io.watchdeck.metrics.Wanted;
import io.watchdeck.model.Money;
import io.watchdeck.model.Reading;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.queues.BatchQueueState.Health;
import io.watchdeck.stack.CostFilter;
import io.watchdeck.stack.QueueSpec;
import io.watchdeck.stack.StackFile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The account of a stack, seen through the ports, in which one figure of one component is as a test says: what CloudWatch
/// keeps has its points there, what the console counts is there to be counted.
final class OneFigure {

    private static final MetricCatalogue CATALOGUE = MetricCatalogue.standard();
    /// What a value of a dimension ends with that holds an id of AWS's own.
    private static final List<String> TAILS = List.of("", "/1", "-001");
    private static final int MINUTES = 42;
    private static final LocalDate YESTERDAY = LocalDate.of(2026, 9, 21);
    private static final LocalDate LAST_MONTH = LocalDate.of(2026, 8, 1);

    private final StackFile stack;
    private final RuleOn rule;
    private final Clock clock;
    private final FakeCloud cloud;
    private Optional<ServiceState> service = Optional.empty();
    private int failedJobs;
    private Money aDay = Money.usd("0");

    OneFigure(StackFile stack, RuleOn rule, Clock clock) {
        this.stack = stack;
        this.rule = rule;
        this.clock = clock;
        cloud = new FakeCloud(clock);
        cloud.limit(new ConnectionLimit(OptionalInt.of(200), LimitSource.PARAMETER_GROUP, false, Optional.empty()));
        stack.account().ifPresent(cloud::account);
    }

    /// What the rule's figure comes to over its period.
    OneFigure is(double value) {
        String name = rule.id().component();
        switch (rule.metric().origin()) {
            case CloudWatch _, MetricDefinition.Derived _ -> measured(aMinute(value));
            case MetricDefinition.Polled _ -> {
                int count = (int) Math.round(value);
                switch (rule.metric().id()) {
                    case "service.running" -> service(name, count, 4, "COMPLETED");
                    case "service.missing" -> service(name, 4 - count, 4, "COMPLETED");
                    case "service.runningPercent" -> service(name, count, 100, "COMPLETED");
                    case "service.failedDeployments" -> service(name, 4, 4, count == 0 ? "COMPLETED" : "FAILED");
                    case "queue.visible" -> cloud.queue(name, count, Optional.empty());
                    case "queue.deadLetters" -> deadLetters(count);
                    case "queue.deadLetterHoursLeft" -> {
                        deadLetters(1);
                        points("queue.oldestAge", deadLetterQueue(), Duration.ofDays(14).toSeconds() - value * 3_600);
                    }
                    case "batch.failed24h" -> failedJobs = count;
                    case "pipeline.failed" -> cloud.pipeline(new PipelineState(name, List.of(new PipelineState.Stage(
                            "Build", count == 0 ? "Succeeded" : "Failed", "build", "", Optional.empty(), false))));
                    // So far 21 days of the 30 of the month have been billed.
                    case "cost.monthToDate" -> aDay = dollars(value / 21);
                    case "cost.forecast" -> aDay = dollars(value / 30);
                    default -> throw new AssertionError("nobody knows how to make " + rule.metric().id());
                }
            }
        }
        return this;
    }

    Cloud cloud() {
        Cloud all = cloud.cloud();
        return new Cloud(all.identity(), fleet(all.fleet()), all.metrics(), all.alarms(), all.queues(), all.scaling(),
                all.databases(), Optional.of(names -> each(names, this::batch)), all.pipes(), all.pipelines(),
                Optional.of(costs()), all.budgets(), all.targets(), all.logs(), all.definitions());
    }

    /// What is counted adds up over the period of the rule.
    private double aMinute(double value) {
        return rule.evaluation(0).comparison().statistic().equals("Sum")
                ? value / rule.rule().period().toMinutes() : value;
    }

    private void measured(double value) {
        String name = rule.id().component();
        if (!(rule.metric().origin() instanceof MetricDefinition.Derived(var formula))) {
            points(rule.metric().id(), name, value);
            return;
        }
        switch (formula) {
            case Formula.Sum(var inputs) -> {
                points(inputs.getFirst(), name, value);
                inputs.stream().skip(1).forEach(input -> points(input, name, 0));
            }
            case Formula.Share(var part, var rest) -> {
                points(part, name, value);
                points(rest, name, 100 - value);
            }
        }
    }

    /// As far as Watchdeck would ask for it: an Aurora cluster is measured as one.
    private void points(String metric, String component, double value) {
        MetricDefinition definition = new WantedMetrics(CATALOGUE, QueueSpec::deadLetterQueue)
                .of(stack, WantedMetrics.Need.ALL).stream()
                .filter(wanted -> wanted.id().metric().equals(metric) && wanted.id().component().equals(component))
                .map(Wanted::metric).findFirst().orElseThrow(() -> new AssertionError("nobody asks for " + metric));
        CloudWatch origin = (CloudWatch) definition.origin();
        double[] values = new double[(int) (MINUTES / origin.period().toMinutes())];
        Arrays.fill(values, value);
        cloud.metrics().put(origin.namespace(), origin.name(), Points.every(origin.period(), Points.T0, values),
                origin.dimensions().stream().flatMap(dimension -> dimension(dimension, component))
                        .toArray(String[]::new));
    }

    private Stream<String> dimension(Dimension dimension, String component) {
        return switch (dimension) {
            case Dimension.Cluster(var name) -> Stream.of(name, stack.cluster());
            case Dimension.Component(var name) -> Stream.of(name, component);
            case Dimension.Any(var name) -> Stream.of(name, "any");
            case Dimension.Part _ -> Stream.empty();
            case Dimension.Found found -> Stream.of(found.name(), TAILS.stream()
                    .map(tail -> found.prefix() + component + tail).filter(value -> found.matches(value, component))
                    .findFirst().orElseThrow());
        };
    }

    private void service(String name, int running, int desired, String rollout) {
        Instant now = clock.instant();
        service = Optional.of(new ServiceState(name, "arn:" + name, "ACTIVE", desired, running, 0, List.of(), "FARGATE",
                "arn:task:1", List.of(), List.of(new Deployment("one", "PRIMARY", "arn:task:1", desired, running, 0, 0,
                        rollout, "", now, now)),
                List.of()));
    }

    private void deadLetters(int count) {
        cloud.queue(rule.id().component(), 0, Optional.of(deadLetterQueue()));
        cloud.queue(deadLetterQueue(), count, Optional.empty());
    }

    private String deadLetterQueue() {
        return stack.components().queues().stream().filter(queue -> queue.name().equals(rule.id().component()))
                .flatMap(queue -> queue.deadLetterQueue().stream()).findFirst().orElseThrow();
    }

    private FleetSource fleet(FleetSource others) {
        return new FleetSource() {
            @Override
            public Map<String, Reading<ServiceState>> services(String cluster, Collection<String> names) {
                return others.services(cluster, names).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                        entry -> service.filter(one -> one.name().equals(entry.getKey()))
                                .map(one -> Reading.known(one, clock.instant())).orElse(entry.getValue())));
            }

            @Override
            public Reading<List<TaskState>> tasks(String cluster) {
                return others.tasks(cluster);
            }
        };
    }

    private BatchQueueState batch(String name) {
        List<FailedJob> failed = IntStream.range(0, failedJobs)
                .mapToObj(number -> new FailedJob("job-" + number, "job", clock.instant().minusSeconds(3_600), ""))
                .toList();
        return new BatchQueueState(name, new Health("ENABLED", "VALID", ""), Map.of(BatchQueueState.FAILED, failedJobs),
                Set.of(), failed);
    }

    private CostSource costs() {
        return new CostSource() {
            @Override
            public Map<CostFilter, Reading<Bill>> bills(Collection<CostFilter> filters, LocalDate first) {
                var days = new ArrayList<BilledDays>();
                LAST_MONTH.datesUntil(YESTERDAY.plusDays(1))
                        .forEach(day -> days.add(new BilledDays(day, day.plusDays(1),
                                Map.of("Amazon Elastic Container Service", aDay), false)));
                return each(filters, _ -> new Bill(YESTERDAY, days));
            }

            @Override
            public Map<CostFilter, Reading<Bill>> usages(Map<CostFilter, Set<String>> services, LocalDate first) {
                return bills(services.keySet(), first);
            }

            @Override
            public int requests(Collection<CostFilter> filters) {
                return 1;
            }
        };
    }

    private <K, T> Map<K, Reading<T>> each(Collection<K> names, Function<K, T> value) {
        return names.stream().distinct().collect(Collectors.toMap(Function.identity(),
                name -> Reading.known(value.apply(name), clock.instant())));
    }

    private static Money dollars(double amount) {
        return Money.usd(new BigDecimal(amount, new MathContext(12)).toPlainString());
    }
}
