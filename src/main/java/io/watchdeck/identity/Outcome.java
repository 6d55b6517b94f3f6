package io.watchdeck.identity;

import io.watchdeck.model.Phrase;
import java.time.Instant;
import java.util.Optional;

/// What came of a sign-in.
public sealed interface Outcome {

    /// @param until it holds, where that is known
    record SignedIn(Optional<Instant> until) implements Outcome {}

    /// @param why for a person
    record Refused(Phrase why) implements Outcome {}

    /// By the person.
    record GivenUp() implements Outcome {}
}
