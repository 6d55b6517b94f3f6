package io.watchdeck.fleet.ledger;

import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.rollout.TaskDesign;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What the settings of a service make of an interruption, apart from any interruption.
///
/// @param onSpot       whether its strategy places tasks on Spot; where it does not there is nothing to check
/// @param guaranteed   tasks that its strategy places on demand whatever happens to Spot: the base of another provider.
///                     With 0 nothing guarantees an on-demand task
/// @param zones        in which its tasks run now, in alphabetical order; empty while they are not known
/// @param stopTimeouts of all containers; empty while the task definition was not read
/// @param drain        for which a load balancer lets requests end; empty while it is not known
public record SpotChecks(boolean onSpot, int guaranteed, Optional<Set<String>> zones,
        Optional<List<StopTimeout>> stopTimeouts, Optional<Duration> drain) {

    /// Between the notice and the `SIGKILL` ("Amazon ECS clusters for Fargate").
    public static final Duration NOTICE = Duration.ofSeconds(120);
    /// Where the definition says nothing.
    private static final Duration STANDARD = Duration.ofSeconds(30);
    private static final String SPOT = "FARGATE_SPOT";

    /// @param length between `SIGTERM` and `SIGKILL`
    /// @param given  whether the definition says so; else it is ECS's own
    public record StopTimeout(String container, Duration length, boolean given) {

        /// Whether it leaves some of the two minutes unused.
        public boolean isShort() {
            return length.compareTo(NOTICE) < 0;
        }
    }

    public static SpotChecks of(ServiceState service, Optional<Collection<TaskState>> tasks,
            Optional<TaskDesign> design, Optional<Duration> drain) {
        List<CapacityShare> strategy = service.strategy();
        boolean onSpot = strategy.stream().anyMatch(one -> one.provider().equals(SPOT)
                && (one.weight() > 0 || one.base() > 0));
        int guaranteed = strategy.stream().filter(one -> !one.provider().equals(SPOT)).mapToInt(CapacityShare::base)
                .max().orElse(0);
        return new SpotChecks(onSpot, guaranteed,
                tasks.map(all -> all.stream().filter(TaskState::isRunning).map(TaskState::zone)
                        .filter(zone -> !zone.isEmpty()).collect(Collectors.toCollection(TreeSet::new))),
                design.map(SpotChecks::timeouts), drain);
    }

    private static List<StopTimeout> timeouts(TaskDesign design) {
        var all = new ArrayList<StopTimeout>();
        design.containers().forEach(one -> all.add(new StopTimeout(one.name(), one.stopTimeout().orElse(STANDARD),
                one.stopTimeout().isPresent())));
        return List.copyOf(all);
    }

    /// Whether the requests of an interrupted task may be cut off: they are given longer to end than Spot leaves. Empty
    /// while that is not known.
    public Optional<Boolean> drainsTooLong() {
        return drain.map(length -> length.compareTo(NOTICE) > 0);
    }
}
