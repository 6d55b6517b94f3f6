package io.watchdeck.aws;

/// A role is assumed with the credentials of a profile that the shared configuration does not have.
final class NoSource extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final String profile;
    private final String source;

    NoSource(String profile, String source) {
        super("profile " + profile + " names the source profile " + source + ", which does not exist");
        this.profile = profile;
        this.source = source;
    }

    String profile() {
        return profile;
    }

    String source() {
        return source;
    }
}
