package io.watchdeck.identity;

import io.watchdeck.model.Reading;

/// Asks who we are (STS `GetCallerIdentity`, which needs no permission and is free).
public interface IdentitySource {
    Reading<Identity> identity();
}
