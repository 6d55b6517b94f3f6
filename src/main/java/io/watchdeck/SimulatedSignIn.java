package io.watchdeck;

import io.watchdeck.identity.SignInDesk;
import io.watchdeck.sandbox.SandboxProfileSource;
import io.watchdeck.sandbox.SandboxSignIn;
import io.watchdeck.stack.StackFile;
import java.time.Clock;
import java.util.Optional;

/// Who is signed in where on a picture of a sandbox: its simulated profiles, so that it is the same on every machine. A
/// window tells the profiles of this computer beside a sandbox, because an account is connected with them; nobody
/// connects one from a picture.
final class SimulatedSignIn {

    private SimulatedSignIn() {}

    /// Empty where what is watched is no simulation: there the connection says who is signed in.
    static Optional<SignInDesk> of(StackChoice choice, Clock clock) {
        return Optional.of(choice).filter(StackChoice::sandbox)
                .map(simulated -> new SignInDesk(new SandboxProfileSource(
                        simulated.stacks().stream().map(StackFile::access).toList(), clock), new SandboxSignIn(),
                        Runnable::run, () -> {}));
    }
}
