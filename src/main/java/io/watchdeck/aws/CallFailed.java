package io.watchdeck.aws;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import java.time.Clock;

/// Carries a translated failure from the call to the port, which returns it as a value. Never leaves this package.
final class CallFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;
    private final boolean refused;
    private final boolean broken;

    /// @param refused the service did not take this very request (HTTP 400 or 500), so another one may pass
    /// @param broken  the service says that the fault is its own (HTTP 500 and above)
    CallFailed(Failure failure, boolean refused, boolean broken) {
        super(failure.detail(), null, false, false);
        this.failure = failure;
        this.refused = refused;
        this.broken = broken;
    }

    /// A failure that is of this one thing and that no service has answered with.
    CallFailed(Failure failure) {
        this(failure, false, false);
    }

    Failure failure() {
        return failure;
    }

    boolean refused() {
        return refused;
    }

    boolean broken() {
        return broken;
    }

    /// Whether the next call of the same reading would fail in the same way: it is not made then.
    boolean concernsAll() {
        return switch (failure.kind()) {
            case EXPIRED, DENIED, THROTTLED, UNREACHABLE, WRONG_ACCOUNT, CAPPED -> !refused;
            case NOT_FOUND, ABSENT, NOT_KEPT, UNEXPECTED -> false;
        };
    }

    /// Whether the same call about another thing would fail in the same way. Rights are given thing by thing.
    boolean stopsEverything() {
        return concernsAll() && failure.kind() != Failure.Kind.DENIED;
    }

    <T> Reading<T> reading(Clock clock) {
        return Reading.unknown(failure, clock.instant());
    }
}
