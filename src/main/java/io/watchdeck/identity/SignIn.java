package io.watchdeck.identity;

import java.time.Instant;
import java.util.Optional;

/// Signs in. Everything blocks the thread that asks; what comes of it is a value, whatever it is.
public interface SignIn {

    /// By a code that a person confirms in a browser (the OAuth device flow). Signed in, `aws` and other tools of AWS are
    /// too: the token is kept where they keep it.
    Outcome device(Door.Sso door, Attempt attempt);

    /// By `aws sso login`, which opens the browser itself.
    ///
    /// @param profile one behind the door
    Outcome command(String profile, Attempt attempt);

    /// Whether there is an `aws` on this machine.
    boolean hasCommand();

    /// By a code of a person's device. The credentials of the role are kept in memory alone, until they end.
    ///
    /// Given up meanwhile, none are kept.
    ///
    /// @param code 6 digits
    Outcome code(Door.Mfa door, String code, Attempt attempt);

    /// Until when somebody is signed in; empty where nobody is.
    Optional<Instant> until(Door door);

    /// Forgets what is kept in memory of a role.
    void forget(Door.Mfa door);
}
