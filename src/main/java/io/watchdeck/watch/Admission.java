package io.watchdeck.watch;

import io.watchdeck.identity.Identity;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.stack.StackFile;
import java.util.Optional;

/// Whether a stack may be read with the credentials at hand.
final class Admission {

    private Admission() {}

    /// Why nothing of the stack is read: the credentials are missing or expired, they belong to another account than
    /// the file names, or the account could not be confirmed.
    static Optional<Failure> refusal(StackFile stack, Loadable<Identity> identity) {
        Optional<Failure> problem = identity.problem();
        if (problem.filter(failure -> failure.kind() == Failure.Kind.EXPIRED).isPresent()) {
            return problem;
        }
        if (stack.account().isEmpty()) {
            return Optional.empty();
        }
        String expected = stack.account().get();
        Optional<String> actual = identity.latest().map(Identity::account);
        if (actual.isEmpty()) {
            return problem;
        }
        return actual.get().equals(expected) ? Optional.empty()
                : Optional.of(Failure.wrongAccount(expected, actual.get()));
    }
}
