package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.metrics.Figure;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Panel;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.ui.kit.StackFigures;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.StackSnapshot.BatchQueue;
import io.watchdeck.watch.StackSnapshot.DeadLetters;
import io.watchdeck.watch.StackSnapshot.Pipe;
import io.watchdeck.watch.StackSnapshot.Pipeline;
import io.watchdeck.watch.StackSnapshot.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One stack as its alarms need it: which conditions tell of which trouble. One for each snapshot of a stack, and equal to
/// no other.
final class StackAlarms {

    private static final MetricCatalogue CATALOGUE = MetricCatalogue.standard();
    private static final Comparator<Condition> TELLS_FIRST = Comparator
            .comparing((Condition one) -> one.state() == State.ALARM).thenComparing(Condition::severity).reversed();

    private final StackSnapshot snapshot;
    private final Map<AlarmKey, List<Condition>> told = new HashMap<>();

    StackAlarms(StackSnapshot snapshot) {
        this.snapshot = snapshot;
        snapshot.conditions().forEach(one -> told
                .computeIfAbsent(AlarmKey.of(snapshot.file().id(), one), _ -> new ArrayList<>()).add(one));
        told.values().forEach(these -> these.sort(TELLS_FIRST));
    }

    StackSnapshot snapshot() {
        return snapshot;
    }

    String name() {
        return snapshot.file().name();
    }

    Environment environment() {
        return snapshot.file().environment();
    }

    /// All that tell of a trouble, whatever they say now: those in alarm first, the worst of them first.
    List<Condition> tellers(AlarmKey key) {
        return told.getOrDefault(key, List.of());
    }

    /// The condition that an occurrence is found by now; empty where it is gone.
    Optional<Condition> finder(Occurrence one) {
        return tellers(one.key()).stream().filter(each -> each.source() == one.now().source()
                && each.name().equals(one.now().name())).findFirst();
    }

    /// Whether a rule tells of it, whoever finds it now.
    boolean hasRule(Occurrence one) {
        return one.now().source() == Source.RULE
                || tellers(one.key()).stream().anyMatch(each -> each.source() == Source.RULE);
    }

    /// Whether it was found by an alarm over other alarms, which has no value.
    boolean isComposite(Occurrence one) {
        return one.now().source() == Source.CLOUDWATCH
                && alarm(one.now().name()).filter(CloudAlarm::composite).isPresent();
    }

    /// The metric as the newest snapshot has it; empty where no screen shows it as a number.
    Optional<Figure> figure(Occurrence one) {
        return one.now().metric().flatMap(metric -> StackFigures.find(snapshot, one.key().on(), metric));
    }

    /// What was read to find it: the metric, or what AWS says of the component where the console counts that itself; of an
    /// alarm of CloudWatch its state too. Empty where nothing here tells when the metric was read: that the component was read
    /// says nothing of what CloudWatch tells of it.
    List<Panel<?>> behind(Occurrence one) {
        var read = new ArrayList<Panel<?>>();
        if (one.now().source() == Source.CLOUDWATCH) {
            read.add(snapshot.alarms());
        }
        figure(one).ifPresentOrElse(figure -> read.add(figure.latest()), () -> {
            if (one.now().source() == Source.RULE && !isOfCloudWatch(one)) {
                component(one.key().on()).forEach(read::add);
            }
        });
        return read;
    }

    private static boolean isOfCloudWatch(Occurrence one) {
        return one.now().metric().flatMap(CATALOGUE::find)
                .filter(metric -> !(metric.origin() instanceof MetricDefinition.Polled)).isPresent();
    }

    private Stream<Panel<?>> component(ComponentId on) {
        String name = on.name();
        return switch (on.kind()) {
            case SERVICE -> snapshot.services().stream().filter(one -> one.spec().name().equals(name))
                    .map(Service::state);
            case QUEUE -> snapshot.queues().stream().filter(one -> one.spec().name().equals(name))
                    .flatMap(one -> Stream.concat(Stream.of(one.state()),
                            one.deadLetters().stream().map(DeadLetters::state)));
            case BATCH_QUEUE -> snapshot.batchQueues().stream().filter(one -> one.name().equals(name))
                    .map(BatchQueue::state);
            case PIPE -> snapshot.pipes().stream().filter(one -> one.name().equals(name)).map(Pipe::state);
            case PIPELINE -> snapshot.pipelines().stream().filter(one -> one.name().equals(name))
                    .map(Pipeline::state);
            case STACK -> Stream.of(snapshot.cost());
            case LOAD_BALANCER, TARGET_GROUP, DATABASE, CACHE -> Stream.empty();
        };
    }

    Series recent(Occurrence one) {
        return figure(one).map(Figure::recent).orElse(Series.empty());
    }

    /// When the trouble can no longer be mended: the oldest dead letter of its queue is destroyed.
    Optional<Instant> deadline(AlarmKey key) {
        return key.on().kind() != ComponentKind.QUEUE ? Optional.empty() : snapshot.queues().stream()
                .filter(queue -> queue.spec().name().equals(key.on().name()))
                .flatMap(queue -> queue.deadLetters().stream()).flatMap(dead -> dead.destroyed().stream())
                .min(Comparator.naturalOrder());
    }

    /// Where it is at AWS: the alarm, or what a rule is about.
    AwsReference reference(Occurrence one) {
        var links = new ConsoleLinks(snapshot.file(), snapshot.identity().state().latest().map(who -> who.account()));
        return one.now().source() == Source.CLOUDWATCH
                ? links.alarm(one.now().name(), alarm(one.now().name()).map(CloudAlarm::arn))
                : links.of(one.key().on());
    }

    /// What CloudWatch says of an alarm; empty where that is not known.
    Optional<CloudAlarm> alarm(String name) {
        return snapshot.alarms().state().latest().stream().flatMap(List::stream)
                .filter(each -> each.name().equals(name)).findFirst();
    }
}
