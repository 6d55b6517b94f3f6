package io.watchdeck.ui.stack;

import io.watchdeck.alarms.Condition;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.StackFigures;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.StackSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How bad it is with a service: what is open on it, what its lines are coloured for, and what of it is not known.
final class ServiceSeverity {

    private final StackSnapshot stack;
    private final Instant now;

    ServiceSeverity(StackSnapshot stack, Instant now) {
        this.stack = stack;
        this.now = now;
    }

    /// @param lines of the service and its deployments
    Severity of(String name, List<FleetLine> lines) {
        Severity open = stack.verdict().open().stream().filter(StackFigures.on(ComponentKind.SERVICE, name))
                .map(Condition::severity).reduce(Severity.FINE, Severity::worse);
        Severity seen = lines.stream().flatMap(line -> Stream.of(line.runningTone(), line.rolloutTone(),
                line.cpu().tone(), line.memory().tone())).map(ServiceSeverity::of)
                .reduce(Severity.FINE, Severity::worse);
        boolean unread = stack.services().stream().filter(one -> one.spec().name().equals(name))
                .anyMatch(this::unread);
        return open.worse(seen).worse(unread ? Severity.UNKNOWN : Severity.FINE);
    }

    /// A service that is to run no task has no load.
    private boolean unread(StackSnapshot.Service service) {
        Optional<ServiceState> state = service.state().state().latest();
        boolean runs = state.filter(known -> known.desired() > 0).isPresent();
        return unread(service.state()) || runs && (unread(service.cpu().latest()) || unread(service.memory().latest()));
    }

    private boolean unread(Panel<?> panel) {
        return switch (panel.freshness(now)) {
            case ASKING, STALE, MISSING -> true;
            case ON_TIME, LATE -> false;
        };
    }

    private static Severity of(Tone tone) {
        return switch (tone) {
            case WARNING -> Severity.WARNING;
            case CRITICAL -> Severity.CRITICAL;
            case PLAIN, MUTED, FINE, NOTICE -> Severity.FINE;
        };
    }
}
