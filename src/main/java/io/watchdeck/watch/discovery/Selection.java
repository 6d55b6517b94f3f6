package io.watchdeck.watch.discovery;

import io.watchdeck.model.Phrase;
import io.watchdeck.queues.QueueState.RedrivePolicy;
import io.watchdeck.watch.discovery.Inventory.Cluster;
import io.watchdeck.watch.discovery.Inventory.Mention;
import io.watchdeck.watch.discovery.Inventory.Service;
import io.watchdeck.watch.discovery.Thing.Sort;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What of an inventory belongs to the cluster, and why: what refers to it counts more than names, and names more than
/// tags. What looks as if it belonged and does not is kept with the reason too, so that nobody has to guess.
final class Selection {

    /// A pipe leads to a queue or a job queue, and those to further pipes.
    private static final int STEPS = 3;
    /// Engines that RDS lists and CloudWatch reports elsewhere.
    private static final Set<String> OTHER_ENGINES = Set.of("docdb", "neptune");

    private static final String BY_NAME = "discover.reason.name";
    private static final String BY_PIPE = "discover.reason.source";

    private final Inventory found;
    private final NameRule names;
    private final Set<Thing> all;
    private final Map<Thing, Phrase> chosen = new LinkedHashMap<>();
    private final Map<Thing, Phrase> never = new LinkedHashMap<>();
    private final Map<Thing, Phrase> leftOut = new LinkedHashMap<>();
    private final Map<String, RedrivePolicy> deadLetters = new TreeMap<>();

    private Selection(Inventory found, NameRule names) {
        this.found = found;
        this.names = names;
        all = Things.of(found);
    }

    static Selection of(Inventory found, EnvironmentGuess guess) {
        var names = new NameRule(Things.naming(found), guess.environment(),
                Things.otherClusters(found).stream().map(Cluster::name).toList());
        var selection = new Selection(found, names);
        selection.select();
        return selection;
    }

    private void select() {
        refuse();
        services();
        loadBalancers();
        pipelines();
        all.forEach(this::byName);
        byTag();
        for (int step = 0; step < STEPS; step++) {
            pipes();
        }
        deadLetters();
    }

    /// What belongs, by name, with the reason.
    Map<String, Phrase> chosen(Sort sort) {
        var some = new TreeMap<String, Phrase>();
        chosen.forEach((thing, reason) -> {
            if (thing.sort() == sort) {
                some.put(thing.name(), reason);
            }
        });
        return some;
    }

    /// What looks as if it belonged, with the reason why it is not proposed.
    Map<Thing, Phrase> leftOut() {
        return leftOut;
    }

    /// The redrive policies of the queues that belong, by queue.
    Map<String, RedrivePolicy> redrive() {
        return deadLetters;
    }

    private void choose(Sort sort, String name, String reason, Object... arguments) {
        var thing = new Thing(sort, name);
        if (never.containsKey(thing)) {
            leftOut.put(thing, never.get(thing));
        } else if (all.contains(thing)) {
            chosen.putIfAbsent(thing, Phrase.of(reason, arguments));
            leftOut.remove(thing);
        }
    }

    /// As [#choose], and a better reason than a name that merely fits. Only downstream, so that no two things are there
    /// because of each other.
    private void refer(Sort sort, String name, String reason, Object... arguments) {
        chosen.computeIfPresent(new Thing(sort, name), (_, before) -> before.key().equals(BY_NAME)
                ? Phrase.of(reason, arguments) : before);
        choose(sort, name, reason, arguments);
    }

    private boolean isThereByItself(Thing queue) {
        return Optional.ofNullable(chosen.get(queue)).filter(why -> !why.key().equals(BY_PIPE)).isPresent();
    }

    /// Notes what can never be part of a stack file, whatever refers to it.
    private void refuse() {
        Things.known(found.loadBalancers()).stream().filter(balancer -> !balancer.type().equals("application"))
                .forEach(balancer -> never.put(new Thing(Sort.LOAD_BALANCER, balancer.name()),
                        Phrase.of("discover.left.balancer", balancer.type())));
        Things.known(found.databases()).stream().filter(database -> OTHER_ENGINES.contains(database.engine()))
                .forEach(database -> never.put(new Thing(Sort.DATABASE, database.id()),
                        Phrase.of("discover.left.engine", database.engine())));
        all.stream().filter(thing -> thing.sort() == Sort.LOG_GROUP).forEach(thing -> {
            if (thing.name().startsWith("/aws/codebuild/")) {
                never.put(thing, Phrase.of("discover.left.build"));
            } else if (thing.name().startsWith("/aws/ecs/containerinsights/")) {
                never.put(thing, Phrase.of("discover.left.insights"));
            }
        });
    }

    private void services() {
        for (Service service : Things.known(found.services())) {
            choose(Sort.SERVICE, service.name(), "discover.reason.service");
            service.targetGroups().forEach(group -> choose(Sort.TARGET_GROUP, group, "discover.reason.targetGroup",
                    service.name()));
            Things.definition(found, service).ifPresent(definition -> {
                definition.logGroups().forEach(group -> choose(Sort.LOG_GROUP, group, "discover.reason.log",
                        service.name()));
                definition.mentions().forEach(mention -> mentioned(service, mention));
            });
        }
    }

