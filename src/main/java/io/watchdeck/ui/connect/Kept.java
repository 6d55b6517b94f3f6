package io.watchdeck.ui.connect;

import io.watchdeck.stack.CacheSpec;
import io.watchdeck.stack.Components;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.stack.LoadBalancerSpec;
import io.watchdeck.stack.QueueSpec;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.watch.discovery.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/// What a person keeps of the components that were found. Pure.
record Kept(Components found) {

    /// All that was found, section by section.
    List<Part> parts(Notes notes) {
        var parts = new ArrayList<Part>();
        add(parts, notes, "services", found.services().stream().map(ServiceSpec::name).toList());
        add(parts, notes, "loadBalancers", found.loadBalancers().stream().map(LoadBalancerSpec::name).toList());
        add(parts, notes, "databases", found.databases().stream().map(DatabaseSpec::id).toList());
        add(parts, notes, "caches", found.caches().stream().map(CacheSpec::id).toList());
        add(parts, notes, "queues", found.queues().stream().map(QueueSpec::name).toList());
        add(parts, notes, "batchQueues", found.batchQueues());
        add(parts, notes, "pipes", found.pipes());
        add(parts, notes, "pipelines", found.pipelines());
        add(parts, notes, "logGroups", found.logGroups());
        return List.copyOf(parts);
    }

    private static void add(List<Part> parts, Notes notes, String section, List<String> names) {
        names.forEach(name -> parts.add(Part.of(section, name, notes.reasons(section + "[" + name + "]"))));
    }

    /// Without what was put aside. A queue whose pipe was names none.
    Components of(List<Part> parts) {
        Set<String> taken = parts.stream().filter(part -> part.taken().get())
                .map(part -> part.section() + " " + part.name()).collect(Collectors.toSet());
        BiPredicate<String, String> keeps = (section, name) -> taken.contains(section + " " + name);
        return new Components(
                found.services().stream().filter(one -> keeps.test("services", one.name())).toList(),
                found.loadBalancers().stream().filter(one -> keeps.test("loadBalancers", one.name())).toList(),
                found.databases().stream().filter(one -> keeps.test("databases", one.id())).toList(),
                found.caches().stream().filter(one -> keeps.test("caches", one.id())).toList(),
                found.queues().stream().filter(one -> keeps.test("queues", one.name())).map(one -> new QueueSpec(
                        one.name(), one.deadLetterQueue(), one.pipe().filter(pipe -> keeps.test("pipes", pipe))))
                        .toList(),
                named(found.batchQueues(), "batchQueues", keeps), named(found.pipes(), "pipes", keeps),
                named(found.pipelines(), "pipelines", keeps), named(found.logGroups(), "logGroups", keeps),
                Optional.empty());
    }

    private static List<String> named(List<String> names, String section, BiPredicate<String, String> keeps) {
        return names.stream().filter(name -> keeps.test(section, name)).toList();
    }
}
