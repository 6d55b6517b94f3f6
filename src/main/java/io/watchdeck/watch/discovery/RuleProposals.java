package io.watchdeck.watch.discovery;

import io.watchdeck.alarms.AlarmScope;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.CacheSpec;
import io.watchdeck.stack.Components;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.stack.LoadBalancerSpec;
import io.watchdeck.stack.QueueSpec;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.stack.RuleSpec.Direction;
import io.watchdeck.stack.RuleSpec.MissingData;
import io.watchdeck.stack.RuleSpec.Origin;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.Threshold;
import io.watchdeck.stack.Threshold.Limit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Rules for what no CloudWatch alarm of the stack watches. Where an alarm watches, its owner has already said what is
/// bad, and a second opinion would only be a second row.
final class RuleProposals {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    /// As many names as a line takes.
    private static final int FEW = 3;

    private record Usual(String name, String metric, Direction direction, Threshold threshold, int periods) {}

    private static final List<Usual> USUAL = List.of(
            new Usual("CPU", "service.cpu", Direction.ABOVE, new Threshold.Absolute(80), 2),
            new Usual("Memory", "service.memory", Direction.ABOVE, new Threshold.Absolute(85), 2),
            new Usual("Target 5xx", "lb.target5xx", Direction.ABOVE, new Threshold.Absolute(10), 1),
            new Usual("Database connections", "db.connections", Direction.ABOVE,
                    new Threshold.PercentOf(80, Limit.MAX_CONNECTIONS), 1),
            new Usual("Database CPU", "db.cpu", Direction.ABOVE, new Threshold.Absolute(80), 3),
            new Usual("Database storage", "db.freeStorage", Direction.BELOW,
                    new Threshold.PercentOf(20, Limit.STORAGE), 1),
            new Usual("Database capacity", "db.acu", Direction.ABOVE, new Threshold.PercentOf(90, Limit.MAX_ACU), 3),
            new Usual("Cache CPU", "cache.cpu", Direction.ABOVE, new Threshold.Absolute(80), 3),
            new Usual("Oldest message", "queue.oldestAge", Direction.ABOVE, new Threshold.Absolute(3600), 1));

    private final StackFile stack;
    private final MetricCatalogue catalogue;
    private final List<CloudAlarm> alarms;
    private final AlarmScope scope;

    RuleProposals(StackFile stack, MetricCatalogue catalogue, Collection<CloudAlarm> account) {
        this.stack = stack;
        this.catalogue = catalogue;
        scope = new AlarmScope(stack, catalogue);
        alarms = account.stream().filter(alarm -> scope.component(alarm).isPresent()).toList();
    }

    /// The alarms that concern the stack.
    List<CloudAlarm> alarms() {
        return alarms;
    }

    /// Each with the reason.
    Map<RuleSpec, Phrase> rules() {
        var rules = new LinkedHashMap<RuleSpec, Phrase>();
        for (Usual usual : USUAL) {
            List<String> unwatched = new ArrayList<>(having(catalogue.get(usual.metric())));
            unwatched.removeIf(name -> watched(usual.metric(), name));
            if (!unwatched.isEmpty()) {
                String some = String.join(", ", unwatched.subList(0, Math.min(FEW, unwatched.size())));
                rules.put(rule(usual), unwatched.size() > FEW
                        ? Phrase.of("discover.reason.rule.many", some, unwatched.size() - FEW)
                        : Phrase.of("discover.reason.rule", some));
            }
        }
        return rules;
    }

    private boolean watched(String metric, String component) {
        return alarms.stream().anyMatch(alarm -> scope.metric(alarm).map(MetricDefinition::id).filter(metric::equals)
                .isPresent() && scope.component(alarm).filter(one -> one.name().equals(component)).isPresent());
    }

    /// The components that have a metric and, where it has one, the limit.
    private List<String> having(MetricDefinition metric) {
        Components all = stack.components();
        Stream<String> names = switch (metric.kind()) {
            case SERVICE -> all.services().stream().map(ServiceSpec::name);
            case LOAD_BALANCER -> all.loadBalancers().stream().map(LoadBalancerSpec::name);
            case DATABASE -> all.databases().stream().filter(database -> has(database, metric)).map(DatabaseSpec::id);
            case CACHE -> all.caches().stream().map(CacheSpec::id);
            case QUEUE -> all.queues().stream().map(QueueSpec::name);
            case TARGET_GROUP, BATCH_QUEUE, PIPE, PIPELINE, STACK -> Stream.empty();
        };
        return names.toList();
    }

    private static boolean has(DatabaseSpec database, MetricDefinition metric) {
        return switch (metric.scope()) {
            case EVERY -> true;
            case INSTANCE -> database.kind() == DatabaseSpec.Kind.INSTANCE && !database.engine().startsWith("aurora");
            case CLUSTER -> database.maxAcu().isPresent();
        };
    }

    private static RuleSpec rule(Usual usual) {
        return new RuleSpec(usual.name(), usual.metric(), Optional.empty(), usual.direction(), usual.threshold(),
                FIVE_MINUTES, usual.periods(), usual.periods(), Severity.WARNING, MissingData.MISSING, Origin.DOCUMENT,
                Optional.empty());
    }
}
