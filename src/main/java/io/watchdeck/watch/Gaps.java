package io.watchdeck.watch;

import io.watchdeck.alarms.Condition;
import io.watchdeck.fleet.TargetState;
import io.watchdeck.metrics.Figure;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.watch.StackSnapshot.Gap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lists every figure of a stack that is not known or too old to decide anything, under the path of the
/// component in `status --json` and the name of what was read there; what only a rule judges stands under `metrics` and its
/// id in the catalogue.
final class Gaps {

    /// Of which an old answer says that nobody has asked since.
    private static final String COST = "cost";
    private static final String AVAILABLE = "available";

    private final List<Gap> gaps = new ArrayList<>();
    private final StackSnapshot stack;
    private final Instant begun;
    private final Instant now;
    private final Set<Judged> judged;
    private final Set<String> ruled;
    private boolean asking;

    /// A figure on which a rule decides.
    private record Judged(String metric, ComponentKind kind, String component) {}

    /// @param begun since when the console reads: nobody was to answer before
    Gaps(StackSnapshot stack, Instant begun, Instant now) {
        this.stack = stack;
        this.begun = begun;
        this.now = now;
        judged = stack.conditions().stream().filter(condition -> condition.source() == Condition.Source.RULE)
                .flatMap(condition -> condition.metric().stream()
                        .map(metric -> new Judged(metric, condition.on().kind(), condition.on().name())))
                .collect(Collectors.toSet());
        ruled = WantedMetrics.ruled(stack.file());
        collect();
        onlyJudged();
    }

    List<Gap> all() {
        return List.copyOf(gaps);
    }

    /// Whether a figure that decides has been asked for the first time and has not been answered.
    boolean asking() {
        return asking;
    }

    private void collect() {
        panel("identity", stack.identity(), stack.file().account().isPresent(), identity -> identity.account());
        stack.services().forEach(service -> {
            String path = "services[" + service.spec().name() + "]";
            panel(path, service.state(), true, state -> state.running() + "/" + state.desired());
            panel(path + ".tasks", service.tasks(), false, tasks -> Integer.toString(tasks.size()));
            if (service.scaling().state().problem().filter(Gaps::isAbsent).isEmpty()) {
                // A service need not scale by itself: that it has no range is an answer.
                panel(path + ".scaling", service.scaling(), false, range -> range.min() + "-" + range.max());
            }
            boolean runs = service.state().state().latest().filter(state -> state.running() > 0).isPresent();
            figure(path + ".cpuPercent", service.cpu(), service.spec().name(), runs);
            figure(path + ".memoryPercent", service.memory(), service.spec().name(), runs);
        });
        stack.loadBalancers().forEach(balancer -> {
            String name = balancer.spec().name();
            String path = "loadBalancers[" + name + "]";
            figure(path + ".requests5m", balancer.requests(), name);
            figure(path + ".http5xx5m", balancer.errors5xx(), name);
            figure(path + ".p95Ms", balancer.p95(), name);
            balancer.targetGroups().forEach(group -> {
                String place = path + ".targets[" + group.name() + "]";
                figure(place + ".healthy", group.healthy(), group.name());
                figure(place + ".unhealthy", group.unhealthy(), group.name());
                panel(place + ".health", group.targets(), false, targets -> targets.stream()
                        .filter(TargetState::isHealthy).count() + "/" + targets.size());
            });
        });
        stack.databases().forEach(database -> {
            String id = database.spec().id();
            String path = "databases[" + id + "]";
            panel(path + ".facts", database.facts(), false, facts -> facts.status());
            if (database.maxConnections().isEmpty()) {
                // Without the limit nobody can say how full the database is.
                gaps.add(new Gap(path + ".maxConnections", noLimit(database), Optional.empty(), Optional.empty(),
                        false));
            }
            boolean runs = database.facts().state().latest().filter(facts -> facts.status().equals(AVAILABLE))
                    .isPresent();
            figure(path + ".connections", database.connections(), id, runs);
            figure(path + ".cpuPercent", database.cpu(), id, runs);
            if (database.spec().kind() == io.watchdeck.stack.DatabaseSpec.Kind.CLUSTER) {
                figure(path + ".acu", database.acu(), id, runs);
            } else {
                figure(path + ".freeStorageBytes", database.freeStorage(), id, runs);
            }
        });
        stack.caches().forEach(cache -> {
            String path = "caches[" + cache.spec().id() + "]";
            figure(path + ".hitRatePercent", cache.hitRate(), cache.spec().id());
            figure(path + ".evictions5m", cache.evictions(), cache.spec().id());
        });
        stack.queues().forEach(queue -> {
            String path = "queues[" + queue.spec().name() + "]";
            panel(path, queue.state(), true, state -> Long.toString(state.visible()));
            queue.deadLetters().ifPresent(dead -> {
                panel(path + ".dlq", dead.state(), true, state -> Long.toString(state.visible()));
                figure(path + ".dlq.oldestAgeSeconds", dead.oldestAge(), dead.name());
            });
        });
        stack.batchQueues().forEach(queue -> panel("batch[" + queue.name() + "]", queue.state(), true,
                state -> Integer.toString(state.count("RUNNING"))));
        stack.pipes().forEach(pipe -> panel("pipes[" + pipe.name() + "]", pipe.state(), false, state -> state.state()));
        stack.pipelines().forEach(pipeline -> panel("pipelines[" + pipeline.name() + "]", pipeline.state(), true,
                state -> state.deciding().map(stage -> stage.status()).orElse("")));
        panel(COST, stack.cost(), false, report -> report.monthToDate().amount().toPlainString());
        panel("alarms", stack.alarms(), true, alarms -> Integer.toString(alarms.size()));
    }

