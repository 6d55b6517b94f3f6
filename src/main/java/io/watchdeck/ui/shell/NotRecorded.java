package io.watchdeck.ui.shell;

import io.watchdeck.metrics.Figure;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.StackSnapshot.BatchQueue;
import io.watchdeck.watch.StackSnapshot.Cache;
import io.watchdeck.watch.StackSnapshot.Database;
import io.watchdeck.watch.StackSnapshot.DeadLetters;
import io.watchdeck.watch.StackSnapshot.LoadBalancer;
import io.watchdeck.watch.StackSnapshot.Pipe;
import io.watchdeck.watch.StackSnapshot.Pipeline;
import io.watchdeck.watch.StackSnapshot.Queue;
import io.watchdeck.watch.StackSnapshot.Ruled;
import io.watchdeck.watch.StackSnapshot.Service;
import io.watchdeck.watch.StackSnapshot.TargetGroup;
import io.watchdeck.watch.WatchSnapshot;
import java.time.Instant;

/// Of a moment that is over nothing is asked any more: what had not come by then is not recorded. The verdicts stay those
/// of that moment.
record NotRecorded(Instant moment) {

    WatchSnapshot in(WatchSnapshot shown) {
        return new WatchSnapshot(shown.asOf(), shown.stacks().stream().map(this::in).toList(), shown.severity(),
                shown.headline(), shown.second(), shown.completeness(), shown.counts(), shown.meter(),
                shown.problems(), shown.refreshing(), shown.lastRead(), shown.nextRead(), shown.every(),
                shown.sandbox(), shown.inspected(), shown.notices(), shown.resolved());
    }

    StackSnapshot in(StackSnapshot one) {
        return new StackSnapshot(one.file(), one.asOf(), in(one.identity()),
                one.services().stream().map(this::in).toList(), one.loadBalancers().stream().map(this::in).toList(),
                one.databases().stream().map(this::in).toList(), one.caches().stream().map(this::in).toList(),
                one.queues().stream().map(this::in).toList(),
                one.batchQueues().stream().map(queue -> new BatchQueue(queue.name(), in(queue.state()))).toList(),
                one.pipes().stream().map(pipe -> new Pipe(pipe.name(), in(pipe.state()))).toList(),
                one.pipelines().stream().map(line -> new Pipeline(line.name(), in(line.state()))).toList(),
                in(one.cost()), in(one.budgets()), in(one.alarms()), one.conditions(), one.verdict(), one.gaps(),
                one.occurrences(),
                one.ruled().stream().map(rule -> new Ruled(rule.on(), in(rule.figure()))).toList());
    }

    private Service in(Service one) {
        return new Service(one.spec(), in(one.state()), in(one.tasks()), in(one.scaling()), in(one.cpu()),
                in(one.memory()), one.interruptions());
    }

    private LoadBalancer in(LoadBalancer one) {
        return new LoadBalancer(one.spec(), in(one.requests()), in(one.errors5xx()), in(one.target5xx()),
                in(one.elb5xx()), in(one.p50()), in(one.p95()), in(one.p99()), one.targetGroups().stream()
                        .map(group -> new TargetGroup(group.name(), in(group.healthy()), in(group.unhealthy()),
                                in(group.targets())))
                        .toList());
    }

    private Database in(Database one) {
        return new Database(one.spec(), in(one.facts()), in(one.connections()), in(one.cpu()), in(one.freeStorage()),
                in(one.acu()), one.maxConnections(), one.connectionsFrom(), one.disagreement(), one.maxAcu(),
                one.room());
    }

    private Cache in(Cache one) {
        return new Cache(one.spec(), in(one.hitRate()), in(one.evictions()), in(one.cpu()));
    }

    private Queue in(Queue one) {
        return new Queue(one.spec(), in(one.state()), one.deadLetters().map(dead -> new DeadLetters(dead.name(),
                in(dead.state()), in(dead.oldestAge()), dead.expiresIn(), dead.upperBound())));
    }

    private Figure in(Figure one) {
        return new Figure(one.metric(), in(one.latest()), one.recent());
    }

    private <T> Panel<T> in(Panel<T> panel) {
        return panel.state() instanceof Loadable.Loading<T>
                ? new Panel<>(new Loadable.Failed<>(Failure.notRecorded(), moment), panel.every()) : panel;
    }
}
