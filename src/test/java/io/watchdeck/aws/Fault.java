package io.watchdeck.aws;

import io.watchdeck.aws.LoopbackAws.Answer;
import io.watchdeck.model.Failure.Kind;

/// What can be wrong with a service for a while.
public enum Fault {
    THROTTLED(Kind.THROTTLED),
    DENIED(Kind.DENIED),
    BROKEN(Kind.UNEXPECTED),
    HANGING(Kind.UNREACHABLE),
    TRUNCATED(Kind.UNREACHABLE);

    private final Kind kind;

    Fault(Kind kind) {
        this.kind = kind;
    }

    /// What the console should make of it.
    Kind kind() {
        return kind;
    }

    Answer answer(AwsService service, String operation, LoopbackAws aws) {
        return switch (this) {
            case THROTTLED -> service.throttled();
            case DENIED -> service.denied(operation);
            case BROKEN -> service.broken();
            case HANGING -> aws.hanging();
            case TRUNCATED -> service.truncated();
        };
    }
}
