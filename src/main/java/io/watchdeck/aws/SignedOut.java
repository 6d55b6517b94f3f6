package io.watchdeck.aws;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/// Nobody is signed in to the SSO of a profile. That profile is the one to sign in by: a role that is assumed with its
/// credentials has no keys of SSO, and `aws sso login` does not follow its source.
final class SignedOut extends SdkClientException {
    private static final long serialVersionUID = 1;

    private final String profile;

    SignedOut(String profile, SdkException error) {
        super(SdkClientException.builder().message(error.getMessage()).cause(error));
        this.profile = profile;
    }

    String profile() {
        return profile;
    }
}
