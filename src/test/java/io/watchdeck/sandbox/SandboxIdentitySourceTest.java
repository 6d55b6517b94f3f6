package io.watchdeck.sandbox;

import io.watchdeck.identity.IdentitySource;
import io.watchdeck.identity.IdentitySourceContract;

class SandboxIdentitySourceTest extends IdentitySourceContract {

    @Override
    protected IdentitySource signedInTo(String account) {
        return Stage.withAccount(account).cloud().identity();
    }

    @Override
    protected IdentitySource expired() {
        return Stage.empty().expired().cloud().identity();
    }

    @Override
    protected IdentitySource throttled() {
        return Stage.empty().throttled().cloud().identity();
    }
}