    private void loadBalancers() {
        List<Service> services = Things.known(found.services());
        Things.known(found.loadBalancers()).forEach(balancer -> {
            List<String> behind = services.stream().filter(service -> service.targetGroups().stream()
                    .anyMatch(balancer.targetGroups()::contains)).map(Service::name).sorted().toList();
            if (!behind.isEmpty()) {
                choose(Sort.LOAD_BALANCER, balancer.name(), "discover.reason.balancer", String.join(", ", behind));
            }
        });
    }

    private void mentioned(Service service, Mention mention) {
        String what = mention.what();
        Things.known(found.databases()).stream().filter(database -> database.hosts().contains(what))
                .forEach(database -> mentioned(Sort.DATABASE, database.id(), service, mention));
        Things.known(found.caches()).stream().filter(cache -> cache.hosts().contains(what))
                .forEach(cache -> mentioned(Sort.CACHE, cache.id(), service, mention));
        mentioned(Sort.QUEUE, what, service, mention);
        mentioned(Sort.BATCH_QUEUE, what, service, mention);
        Thing.ofArn(what).ifPresent(thing -> mentioned(thing.sort(), thing.name(), service, mention));
    }

    private void mentioned(Sort sort, String name, Service service, Mention mention) {
        choose(sort, name, "discover.reason.mention", mention.variable(), service.name());
    }

    /// A pipeline that is known to deploy elsewhere is not the cluster's, whatever its name.
    private void pipelines() {
        found.deployments().forEach((pipeline, reading) -> Things.value(reading).ifPresent(clusters -> {
            if (clusters.contains(found.cluster())) {
                choose(Sort.PIPELINE, pipeline, "discover.reason.deploys");
            } else if (!clusters.isEmpty() && names.fits(pipeline)) {
                leftOut.put(new Thing(Sort.PIPELINE, pipeline), Phrase.of("discover.left.deploys",
                        clusters.stream().sorted().collect(Collectors.joining(", "))));
            }
        }));
    }

    private void byName(Thing thing) {
        if (chosen.containsKey(thing) || leftOut.containsKey(thing) || !names.fits(thing.name())) {
            return;
        }
        names.against(thing.name()).ifPresentOrElse(why -> leftOut.put(thing, why),
                () -> choose(thing.sort(), thing.name(), BY_NAME, names.own().text()));
    }

    /// A tag that another cluster has as well tells nothing.
    private void byTag() {
        Optional<ClusterTag> tag = Things.cluster(found).flatMap(ClusterTag::of);
        if (tag.isEmpty() || Things.otherClusters(found).stream().anyMatch(tag.get()::isOn)) {
            return;
        }
        Collection<String> arns = found.tagged().map(Things::known).orElse(List.of());
        arns.stream().flatMap(arn -> Thing.ofArn(arn).stream())
                .filter(thing -> !chosen.containsKey(thing) && !leftOut.containsKey(thing)).forEach(thing -> {
                    if (all.contains(thing)) {
                        names.against(thing.name()).ifPresentOrElse(why -> leftOut.put(thing, why),
                                () -> choose(thing.sort(), thing.name(), "discover.reason.tag", tag.get().key(),
                                        tag.get().value()));
                    }
                });
    }

    private void pipes() {
        Things.known(found.pipes()).forEach(pipe -> {
            Optional<Thing> source = Thing.ofArn(pipe.sourceArn());
            Optional<Thing> target = Thing.ofArn(pipe.targetArn());
            source.filter(this::isThereByItself).ifPresent(queue -> refer(Sort.PIPE, pipe.name(),
                    "discover.reason.pipe", queue.name()));
            target.filter(chosen::containsKey).ifPresent(queue -> choose(Sort.PIPE, pipe.name(),
                    "discover.reason.pipeTo", queue.name()));
            if (chosen.containsKey(new Thing(Sort.PIPE, pipe.name()))) {
                source.ifPresent(queue -> choose(queue.sort(), queue.name(), BY_PIPE, pipe.name()));
                target.ifPresent(queue -> refer(queue.sort(), queue.name(), "discover.reason.target", pipe.name()));
            }
        });
    }

    /// A dead-letter queue is listed with the queue that it belongs to.
    private void deadLetters() {
        chosen(Sort.QUEUE).keySet().forEach(queue -> Optional.ofNullable(found.queueStates().get(queue))
                .flatMap(Things::value).flatMap(state -> state.redrive())
                .ifPresent(policy -> deadLetters.put(queue, policy)));
        deadLetters.values().forEach(policy -> {
            chosen.remove(new Thing(Sort.QUEUE, policy.deadLetterName()));
            leftOut.remove(new Thing(Sort.QUEUE, policy.deadLetterName()));
        });
    }
}
