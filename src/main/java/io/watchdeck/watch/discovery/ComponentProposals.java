package io.watchdeck.watch.discovery;

import io.watchdeck.data.ConnectionLimit;
import io.watchdeck.data.DatabaseFacts;
import io.watchdeck.data.LimitSource;
import io.watchdeck.fleet.PolicyPhrases;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.model.Phrase;
import io.watchdeck.stack.CacheSpec;
import io.watchdeck.stack.Components;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.stack.DatabaseSpec.Kind;
import io.watchdeck.stack.LoadBalancerSpec;
import io.watchdeck.stack.QueueSpec;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.ServiceSpec.Range;
import io.watchdeck.watch.discovery.Inventory.Definition;
import io.watchdeck.watch.discovery.Inventory.LoadBalancer;
import io.watchdeck.watch.discovery.Inventory.Service;
import io.watchdeck.watch.discovery.Thing.Sort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// Writes the selected things down as components, each with its reason and with what is known of its limits.
final class ComponentProposals {

    private static final long GIB = 1L << 30;

    private final Inventory found;
    private final Selection selection;
    private final Details details;
    private final Notes.Pad notes;

    ComponentProposals(Inventory found, Selection selection, Details details, Notes.Pad notes) {
        this.found = found;
        this.selection = selection;
        this.details = details;
        this.notes = notes;
    }

    Components components() {
        return new Components(services(), loadBalancers(), databases(), caches(), queues(), names(Sort.BATCH_QUEUE),
                pipes(), names(Sort.PIPELINE), names(Sort.LOG_GROUP));
    }

    private static String path(Sort sort, String name) {
        return sort.section() + "[" + name + "]";
    }

    private void reason(Sort sort, String name) {
        notes.beside(path(sort, name), selection.chosen(sort).get(name));
    }

    private List<String> names(Sort sort) {
        Map<String, Phrase> chosen = selection.chosen(sort);
        chosen.forEach((name, reason) -> notes.beside(path(sort, name), reason));
        return List.copyOf(chosen.keySet());
    }

    private List<ServiceSpec> services() {
        List<Service> services = Things.known(found.services()).stream()
                .sorted((one, other) -> one.name().compareTo(other.name())).toList();
        if (!services.isEmpty()) {
            notes.above("services", Phrase.of("discover.note.services"));
        }
        return services.stream().map(this::service).toList();
    }

    private ServiceSpec service(Service service) {
        String path = path(Sort.SERVICE, service.name());
        reason(Sort.SERVICE, service.name());
        Optional<ScalingRange> range = Optional.ofNullable(details.ranges().get(service.name()))
                .flatMap(Things::value);
        range.flatMap(PolicyPhrases::joined).ifPresent(policies -> notes.beside(path + ".scaling",
                Phrase.of("discover.note.scaling", policies)));
        service.spotWeight().ifPresent(_ -> notes.beside(path + ".spotWeight", Phrase.of("discover.note.spot")));
        return new ServiceSpec(service.name(), OptionalInt.of(service.desired()),
                range.map(known -> new Range(known.min(), known.max())), OptionalInt.empty(), service.spotWeight(),
                Things.definition(found, service).flatMap(Definition::size));
    }

    /// With those of its target groups that belong; others belong to somebody else who shares it.
    private List<LoadBalancerSpec> loadBalancers() {
        Map<String, Phrase> groups = selection.chosen(Sort.TARGET_GROUP);
        var specs = new ArrayList<LoadBalancerSpec>();
        var taken = new HashSet<String>();
        for (String name : selection.chosen(Sort.LOAD_BALANCER).keySet()) {
            LoadBalancer balancer = Things.known(found.loadBalancers()).stream()
                    .filter(one -> one.name().equals(name)).findFirst().orElseThrow();
            reason(Sort.LOAD_BALANCER, name);
            List<String> own = balancer.targetGroups().stream().filter(groups::containsKey).filter(taken::add).toList();
            own.forEach(group -> notes.beside(path(Sort.LOAD_BALANCER, name) + ".targetGroups[" + group + "]",
                    groups.get(group)));
            if (own.size() < Set.copyOf(balancer.targetGroups()).size()) {
                notes.above(path(Sort.LOAD_BALANCER, name), Phrase.of("discover.note.shared", name, String.join(", ",
                        balancer.targetGroups().stream().filter(group -> !own.contains(group)).toList())));
            }
            specs.add(new LoadBalancerSpec(name, own));
        }
        return specs;
    }

