package io.watchdeck.aws;

import io.watchdeck.stack.Components;
import io.watchdeck.watch.discovery.InventorySource;
import io.watchdeck.watch.discovery.InventorySourceContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestKeys.class)
class AwsInventorySourceContractTest extends InventorySourceContract {

    private final AwsRig rig = new AwsRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    protected InventorySource holding(Components components) {
        return account(components).inventory();
    }

    @Override
    protected InventorySource balancedBy(Components components, String type) {
        return account(components).balancedBy(type).inventory();
    }

    @Override
    protected InventorySource denied(Components components, String iamAction) {
        return account(components).denied(iamAction).inventory();
    }

    @Override
    protected InventorySource throttled(Components components) {
        return account(components).throttled().inventory();
    }

    private FakeAccount account(Components components) {
        return new FakeAccount(rig, CLUSTER, TAG, components);
    }
}
