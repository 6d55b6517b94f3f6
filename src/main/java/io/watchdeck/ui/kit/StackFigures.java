package io.watchdeck.ui.kit;

import io.watchdeck.alarms.AlarmName;
import io.watchdeck.alarms.Condition;
import io.watchdeck.metrics.Figure;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Severity;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.StackSnapshot.Ruled;
import io.watchdeck.words.Words;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds things in a stack: the figure behind a condition, the severity of what is open on a component.
public final class StackFigures {

    private StackFigures() {}

    public static Optional<Figure> behind(StackSnapshot stack, Condition condition) {
        return condition.metric().flatMap(metric -> find(stack, condition.on(), metric));
    }

    public static Optional<Figure> find(StackSnapshot stack, ComponentId on, String metric) {
        return Stream.concat(figures(stack, on), stack.ruled().stream().filter(one -> one.on().equals(on))
                .map(Ruled::figure)).filter(figure -> figure.metric().id().equals(metric)).findFirst();
    }

    private static Stream<Figure> figures(StackSnapshot stack, ComponentId on) {
        String name = on.name();
        return switch (on.kind()) {
            case SERVICE -> stack.services().stream().filter(one -> one.spec().name().equals(name))
                    .flatMap(one -> Stream.of(one.cpu(), one.memory()));
            case LOAD_BALANCER -> stack.loadBalancers().stream().filter(one -> one.spec().name().equals(name))
                    .flatMap(one -> Stream.of(one.requests(), one.errors5xx(), one.target5xx(), one.elb5xx(),
                            one.p50(), one.p95(), one.p99()));
            case TARGET_GROUP -> stack.loadBalancers().stream().flatMap(one -> one.targetGroups().stream())
                    .filter(group -> group.name().equals(name))
                    .flatMap(group -> Stream.of(group.healthy(), group.unhealthy()));
            case DATABASE -> stack.databases().stream().filter(one -> one.spec().id().equals(name))
                    .flatMap(one -> Stream.of(one.connections(), one.cpu(), one.freeStorage(), one.acu()));
            case CACHE -> stack.caches().stream().filter(one -> one.spec().id().equals(name))
                    .flatMap(one -> Stream.of(one.hitRate(), one.evictions(), one.cpu()));
            case QUEUE -> stack.queues().stream()
                    .flatMap(one -> one.deadLetters().stream().filter(dead -> dead.name().equals(name)))
                    .map(StackSnapshot.DeadLetters::oldestAge);
            case BATCH_QUEUE, PIPE, PIPELINE, STACK -> Stream.empty();
        };
    }

    /// The tone of the worst condition in alarm among those that match; plain when there is none.
    public static Tone tone(StackSnapshot stack, Predicate<Condition> matching) {
        Optional<Severity> worst = Optional.empty();
        for (Condition condition : stack.verdict().open()) {
            if (matching.test(condition)
                    && worst.filter(than -> than.compareTo(condition.severity()) >= 0).isEmpty()) {
                worst = Optional.of(condition.severity());
            }
        }
        return worst.map(Tone::of).orElse(Tone.PLAIN);
    }

    /// The limit that the most severe rule or alarm sets on a component's figure.
    public static OptionalDouble limit(StackSnapshot stack, ComponentKind kind, String name, String metric) {
        Optional<Condition> strictest = Optional.empty();
        for (Condition condition : stack.conditions()) {
            if (condition.on().kind() == kind && condition.threshold().isPresent()
                    && condition.on().name().equals(name) && condition.metric().filter(metric::equals).isPresent()
                    && strictest.filter(than -> than.severity().compareTo(condition.severity()) > 0).isEmpty()) {
                strictest = Optional.of(condition);
            }
        }
        return strictest.map(Condition::threshold).orElse(OptionalDouble.empty());
    }

    public static Predicate<Condition> on(ComponentKind kind, String name) {
        return condition -> condition.on().kind() == kind && condition.on().name().equals(name);
    }

    public static Predicate<Condition> about(String metric) {
        return condition -> condition.metric().filter(metric::equals).isPresent();
    }

    /// What a rule or an alarm of CloudWatch is called, as in every list of alarms.
    public static String said(Condition one, Words words) {
        return words.say(AlarmName.of(one));
    }
}
