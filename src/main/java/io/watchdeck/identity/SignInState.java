package io.watchdeck.identity;

import io.watchdeck.model.Phrase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who is signed in where, and what is being done about it.
///
/// @param profiles those of the shared configuration; none before it was read
/// @param problem  why they are not known
/// @param until    by door, how long somebody is signed in
/// @param command  whether there is an `aws` on this machine
/// @param standard the name of the profile through which a stack is read that names none
/// @param read     whether it was read which profiles there are
public record SignInState(List<Profile> profiles, Optional<Phrase> problem, Map<Door, Instant> until, boolean command,
        Optional<Progress> progress, String standard, boolean read) {

    public SignInState {
        profiles = List.copyOf(profiles);
        until = Map.copyOf(until);
    }

    /// Read, where a stack that names no profile is read through `default`.
    public SignInState(List<Profile> profiles, Optional<Phrase> problem, Map<Door, Instant> until, boolean command,
            Optional<Progress> progress) {
        this(profiles, problem, until, command, progress, Profile.STANDARD, true);
    }

    /// Before anything is known.
    public static SignInState nothing() {
        return new SignInState(List.of(), Optional.empty(), Map.of(), false, Optional.empty(), Profile.STANDARD,
                false);
    }

    /// Where nobody can sign in.
    public static SignInState none() {
        return new SignInState(List.of(), Optional.empty(), Map.of(), false, Optional.empty());
    }

    public record Progress(Door door, Step step) {}

    public sealed interface Step {
        /// The service is asked for a code, or for its word on one.
        record Asking() implements Step {}

        /// A person has to confirm a code.
        record Confirming(DeviceCode code) implements Step {}

        /// As [Confirming], while the service does not answer whether it was confirmed.
        record Lost(DeviceCode code) implements Step {}

        /// `aws sso login` runs.
        record Elsewhere() implements Step {}

        record Refused(Phrase why) implements Step {}

        record Done() implements Step {}
    }

    public Optional<Profile> profile(String name) {
        return profiles.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /// The name of the profile through which something is read.
    ///
    /// @param named by the stack file
    public String profileName(Optional<String> named) {
        return named.orElse(standard);
    }

    /// Until when somebody is signed in at a door; empty where nobody is, or is no longer.
    public Optional<Instant> until(Door door, Instant now) {
        return Optional.ofNullable(until.get(door)).filter(end -> end.isAfter(now));
    }

    /// Those behind a door.
    public List<Profile> behind(Door door) {
        return profiles.stream().filter(one -> one.doors().anyMatch(door::equals)).toList();
    }

    /// The newest step at a door.
    public Optional<Step> step(Door door) {
        return progress.filter(one -> one.door().equals(door)).map(Progress::step);
    }

    SignInState with(Optional<Progress> now) {
        return new SignInState(profiles, problem, until, command, now, standard, read);
    }
}
