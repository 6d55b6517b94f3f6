package io.watchdeck.watch;

import io.watchdeck.model.StackId;
import io.watchdeck.stack.StackFile;
import java.util.Optional;

/// The one service that somebody looks at closely. What only its details tell is read as long as they are open, and of
/// no other service.
///
/// @param service name of a service of the stack
/// @param tail    the lines of its log that are followed; empty while nobody wants any
public record Inspection(StackId stack, String service, Optional<TailWish> tail) {

    /// Everything but the log.
    public Inspection(StackId stack, String service) {
        this(stack, service, Optional.empty());
    }

    public Inspection with(Optional<TailWish> wish) {
        return new Inspection(stack, service, wish);
    }

    /// The file of the stack, where it is in this account and has the service.
    Optional<StackFile> stack(Site site) {
        return site.stacks().stream().filter(file -> file.id().equals(stack) && file.components().services().stream()
                .anyMatch(one -> one.name().equals(service))).findFirst();
    }
}
