package io.watchdeck;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Word;
import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.ledger.InterruptionCount;
import io.watchdeck.metrics.Figure;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Severity;
import io.watchdeck.model.TimeRange;
import io.watchdeck.queues.QueueState;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.UnreadStack;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import io.watchdeck.yaml.FileProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/// Writes a snapshot as the object of `status --json`. A figure that is not known, or too old to decide anything, is
/// `null` and has an entry in `failures`, at its own path or that of its block; what a later version brings is `null`
/// with the kind `notKept`. Instants are ISO 8601 in UTC. `src/docs/status-json.md` lists what is `null` because there is
/// no such thing.
final class StatusJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final Words words;
    private final StatusFailures failures;
    private Instant now = Instant.EPOCH;

    /// @param words says the sentences of verdicts and failures
    StatusJson(Words words) {
        this.words = words;
        failures = new StatusFailures(words);
    }

    String text(WatchSnapshot snapshot) {
        try {
            return JsonMapper.builder().build().writerWithDefaultPrettyPrinter()
                    .writeValueAsString(object(snapshot));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    ObjectNode object(WatchSnapshot snapshot) {
        now = snapshot.asOf();
        ObjectNode root = JSON.objectNode();
        root.put("asOf", now.toString());
        root.put("severity", snapshot.severity().word());
        root.put("verdict", words.say(snapshot.headline()));
        root.put("sandbox", snapshot.sandbox());
        root.put("openAlarms", snapshot.stacks().stream().mapToInt(stack -> stack.open().size()).sum());
        list(root, "stacks", snapshot.stacks(), this::stack);
        snapshot.unread().forEach(stack -> root.withArray("/stacks").add(unread(stack)));
        list(root, "problems", snapshot.problems(), StatusJson::problem);
        ObjectNode meter = root.putObject("meter");
        meter.put("today", StatusCost.plain(snapshot.meter().today()));
        meter.put("month", StatusCost.plain(snapshot.meter().month()));
        meter.put("cap", StatusCost.plain(snapshot.meter().cap()));
        meter.put("currency", snapshot.meter().cap().currency().getCurrencyCode());
        ObjectNode calls = meter.putObject("calls");
        snapshot.meter().calls().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
                .forEach(call -> calls.put(call.getKey(), call.getValue()));
        return root;
    }

    private ObjectNode stack(StackSnapshot stack) {
        ObjectNode node = JSON.objectNode();
        node.put("stack", stack.file().id().value());
        node.put("name", stack.file().name());
        node.put("environment", stack.file().environment().word());
        node.put("account", stack.identity().state().latest().map(identity -> identity.account()).orElse(null));
        node.put("region", stack.file().access().region().code());
        node.put("severity", stack.verdict().severity().word());
        node.put("verdict", words.say(stack.verdict().headline()));
        list(node, "services", stack.services(), this::service);
        list(node, "loadBalancers", stack.loadBalancers(), this::loadBalancer);
        list(node, "databases", stack.databases(), this::database);
        list(node, "caches", stack.caches(), this::cache);
        list(node, "queues", stack.queues(), queue -> queue(queue, stack));
        list(node, "batch", stack.batchQueues(), this::batch);
        list(node, "pipes", stack.pipes(), this::pipe);
        list(node, "pipelines", stack.pipelines(), this::pipeline);
        node.set("cost", StatusCost.of(stack, now));
        node.put("openAlarms", stack.open().size());
        list(node, "alarms", stack.conditions(), one -> condition(one, stack));
        node.set("failures", failures.of(stack));
        return node;
    }

    /// Nothing of it is known, and so not what it consists of either.
    private ObjectNode unread(UnreadStack stack) {
        ObjectNode node = JSON.objectNode();
        node.put("stack", stack.id().value());
        Stream.of("name", "environment", "account", "region").forEach(node::putNull);
        node.put("severity", Severity.UNKNOWN.word());
        node.put("verdict", words.say(stack.says()));
        Stream.of("services", "loadBalancers", "databases", "caches", "queues", "batch", "pipes", "pipelines", "cost",
                "openAlarms", "alarms", "failures").forEach(node::putNull);
        return node;
    }

    private ObjectNode service(StackSnapshot.Service service) {
        ObjectNode node = block(service.state());
        Optional<ServiceState> state = service.state().deciding(now);
        Optional<ScalingRange> range = service.scaling().deciding(now);
        node.put("name", service.spec().name());
        node.put("desired", state.map(ServiceState::desired).orElse(null));
        node.put("running", state.map(ServiceState::running).orElse(null));
        node.put("pending", state.map(ServiceState::pending).orElse(null));
        node.put("min", range.map(ScalingRange::min).orElse(null));
        node.put("max", range.map(ScalingRange::max).orElse(null));
        Optional<Long> spot = service.tasks().deciding(now).flatMap(_ -> service.runningOnSpot());
        Optional<Long> all = service.tasks().deciding(now)
                .map(tasks -> tasks.stream().filter(task -> task.isRunning()).count());
        node.put("spotRunning", spot.orElse(null));
        node.put("onDemandRunning", all.flatMap(total -> spot.map(some -> total - some)).orElse(null));
        node.put("rollout", state.flatMap(known -> known.deployments().stream().filter(Deployment::isPrimary)
                .findFirst()).map(Deployment::rolloutState).orElse(null));
        node.set("cpuPercent", number(service.cpu()));
        node.set("memoryPercent", number(service.memory()));
        node.set("interruptions", service.interruptions().<JsonNode>map(StatusJson::interruptions)
                .orElse(JSON.nullNode()));
        return node;
    }

    private static ObjectNode interruptions(InterruptionCount known) {
        ObjectNode node = range(known.attendance().range());
        node.put("count", known.count());
        ArrayNode gaps = node.putArray("gaps");
        known.attendance().gaps().forEach(gap -> gaps.add(range(gap)));
        return node;
    }

    private static ObjectNode range(TimeRange range) {
        ObjectNode node = JSON.objectNode();
        node.put("from", range.from().toString());
        node.put("to", range.to().toString());
        return node;
    }

    private ObjectNode loadBalancer(StackSnapshot.LoadBalancer balancer) {
        ObjectNode node = block(later(balancer.requests().latest(), balancer.errors5xx().latest()));
        node.put("name", balancer.spec().name());
        node.set("requests5m", sum(balancer.requests()));
        node.set("http5xx5m", sum(balancer.errors5xx()));
        node.set("p95Ms", number(balancer.p95(), seconds -> seconds * 1000));
        list(node, "targets", balancer.targetGroups(), group -> {
            ObjectNode target = block(group.healthy().latest());
            target.put("group", group.name());
            target.set("healthy", number(group.healthy()));
            target.set("unhealthy", number(group.unhealthy()));
            return target;
        });
        return node;
    }

    private ObjectNode database(StackSnapshot.Database database) {
        ObjectNode node = block(database.connections().latest());
        node.put("id", database.spec().id());
        node.set("connections", number(database.connections()));
        node.set("maxConnections", whole(database.maxConnections()));
        node.put("maxConnectionsSource", database.connectionsFrom().word());
        node.set("maxConnectionsDisagrees", whole(database.disagreement()));
        node.set("cpuPercent", number(database.cpu()));
        node.set("freeStorageBytes", number(database.freeStorage()));
        node.set("acu", number(database.acu()));
        node.set("maxAcu", real(database.maxAcu()));
        return node;
    }

    private ObjectNode cache(StackSnapshot.Cache cache) {
        ObjectNode node = block(cache.hitRate().latest());
        node.put("id", cache.spec().id());
        node.set("hitRatePercent", number(cache.hitRate()));
        node.set("evictions5m", sum(cache.evictions()));
        return node;
    }

    private ObjectNode queue(StackSnapshot.Queue queue, StackSnapshot stack) {
        ObjectNode node = block(queue.state());
        Optional<QueueState> state = queue.state().deciding(now);
        node.put("name", queue.spec().name());
        node.put("visible", state.map(QueueState::visible).orElse(null));
        node.put("inFlight", state.map(QueueState::inFlight).orElse(null));
        node.set("dlq", queue.deadLetters().<JsonNode>map(this::deadLetters)
                .orElse(JSON.nullNode()));
        Optional<StackSnapshot.Pipe> pipe = queue.spec().pipe().flatMap(name -> stack.pipes().stream()
                .filter(one -> one.name().equals(name)).findFirst());
        node.set("pipe", pipe.<JsonNode>map(this::pipe).orElse(JSON.nullNode()));
        return node;
    }

    private ObjectNode deadLetters(StackSnapshot.DeadLetters dead) {
        ObjectNode node = block(dead.state());
        node.put("name", dead.name());
        node.put("visible", dead.state().deciding(now).map(QueueState::visible).orElse(null));
        node.set("oldestAgeSeconds", number(dead.oldestAge()));
        boolean known = dead.state().deciding(now).isPresent() && dead.oldestAge().latest().deciding(now).isPresent();
        node.put("expiresInSeconds", dead.expiresIn().filter(_ -> known).map(Duration::toSeconds).orElse(null));
        node.put("expiryIsUpperBound", dead.upperBound());
        return node;
    }

    private ObjectNode pipe(StackSnapshot.Pipe pipe) {
        ObjectNode node = block(pipe.state());
        node.put("name", pipe.name());
        node.put("state", pipe.state().deciding(now).map(state -> state.state()).orElse(null));
        node.put("reason", pipe.state().deciding(now).map(state -> state.reason()).orElse(null));
        return node;
    }

    private ObjectNode batch(StackSnapshot.BatchQueue batch) {
        ObjectNode node = block(batch.state());
        node.put("queue", batch.name());
        node.put("running", batch.state().deciding(now).map(state -> state.count("RUNNING")).orElse(null));
        node.put("runnable", batch.state().deciding(now).map(state -> state.count("RUNNABLE")).orElse(null));
        node.put("failed24h", batch.state().deciding(now).map(state -> state.failedSince(now.minus(Duration.ofDays(1))))
                .orElse(null));
        return node;
    }

    private ObjectNode pipeline(StackSnapshot.Pipeline pipeline) {
        ObjectNode node = block(pipeline.state());
        var stage = pipeline.state().deciding(now).flatMap(state -> state.deciding());
        node.put("name", pipeline.name());
        node.put("state", stage.map(one -> one.status()).orElse(null));
        node.put("stage", stage.map(one -> one.name()).orElse(null));
        node.put("since", stage.flatMap(one -> one.since()).map(Instant::toString).orElse(null));
        return node;
    }

    /// Who acknowledged it is told of what is in alarm, and of what was when it was known last; nobody owns what is snoozed.
    private ObjectNode condition(Condition condition, StackSnapshot stack) {
        Optional<Occurrence> occurrence = Optional.of(condition).filter(one -> one.state() != Condition.State.OK)
                .flatMap(stack::occurrence).filter(one -> condition.state() == Condition.State.ALARM
                        || one.unknownSince().isPresent() && one.now().name().equals(condition.name()));
        Optional<Status> status = occurrence.map(Occurrence::status);
        ObjectNode node = JSON.objectNode();
        node.put("name", condition.name());
        node.put("source", condition.source() == Condition.Source.RULE ? "rule" : "cloudwatch");
        node.put("on", condition.on().name());
        node.put("severity", condition.severity().word());
        node.put("state", condition.state().name());
        node.set("value", real(condition.value()));
        node.set("threshold", real(condition.threshold()));
        node.put("since", occurrence.filter(_ -> condition.state() == Condition.State.ALARM).map(Occurrence::raised)
                .or(condition::since).map(Instant::toString).orElse(null));
        node.put("stateSince", condition.since().map(Instant::toString).orElse(null));
        node.put("unknownSince", occurrence.flatMap(Occurrence::unknownSince).map(Instant::toString).orElse(null));
        node.put("says", words.say(condition.sentence()));
        node.put("acknowledgedBy", status.filter(Status.Acknowledged.class::isInstance).flatMap(Status::said)
                .map(Word::person).orElse(null));
        node.put("snoozed", status.filter(Status.Snoozed.class::isInstance).isPresent());
        node.put("until", status.flatMap(Status::said).flatMap(Word::until).map(Instant::toString).orElse(null));
        return node;
    }

    private static ObjectNode problem(FileProblem problem) {
        ObjectNode node = JSON.objectNode();
        node.put("file", problem.file());
        node.put("line", problem.line());
        node.put("column", problem.column());
        node.put("problem", problem.problem());
        node.put("remedy", problem.remedy());
        node.put("lastGoodInUse", problem.covered());
        return node;
    }

    /// Every block begins with the instant at which it was true.
    private static ObjectNode block(Panel<?> panel) {
        ObjectNode node = JSON.objectNode();
        node.put("asOf", panel.state().latestAsOf().map(Instant::toString).orElse(null));
        return node;
    }

    /// A load balancer without targets has errors though it counts no requests.
    private static Panel<Double> later(Panel<Double> one, Panel<Double> other) {
        Instant at = one.state().latestAsOf().orElse(Instant.MIN);
        return other.state().latestAsOf().filter(at::isBefore).isPresent() ? other : one;
    }

    private JsonNode number(Figure figure) {
        return number(figure, value -> value);
    }

    private JsonNode number(Figure figure, Function<Double, Double> unit) {
        return figure.latest().deciding(now).<JsonNode>map(
                value -> decimal(unit.apply(value))).orElse(JSON.nullNode());
    }

    /// The sum of the five minutes that end with the newest complete one.
    private JsonNode sum(Figure figure) {
        Loadable<Double> latest = figure.latest().state();
        if (figure.latest().deciding(now).isEmpty() || latest.latestAsOf().isEmpty()) {
            return JSON.nullNode();
        }
        Instant end = latest.latestAsOf().get();
        Series part = figure.recent().between(end.minus(FIVE_MINUTES), end);
        double sum = 0;
        for (int i = 0; i < part.size(); i++) {
            sum += part.value(i);
        }
        return decimal(sum);
    }

    /// Whole numbers without a point, others with what they have.
    private static JsonNode decimal(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? JSON.numberNode((long) value)
                : JSON.numberNode(value);
    }

    private static JsonNode real(OptionalDouble value) {
        return value.isPresent() ? decimal(value.getAsDouble()) : JSON.nullNode();
    }

    private static JsonNode whole(OptionalInt value) {
        return value.isPresent() ? JSON.numberNode(value.getAsInt()) : JSON.nullNode();
    }

    private static <T> void list(ObjectNode node, String name, Collection<T> items, Function<T, ObjectNode> item) {
        ArrayNode array = node.putArray(name);
        items.forEach(one -> array.add(item.apply(one)));
    }
}
