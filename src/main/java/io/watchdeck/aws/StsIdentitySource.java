package io.watchdeck.aws;

import io.watchdeck.identity.Identity;
import io.watchdeck.identity.IdentitySource;
import io.watchdeck.model.Reading;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/// Asks STS who we are, and tells the meter whose account the calls belong to.
final class StsIdentitySource implements IdentitySource {

    private final AwsCalls calls;

    StsIdentitySource(AwsCalls calls) {
        this.calls = calls;
    }

    @Override
    public Reading<Identity> identity() {
        return calls.read(() -> {
            GetCallerIdentityResponse answer = calls.call(AwsApi.GET_CALLER_IDENTITY, "identity",
                    () -> calls.clients().sts().getCallerIdentity());
            calls.clients().learnAccount(answer.account());
            return new Identity(answer.account(), answer.arn());
        });
    }
}
