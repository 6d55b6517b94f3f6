package io.watchdeck.watch;

import io.watchdeck.fleet.FleetEvent;
import io.watchdeck.fleet.FleetEventStore;
import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.StackFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Keeps what services and tasks tell of themselves before ECS forgets it. Blocking; used by one thread at a time to
/// keep, by any to read.
final class EventKeeping {

    private final Supplier<FleetEventStore> store;
    /// What the last reading told, by place: kept already.
    private final Map<String, Set<FleetEvent>> told = new HashMap<>();
    private final Map<Asked, Failure> unread = new ConcurrentHashMap<>();

    /// A service of a place.
    private record Asked(String place, ServiceKey service) {}

    EventKeeping(Supplier<FleetEventStore> store) {
        this.store = store;
    }

    void keep(Collection<Site> sites) {
        for (Site site : sites) {
            Set<FleetEvent> now = events(site);
            Set<FleetEvent> before = told.getOrDefault(site.place(), Set.of());
            store.get().add(site.place(), now.stream().filter(event -> !before.contains(event)).toList());
            told.put(site.place(), now);
        }
    }

    /// Keeps what autoscaling did to the services that something scales, of which AWS tells on its own. Free calls; what is
    /// not answered is asked again next time.
    void keepActivities(Site site) {
        for (StackFile stack : site.stacks()) {
            for (ServiceKey key : SeenDeployments.services(stack)) {
                if (site.board().scaling.get(key).latest().isPresent()) {
                    site.reader().activities(stack, key.service()).ifPresent(answer -> keep(site, key, answer));
                }
            }
        }
    }

    private void keep(Site site, ServiceKey key, Reading<List<ScalingActivity>> answer) {
        var asked = new Asked(site.place(), key);
        switch (answer) {
            case Reading.Known<List<ScalingActivity>>(var activities, var _) -> {
                unread.remove(asked);
                store.get().add(site.place(),
                        activities.stream().<FleetEvent>map(one -> new FleetEvent.Scaled(key, one)).toList());
            }
            case Reading.Unknown<List<ScalingActivity>>(var failure, var _) -> {
                if (DatabaseEventKeeping.mayPass(failure)) {
                    unread.remove(asked);
                } else {
                    unread.put(asked, failure);
                }
            }
        }
    }

    /// Why what autoscaling did to services of a stack is not kept; empty where it is, or will be soon. Any thread.
    List<Failure> unread(Site site, StackFile stack) {
        return SeenDeployments.services(stack).stream()
                .flatMap(key -> Optional.ofNullable(unread.get(new Asked(site.place(), key))).stream()).distinct()
                .toList();
    }

    private static Set<FleetEvent> events(Site site) {
        var events = new ArrayList<FleetEvent>();
        for (StackFile stack : site.stacks()) {
            SeenDeployments.services(stack).forEach(key -> site.board().services.get(key).latest()
                    .ifPresent(state -> events.addAll(FleetEvent.of(key, state))));
        }
        site.stacks().stream().map(StackFile::cluster).distinct().forEach(cluster -> site.board().tasks.get(cluster)
                .latest().ifPresent(tasks -> events.addAll(FleetEvent.of(cluster, tasks))));
        return Set.copyOf(events);
    }

    /// The deployments of the services of a stack, in order of time.
    List<FleetEvent.Deployed> deployed(Collection<Site> sites, StackId stack, TimeRange range) {
        return sites.stream().flatMap(site -> site.stacks().stream().filter(file -> file.id().equals(stack))
                .flatMap(file -> new SeenDeployments(store).of(file, range).stream()))
                .sorted(Comparator.comparing(FleetEvent::at)).toList();
    }

    /// As old as the oldest samples.
    void forget(Instant now) {
        store.get().forget(now.minus(Tier.HOUR.kept()));
    }
}
