package io.watchdeck.aws;

/// A role is assumed only with a code of a person's device, and nobody has given one, or what it gave has ended.
final class MfaWanted extends IllegalStateException {
    private static final long serialVersionUID = 1;

    MfaWanted(String profile) {
        super("a code is wanted for profile " + profile);
    }
}
