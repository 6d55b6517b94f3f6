package io.watchdeck.watch;

import io.watchdeck.fleet.FleetSource;
import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ScalingSource;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.queues.BatchSource;
import io.watchdeck.queues.QueueSource;
import io.watchdeck.refresh.Readings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What is known of what is watched now, while it is being changed. Any thread.
///
/// @param changed told when something newer is known
record LiveChangeDesk(Supplier<? extends Collection<Site>> sites, Pollers pollers, CloseLook closeLook,
        Runnable changed) implements ChangeDesk {

    @Override
    public Cloud shown(StackId stack, Cloud cloud) {
        return site(stack).map(site -> new Shown(site, changed).of(cloud)).orElse(cloud);
    }

    @Override
    public void again(StackId stack, Set<Subject> subjects) {
        site(stack).ifPresent(site -> {
            subjects.forEach(subject -> pollers.again(subject, site));
            if (subjects.contains(Subject.SERVICES)) {
                closeLook.again(stack);
            }
        });
    }

    private Optional<Site> site(StackId id) {
        return sites.get().stream().filter(site -> site.stacks().stream().anyMatch(
                stack -> stack.id().equals(id) && site.reader().cloud(stack).isPresent())).findFirst();
    }

    /// Puts on a board what ports tell, of what is on it already: nobody watches the rest. What the console counts itself is
    /// counted anew, so that no rule judges by an older figure than the one that is shown.
    private record Shown(Site site, Runnable changed) {

        private Board board() {
            return site.board();
        }

        Cloud of(Cloud cloud) {
            QueueSource queues = names -> put(Subject.QUEUES, board().queues,
                    cloud.queues().queues(names));
            return new Cloud(cloud.identity(), fleet(cloud.fleet()), cloud.metrics(), cloud.alarms(), queues,
                    cloud.scaling().map(this::scaling), cloud.databases(),
                    cloud.batch().map(source -> (BatchSource) names -> put(Subject.BATCH, board().batch,
                            source.batchQueues(names))),
                    cloud.pipes(), cloud.pipelines(), cloud.cost(), cloud.budgets(), cloud.targets(), cloud.logs(),
                    cloud.definitions(), cloud.rollouts());
        }

        private FleetSource fleet(FleetSource source) {
            return new FleetSource() {
                @Override
                public Map<String, Reading<ServiceState>> services(String cluster, Collection<String> names) {
                    Map<String, Reading<ServiceState>> told = source.services(cluster, names);
                    put(Subject.SERVICES, board().services, told.entrySet().stream().collect(Collectors.toMap(
                            one -> new ServiceKey(cluster, one.getKey()),
                            one -> SiteReader.existing(one.getValue(), cluster))));
                    return told;
                }

                @Override
                public Reading<List<TaskState>> tasks(String cluster) {
                    return put(Subject.TASKS, board().tasks, Map.of(cluster, source.tasks(cluster))).get(cluster);
                }
            };
        }

        private ScalingSource scaling(ScalingSource source) {
            return new ScalingSource() {
                @Override
                public Map<ServiceKey, Reading<ScalingRange>> ranges(Collection<ServiceKey> services) {
                    return put(Subject.SCALING, board().scaling, source.ranges(services));
                }

                @Override
                public Reading<List<ScalingActivity>> activities(String cluster, String service) {
                    return source.activities(cluster, service);
                }
            };
        }

        private <K, V> Map<K, Reading<V>> put(Subject subject, Readings<K, V> known, Map<K, Reading<V>> told) {
            var newer = new LinkedHashMap<>(told);
            newer.entrySet().removeIf(one -> !(one.getValue() instanceof Reading.Known)
                    || known.get(one.getKey()) instanceof Loadable.Loading);
            if (!newer.isEmpty()) {
                known.acceptAll(newer);
                site.reader().count(subject);
                board().changed();
                changed.run();
            }
            return told;
        }
    }
}