    private List<DatabaseSpec> databases() {
        return selection.chosen(Sort.DATABASE).keySet().stream().map(this::database).toList();
    }

    private DatabaseSpec database(String id) {
        Inventory.Database database = Things.known(found.databases()).stream().filter(one -> one.id().equals(id))
                .findFirst().orElseThrow();
        reason(Sort.DATABASE, id);
        Optional<DatabaseFacts> facts = Optional.ofNullable(details.databases().get(id)).flatMap(Things::value);
        facts.ifPresent(known -> {
            notes.beside(path(Sort.DATABASE, id) + ".engine",
                    Phrase.of("discover.note.engine", known.engineVersion(), known.instanceClass()));
            notes.above(path(Sort.DATABASE, id), connections(id, known.connections()));
        });
        return new DatabaseSpec(id, database.cluster() ? Kind.CLUSTER : Kind.INSTANCE, database.engine(),
                OptionalInt.empty(), facts.map(DatabaseFacts::storageBytes).filter(bytes -> bytes.orElse(0) >= GIB)
                        .orElse(OptionalLong.empty()),
                facts.map(DatabaseFacts::maxAcu).orElse(OptionalDouble.empty()));
    }

    private static Phrase connections(String id, ConnectionLimit limit) {
        if (limit.max().isPresent()) {
            return Phrase.of(limit.from() == LimitSource.PARAMETER_GROUP ? "discover.note.connections"
                    : "discover.note.connections.estimate", id, limit.max().getAsInt());
        }
        return limit.failure().map(failure -> Phrase.of("discover.note.connections.unread", id, failure.sentence()))
                .orElseGet(() -> Phrase.of("discover.note.connections.unknown", id));
    }

    private List<CacheSpec> caches() {
        return Things.known(found.caches()).stream()
                .filter(cache -> selection.chosen(Sort.CACHE).containsKey(cache.id()))
                .sorted((one, other) -> one.id().compareTo(other.id())).map(cache -> {
                    reason(Sort.CACHE, cache.id());
                    return new CacheSpec(cache.id(),
                            cache.nodes() > 0 ? OptionalInt.of(cache.nodes()) : OptionalInt.empty());
                }).toList();
    }

    private List<QueueSpec> queues() {
        return selection.chosen(Sort.QUEUE).keySet().stream().map(name -> {
            String path = path(Sort.QUEUE, name);
            reason(Sort.QUEUE, name);
            var policy = Optional.ofNullable(selection.redrive().get(name));
            policy.ifPresent(known -> notes.beside(path + ".deadLetterQueue",
                    Phrase.of("discover.reason.deadLetters", known.maxReceiveCount())));
            Optional<String> pipe = pipeOf(name);
            pipe.ifPresent(known -> notes.beside(path + ".pipe", selection.chosen(Sort.PIPE).get(known)));
            return new QueueSpec(name, policy.map(known -> known.deadLetterName()), pipe);
        }).toList();
    }

    private Optional<String> pipeOf(String queue) {
        return Things.known(found.pipes()).stream()
                .filter(pipe -> selection.chosen(Sort.PIPE).containsKey(pipe.name()))
                .filter(pipe -> Thing.ofArn(pipe.sourceArn()).filter(new Thing(Sort.QUEUE, queue)::equals).isPresent())
                .map(Inventory.Pipe::name).sorted().findFirst();
    }

    /// Those that no queue names, then those of the queues, in the reader's order.
    private List<String> pipes() {
        List<String> ofQueues = selection.chosen(Sort.QUEUE).keySet().stream().flatMap(queue -> pipeOf(queue).stream())
                .toList();
        var pipes = new ArrayList<String>();
        selection.chosen(Sort.PIPE).forEach((name, reason) -> {
            if (!ofQueues.contains(name)) {
                pipes.add(name);
                notes.beside(path(Sort.PIPE, name), reason);
            }
        });
        pipes.addAll(ofQueues);
        return pipes;
    }
}