    /// What nothing but a rule wants to know. That CloudWatch has nothing of it may be as it should be.
    private void onlyJudged() {
        stack.loadBalancers().forEach(balancer -> Stream.of(balancer.target5xx(), balancer.elb5xx(), balancer.p50(),
                balancer.p99()).forEach(one -> onlyJudged(ComponentKind.LOAD_BALANCER, balancer.spec().name(), one)));
        stack.caches().forEach(cache -> onlyJudged(ComponentKind.CACHE, cache.spec().id(), cache.cpu()));
        stack.ruled().forEach(one -> onlyJudged(one.on().kind(), one.on().name(), one.figure()));
    }

    private void onlyJudged(ComponentKind kind, String name, Figure figure) {
        if (judged.contains(new Judged(figure.metric().id(), kind, name))) {
            figure(block(kind, name) + GapWords.METRICS + figure.metric().id(), figure, name);
        }
    }

    private String block(ComponentKind kind, String name) {
        return switch (kind) {
            case SERVICE -> "services[" + name + "]";
            case LOAD_BALANCER -> "loadBalancers[" + name + "]";
            case TARGET_GROUP -> stack.loadBalancers().stream()
                    .filter(one -> one.targetGroups().stream().anyMatch(group -> group.name().equals(name))).findFirst()
                    .map(one -> "loadBalancers[" + one.spec().name() + "].").orElse("") + "targets[" + name + "]";
            case DATABASE -> "databases[" + name + "]";
            case CACHE -> "caches[" + name + "]";
            case QUEUE -> "queues[" + name + "]";
            case BATCH_QUEUE -> "batch[" + name + "]";
            case PIPE -> "pipes[" + name + "]";
            case PIPELINE -> "pipelines[" + name + "]";
            case STACK -> "stack[" + name + "]";
        };
    }

    private static Failure noLimit(StackSnapshot.Database database) {
        return database.facts().state().problem()
                .or(() -> database.facts().state().latest().map(facts -> facts.connections().failure()
                        .orElseGet(Failure::absent)))
                .orElseGet(Failure::notKept);
    }

    private void figure(String path, Figure figure, String component) {
        figure(path, figure, component, false);
    }

    /// @param published whether AWS always has something of it while the component is as it is: its silence is no good news
    ///                  then
    private void figure(String path, Figure figure, String component, boolean published) {
        boolean always = WantedMetrics.isAlwaysRead(figure.metric().id(), ruled);
        panel(path, figure.latest(),
                judged.contains(new Judged(figure.metric().id(), figure.metric().kind(), component)),
                value -> Double.toString(value), always ? this::stale : _ -> Failure.unattended(), published);
    }

    private <T> void panel(String path, Panel<T> panel, boolean decides, Function<T, String> asText) {
        panel(path, panel, decides, asText, path.equals(COST) ? _ -> Failure.notAsked() : this::stale, false);
    }

    /// @param old       why a value is old where nothing failed
    /// @param published whether silence counts
    private <T> void panel(String path, Panel<T> panel, boolean decides, Function<T, String> asText,
            Function<Panel<T>, Failure> old, boolean published) {
        Loadable<T> state = panel.state();
        if (state instanceof Loadable.Loading) {
            asking |= decides;
            return;
        }
        Freshness freshness = panel.freshness(now);
        Optional<Failure> failure = state.problem();
        if (failure.isEmpty() && freshness != Freshness.STALE) {
            return;
        }
        boolean known = freshness == Freshness.ON_TIME || freshness == Freshness.LATE;
        Failure reason = failure.orElseGet(() -> old.apply(panel));
        asking |= decides && reason.equals(Failure.awaited());
        boolean counts = switch (reason.kind()) {
            case ABSENT -> published && reason.isSilence();
            case NOT_KEPT -> false;
            default -> true;
        };
        gaps.add(new Gap(path, reason, state.latest().map(asText), state.latestAsOf(), decides && counts && !known));
    }

    private static boolean isAbsent(Failure failure) {
        return failure.kind() == Failure.Kind.ABSENT;
    }

    /// Nothing failed, and yet nothing came for five intervals: the machine slept, or a call hangs. What was remembered is
    /// asked for anew, and has as long for its first answer.
    private <T> Failure stale(Panel<T> panel) {
        Instant asOf = panel.state().latestAsOf().orElse(now);
        boolean first = asOf.isBefore(begun) && !begun.isAfter(now)
                && !now.isAfter(begun.plus(panel.every().multipliedBy(5)));
        return first ? Failure.awaited() : Failure.stale(Duration.between(asOf, now), panel.every());
    }
}
