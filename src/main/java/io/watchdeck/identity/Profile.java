package io.watchdeck.identity;

import io.watchdeck.model.Region;
import java.util.Optional;
import java.util.stream.Stream;

/// A profile of the shared AWS configuration, without its secrets.
///
/// @param region its own, where it names one
/// @param sso    what has to be signed in to; a role's is that of its source profile
/// @param mfa    the role for which a code is asked, its own or that of its source profile
public record Profile(String name, Kind kind, Optional<Region> region, Optional<Door.Sso> sso,
        Optional<Door.Mfa> mfa) {

    /// The name of the profile that is used where none is named.
    public static final String STANDARD = "default";

    /// Where its credentials come from.
    public enum Kind {
        /// Keys that stand in the files.
        STATIC("static"),
        /// IAM Identity Center.
        SSO("sso"),
        /// A role, assumed with other credentials.
        ROLE("role"),
        /// A role that takes a code too.
        MFA_ROLE("mfa"),
        /// A program that prints them.
        PROCESS("process"),
        /// None of these, such as a web identity, or none at all.
        OTHER("other");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public Stream<Door> doors() {
        return Stream.concat(sso.stream(), mfa.stream());
    }
}
