package io.watchdeck.ui.stack;

import io.watchdeck.alarms.Condition;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Loadable;
import io.watchdeck.watch.StackSnapshot;
import java.util.Comparator;
import java.util.Optional;

/// Which service to show first: the one that the verdict is about, else the one that lacks most tasks, else the first.
final class Leading {

    private Leading() {}

    static Optional<String> service(StackSnapshot stack) {
        Optional<String> told = stack.verdict().troubles().stream().map(Condition::on)
                .filter(on -> on.kind() == ComponentKind.SERVICE).map(ComponentId::name)
                .filter(name -> has(stack, name)).findFirst();
        return told.or(() -> stack.services().stream().filter(one -> missing(one) > 0)
                .max(Comparator.comparing(Leading::missing)).or(() -> stack.services().stream().findFirst())
                .map(one -> one.spec().name()));
    }

    /// Whether the first answers about the services are there, so that the choice need not change any more.
    static boolean isKnown(StackSnapshot stack) {
        return stack.services().stream().noneMatch(one -> one.state().state() instanceof Loadable.Loading
                || one.cpu().latest().state() instanceof Loadable.Loading);
    }

    static boolean has(StackSnapshot stack, String name) {
        return stack.services().stream().anyMatch(one -> one.spec().name().equals(name));
    }

    private static int missing(StackSnapshot.Service service) {
        Optional<ServiceState> state = service.state().state().latest();
        return state.map(known -> known.desired() - known.running()).orElse(0);
    }
}
