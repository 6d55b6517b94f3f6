package io.watchdeck.operations.proof;

import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.model.Phrase;
import java.util.Optional;

/// Says how a service deployment stands that ECS does not bring to its end any more.
final class GivenUp {

    private GivenUp() {}

    /// Empty while it goes on, once it has succeeded, and for a status that is new.
    static Optional<Phrase> how(ServiceDeployment one) {
        return switch (one.status()) {
            case "STOP_REQUESTED" -> Optional.of(Phrase.of("proof.rollout.stops"));
            case "STOPPED" -> Optional.of(Phrase.of("proof.rollout.stopped"));
            case "ROLLBACK_REQUESTED", "ROLLBACK_IN_PROGRESS" -> Optional.of(Phrase.of("proof.rollout.rollsBack"));
            case "ROLLBACK_SUCCESSFUL" -> Optional.of(Phrase.of("proof.rollout.rolledBack"));
            case "ROLLBACK_FAILED" -> Optional.of(Phrase.of("proof.rollout.rollbackFailed"));
            default -> Optional.empty();
        };
    }

    /// The same with what ECS says of the reason.
    static Optional<Phrase> why(ServiceDeployment one) {
        return how(one).map(how -> one.reason().isBlank() ? how : Phrase.of("list.sentences", how, one.reason()));
    }
}
