package io.watchdeck.watch.discovery;

import io.watchdeck.model.Phrase;
import io.watchdeck.stack.Environment;
import io.watchdeck.watch.discovery.Inventory.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the stack is probably for, and what says so. Where nothing does it is production, which asks the most before it
/// changes something.
record EnvironmentGuess(Environment environment, Phrase reason) {

    private static final Set<String> TAGS = Set.of("environment", "env", "stage");

    static EnvironmentGuess of(Inventory found) {
        Naming own = Things.naming(found);
        return own.environment().map(known -> new EnvironmentGuess(known, Phrase.of("discover.environment.cluster")))
                .or(() -> tag(found))
                .or(() -> agreed(around(found)))
                .or(() -> agreed(Things.of(found).stream().map(Thing::name).filter(own::fits).toList()))
                .orElseGet(() -> new EnvironmentGuess(Environment.PRODUCTION,
                        Phrase.of("discover.environment.unknown")));
    }

    private static Optional<EnvironmentGuess> tag(Inventory found) {
        return Things.cluster(found).stream().flatMap(cluster -> cluster.tags().entrySet().stream())
                .filter(tag -> TAGS.contains(tag.getKey().toLowerCase(Locale.ROOT)))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(tag -> Naming.environmentOf(tag.getValue())
                        .map(known -> new EnvironmentGuess(known,
                                Phrase.of("discover.environment.tag", tag.getKey(), tag.getValue())))
                        .stream())
                .findFirst();
    }

    /// The names of the services and of what they are connected with.
    private static List<String> around(Inventory found) {
        var names = new ArrayList<String>();
        List<Service> services = Things.known(found.services());
        services.forEach(service -> {
            names.add(service.name());
            names.addAll(service.targetGroups());
            Things.definition(found, service).ifPresent(definition -> names.addAll(definition.logGroups()));
        });
        Things.known(found.loadBalancers()).stream().filter(balancer -> services.stream()
                .anyMatch(service -> balancer.targetGroups().stream().anyMatch(service.targetGroups()::contains)))
                .forEach(balancer -> names.add(balancer.name()));
        return names;
    }

    /// What all names that name an environment agree on.
    private static Optional<EnvironmentGuess> agreed(Collection<String> names) {
        List<String> saying = names.stream().filter(name -> Naming.environmentOf(name).isPresent()).toList();
        List<Environment> said = saying.stream().flatMap(name -> Naming.environmentOf(name).stream()).distinct()
                .toList();
        return said.size() == 1 ? Optional.of(new EnvironmentGuess(said.getFirst(),
                Phrase.of("discover.environment.name", saying.getFirst()))) : Optional.empty();
    }
}
