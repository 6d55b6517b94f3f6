package io.watchdeck.watch;

import io.watchdeck.model.StackId;
import io.watchdeck.refresh.Poller;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What only the details of the service tell at which somebody looks closely, and its log. Any thread.
final class CloseLook {

    private final Rhythm rhythm;
    private final Inspector inspector;
    private final TailReader tail;
    private volatile List<Poller> reading = List.of();
    private volatile Optional<StackId> lookedAt = Optional.empty();

    CloseLook(Rhythm rhythm, Clock clock) {
        this.rhythm = rhythm;
        inspector = new Inspector(rhythm, clock);
        tail = new TailReader(rhythm, clock);
    }

    /// Begins to read on schedule.
    void poll(Pollers pollers, Supplier<Collection<Site>> sites) {
        reading = List.of(pollers.add("inspection", () -> inspector.read(sites.get()), rhythm::inspection),
                pollers.add("log tail", () -> tail.read(sites.get()), tail::pause));
    }

    void at(Optional<Inspection> service) {
        lookedAt = service.map(Inspection::stack);
        boolean details = inspector.look(service);
        boolean log = tail.look(service);
        List<Poller> both = reading;
        if (details && !both.isEmpty()) {
            both.getFirst().again();
        }
        if (log && !both.isEmpty()) {
            both.getLast().again();
        }
    }

    /// Reads as soon as may be.
    void again() {
        reading.forEach(Poller::again);
    }

    /// The same, where the look is at a service of this stack.
    void again(StackId stack) {
        lookedAt.filter(stack::equals).ifPresent(_ -> again());
    }

    /// Blocking.
    void read(Collection<Site> sites) {
        inspector.read(sites);
        tail.read(sites);
    }

    Optional<Inspected> known(Collection<Site> sites, Instant now) {
        return inspector.known(sites, now).map(one -> one.with(tail.known(sites, now)));
    }
}
