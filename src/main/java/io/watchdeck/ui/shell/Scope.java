package io.watchdeck.ui.shell;

import io.watchdeck.stack.Environment;
import java.util.Optional;

/// Which stacks are listed: all, or those of one environment. The verdict is always about all of them.
public record Scope(Optional<Environment> environment) {

    public static Scope all() {
        return new Scope(Optional.empty());
    }

    public boolean contains(Environment other) {
        return environment.isEmpty() || environment.get() == other;
    }
}
