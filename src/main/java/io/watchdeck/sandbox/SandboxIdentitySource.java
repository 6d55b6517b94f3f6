package io.watchdeck.sandbox;

import io.watchdeck.identity.Identity;
import io.watchdeck.identity.IdentitySource;
import io.watchdeck.model.Reading;

/// Says that an operator is signed in to the simulated account.
final class SandboxIdentitySource implements IdentitySource {

    private static final String OPERATOR = "sora";

    private final SandboxAccount account;

    SandboxIdentitySource(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Reading<Identity> identity() {
        String digits = account.place().account();
        return account.look(now -> account.fault("sts:GetCallerIdentity")
                .map(failure -> Reading.<Identity>unknown(failure, now))
                .orElseGet(() -> Reading.known(new Identity(digits,
                        "arn:aws:sts::" + digits + ":assumed-role/WatchdeckOperator/" + OPERATOR), now)));
    }
}
