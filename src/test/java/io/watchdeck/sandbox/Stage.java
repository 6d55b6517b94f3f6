package io.watchdeck.sandbox;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Region;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.Controls;
import io.watchdeck.sandbox.clockwork.Faults;
import io.watchdeck.sandbox.world.SimulatedStack;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.Components;
import io.watchdeck.stack.CostFilter;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.stack.Environment;
import io.watchdeck.stack.KnownMetric;
import io.watchdeck.stack.Plan;
import io.watchdeck.stack.QueueSpec;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackReader;
import io.watchdeck.stack.Threshold;
import io.watchdeck.stack.Threshold.Limit;
import io.watchdeck.watch.Cloud;
import io.watchdeck.watch.discovery.InventorySource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ObjLongConsumer;

/// One simulated account, set up for a test: the stack `contract` with the components that the test wants.
final class Stage {

    static final Instant NOW = Instant.parse("2026-09-22T04:42:30Z");
    static final long SEED = 7;
    static final StackId STACK = new StackId("contract");
    static final Access ACCESS = Access.defaults(new Region("ap-northeast-2"));
    static final String CLUSTER = "contract-cluster";

    private final SandboxConnector connector;

    private Stage(StackFile file) {
        connector = new SandboxConnector(List.of(file), SEED, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static Stage empty() {
        return of(Components.none());
    }

    static Stage of(StackFile file) {
        return new Stage(file);
    }

    static Stage of(Components components) {
        return new Stage(file(components, Optional.empty()));
    }

    static Stage withPlan(Plan plan) {
        return new Stage(file(Components.none(), Optional.of(plan)));
    }

    /// With a rule that watches the cost.
    static Stage withBudget(Plan plan) {
        StackFile file = file(Components.none(), Optional.of(plan));
        var rule = new RuleSpec("Budget", "cost.forecast", Optional.empty(), RuleSpec.Direction.ABOVE,
                new Threshold.PercentOf(80, Limit.PLAN), Duration.ofHours(1), 1, 1, Severity.NOTICE,
                RuleSpec.MissingData.IGNORE, RuleSpec.Origin.DOCUMENT, Optional.empty());
        return new Stage(new StackFile(file.id(), file.name(), file.environment(), file.access(), file.account(),
                file.cluster(), file.components(), file.plan(), file.costFilter(), List.of(rule),
                file.alarmSeverities(), file.contradictions(), file.readOnly()));
    }

    static Stage withAccount(String account) {
        StackFile file = file(Components.none(), Optional.empty());
        return new Stage(new StackFile(file.id(), file.name(), file.environment(), file.access(), Optional.of(account),
                file.cluster(), file.components(), file.plan(), file.costFilter(), file.rules(),
                file.alarmSeverities(), file.contradictions(), file.readOnly()));
    }

    static Components services(List<ServiceSpec> services) {
        return new Components(services, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of());
    }

    static ServiceSpec service(String name, int desired, Optional<ServiceSpec.Range> range) {
        return new ServiceSpec(name, OptionalInt.of(desired), range, OptionalInt.empty(), OptionalInt.empty(),
                Optional.empty());
    }

    static Components databases(List<DatabaseSpec> databases) {
        return new Components(List.of(), List.of(), databases, List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of());
    }

    static Components queues(List<QueueSpec> queues, List<String> batchQueues) {
        return new Components(List.of(), List.of(), List.of(), List.of(), queues, batchQueues, List.of(), List.of(),
                List.of());
    }

    static Components pipelines(String... names) {
        return new Components(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(names), List.of());
    }

    static Components logGroups(String... groups) {
        return new Components(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(groups));
    }

    private static StackFile file(Components components, Optional<Plan> plan) {
        return file("contract", Environment.PRODUCTION, components, plan);
    }

    static StackFile file(String id, Environment environment, Components components, Optional<Plan> plan) {
        return new StackFile(new StackId(id), id, environment, ACCESS, Optional.empty(), CLUSTER, components,
                plan, Optional.of(new CostFilter(Map.of("Project", "contract"), List.of())), List.of(), Map.of(),
                List.of(), false);
    }

    /// The six stacks that come with the product.
    static List<StackFile> shipped() {
        var metrics = MetricCatalogue.standard().all().stream()
                .map(metric -> new KnownMetric(metric.id(), metric.kind(), metric.unit() == Unit.PERCENT)).toList();
        return new ShippedStacks(new StackReader(metrics)).all();
    }

    Stage denied(String action) {
        connector.account(ACCESS).fault(action, Failure.denied(action));
        return this;
    }

    Stage throttled() {
        connector.account(ACCESS).fault(Faults.EVERY_ACTION, Failure.throttled("any:Thing"));
        return this;
    }

    Stage expired() {
        connector.account(ACCESS).fault(Faults.EVERY_ACTION, Failure.expired("default"));
        return this;
    }

    Stage change(ObjLongConsumer<SimulatedStack> deed) {
        connector.account(ACCESS).change(STACK, deed);
        return this;
    }

    Cloud cloud() {
        return connector.connect(ACCESS);
    }

    Controls controls() {
        return connector.controls(ACCESS);
    }

    InventorySource inventory() {
        return connector.inventory(ACCESS);
    }
}
