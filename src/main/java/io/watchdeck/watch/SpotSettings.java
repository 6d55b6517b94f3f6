package io.watchdeck.watch;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.ledger.SpotChecks;
import io.watchdeck.fleet.rollout.DeploymentSource;
import io.watchdeck.fleet.rollout.TaskDesign;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.refresh.Behalf;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.StackFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What the settings of services on Spot are, as far as nothing else reads them: read when somebody looks at the ledger,
/// with free calls. A task definition never changes, so that it is read once; target groups are read again after
/// [#HOLDS], and what failed after [#AGAIN]. Any thread.
final class SpotSettings {

    private static final Duration HOLDS = Duration.ofHours(1);
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<String, Reading<TaskDesign>> designs = new ConcurrentHashMap<>();
    private final Map<ServiceKey, Reading<Duration>> drains = new ConcurrentHashMap<>();

    SpotSettings(Clock clock) {
        this.clock = clock;
    }

    /// As far as they are known.
    ///
    /// @param unread why they are not, where reading failed
    record Known(Optional<TaskDesign> design, Optional<Duration> drain, List<Failure> unread) {}

    Known of(ServiceKey key, ServiceState state) {
        Optional<Reading<TaskDesign>> design = Optional.ofNullable(designs.get(state.taskDefinition()));
        Optional<Reading<Duration>> drain = Optional.ofNullable(drains.get(key));
        return new Known(design.flatMap(SpotSettings::value), drain.flatMap(SpotSettings::value),
                java.util.stream.Stream.of(design, drain).flatMap(Optional::stream)
                        .flatMap(one -> failure(one).stream()).distinct().toList());
    }

    /// Reads what is not known.
    ///
    /// @return whether anything was read
    boolean read(Collection<Site> sites, LedgerQuestion question) {
        boolean any = false;
        for (Site site : sites) {
            for (StackFile stack : site.stacks()) {
                if (question.isAbout(stack.id())) {
                    any |= site.reader().cloud(stack).flatMap(Cloud::rollouts)
                            .map(source -> read(site, stack, source)).orElse(false);
                }
            }
        }
        return any;
    }

    private boolean read(Site site, StackFile stack, DeploymentSource source) {
        boolean any = false;
        for (ServiceSpec spec : stack.components().services()) {
            var key = new ServiceKey(stack.cluster(), spec.name());
            Optional<ServiceState> state = site.board().services.get(key).latest().filter(one -> SpotChecks.of(one,
                    Optional.empty(), Optional.empty(), Optional.empty()).onSpot());
            if (state.isPresent()) {
                any |= Behalf.of(List.of(stack.id())).get(() -> read(key, state.get(), source));
            }
        }
        return any;
    }

    private boolean read(ServiceKey key, ServiceState state, DeploymentSource source) {
        boolean design = isDue(designs.get(state.taskDefinition()), Duration.ofDays(365));
        if (design) {
            designs.put(state.taskDefinition(), source.design(state.taskDefinition()));
        }
        boolean drain = !state.targetGroups().isEmpty() && isDue(drains.get(key), HOLDS);
        if (drain) {
            drains.put(key, longest(source.deregistrationDelays(state.targetGroups()).values()));
        }
        return design || drain;
    }

    private boolean isDue(@org.jspecify.annotations.Nullable Reading<?> before, Duration holds) {
        Instant now = clock.instant();
        return switch (before) {
            case null -> true;
            case Reading.Known<?>(var _, var at) -> now.isAfter(at.plus(holds));
            case Reading.Unknown<?>(var _, var at) -> now.isAfter(at.plus(AGAIN));
        };
    }

    /// The first that is not known decides: a longer one may be behind it.
    private static Reading<Duration> longest(Collection<Reading<Duration>> all) {
        return all.stream().reduce((one, other) -> one instanceof Reading.Unknown<Duration> ? one
                : other instanceof Reading.Unknown<Duration> ? other
                : value(one).orElseThrow().compareTo(value(other).orElseThrow()) >= 0 ? one : other)
                .orElseThrow();
    }

    private static <T> Optional<T> value(Reading<T> reading) {
        return reading instanceof Reading.Known<T>(var value, var _) ? Optional.of(value) : Optional.empty();
    }

    private static Optional<Failure> failure(Reading<?> reading) {
        return reading instanceof Reading.Unknown<?>(var failure, var _) ? Optional.of(failure) : Optional.empty();
    }
}
