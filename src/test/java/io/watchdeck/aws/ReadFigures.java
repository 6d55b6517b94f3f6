package io.watchdeck.aws;

import io.watchdeck.metrics.Figure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Every figure of a snapshot under a name of its own, with the service of AWS that it comes from.
final class ReadFigures {

    /// @param from the service that must answer for it
    record Read(AwsService from, Loadable<?> state) {}

    private final Map<String, Read> all = new LinkedHashMap<>();

    static Map<String, Read> of(WatchSnapshot snapshot) {
        var figures = new ReadFigures();
        snapshot.stacks().forEach(figures::stack);
        return Collections.unmodifiableMap(figures.all);
    }

    static Map<String, Read> of(StackSnapshot stack) {
        var figures = new ReadFigures();
        figures.stack(stack);
        return Collections.unmodifiableMap(figures.all);
    }

    private void stack(StackSnapshot stack) {
        String name = stack.file().id().value() + " ";
        add(name + "identity", AwsService.STS, stack.identity());
        add(name + "alarms", AwsService.ALARMS, stack.alarms());
        add(name + "cost", AwsService.COST, stack.cost());
        stack.services().forEach(service -> {
            String of = name + service.spec().name();
            add(of, AwsService.ECS, service.state());
            add(of + " tasks", AwsService.ECS, service.tasks());
            add(of + " scaling", AwsService.SCALING, service.scaling());
            metrics(of, service.cpu(), service.memory());
        });
        stack.loadBalancers().forEach(balancer -> {
            metrics(name + balancer.spec().name(), balancer.requests(), balancer.errors5xx(), balancer.target5xx(),
                    balancer.elb5xx(), balancer.p50(), balancer.p95(), balancer.p99());
            balancer.targetGroups().forEach(group -> {
                metrics(name + group.name(), group.healthy(), group.unhealthy());
                add(name + group.name() + " targets", AwsService.ELB, group.targets());
            });
        });
        stack.databases().forEach(database -> {
            String of = name + database.spec().id();
            add(of, AwsService.RDS, database.facts());
            metrics(of, database.connections(), database.cpu(), database.freeStorage());
        });
        stack.caches().forEach(cache -> metrics(name + cache.spec().id(), cache.hitRate(), cache.evictions(),
                cache.cpu()));
        stack.queues().forEach(queue -> {
            add(name + queue.spec().name(), AwsService.SQS, queue.state());
            queue.deadLetters().ifPresent(dead -> {
                add(name + dead.name(), AwsService.SQS, dead.state());
                metrics(name + dead.name(), dead.oldestAge());
            });
        });
        stack.batchQueues().forEach(queue -> add(name + queue.name(), AwsService.BATCH, queue.state()));
        stack.pipes().forEach(pipe -> add(name + pipe.name(), AwsService.PIPES, pipe.state()));
        stack.pipelines().forEach(pipeline -> add(name + pipeline.name(), AwsService.PIPELINES, pipeline.state()));
    }

    private void metrics(String of, Figure... figures) {
        for (Figure figure : figures) {
            add(of + " " + figure.metric().id(), AwsService.METRICS, figure.latest());
        }
    }

    private void add(String name, AwsService from, Panel<?> panel) {
        all.put(name, new Read(from, panel.state()));
    }
}
