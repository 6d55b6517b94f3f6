package io.watchdeck.architecture.planted.nostaticstate.model;

import io.watchdeck.architecture.planted.Right;
import java.util.List;
import java.util.Map;

@Right
public enum Severity {
    FINE, CRITICAL;

    static final List<Severity> ALL = List.of(values());
    static final Map<String, Severity> BY_NAME = Map.of("fine", FINE);
    static final String NAME = "severity";

    boolean isFine() {
        assert this == FINE;
        return switch (this) {
            case FINE -> true;
            case CRITICAL -> false;
        };
    }
}
