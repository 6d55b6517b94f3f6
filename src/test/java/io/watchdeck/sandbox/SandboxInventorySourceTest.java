package io.watchdeck.sandbox;

import io.watchdeck.stack.Components;
import io.watchdeck.watch.discovery.InventorySource;
import io.watchdeck.watch.discovery.InventorySourceContract;

class SandboxInventorySourceTest extends InventorySourceContract {

    @Override
    protected InventorySource holding(Components components) {
        return Stage.of(components).inventory();
    }

    @Override
    protected InventorySource balancedBy(Components components, String type) {
        return Stage.of(components)
                .change((stack, _) -> stack.loadBalancers().forEach(balancer -> balancer.become(type))).inventory();
    }

    @Override
    protected InventorySource denied(Components components, String iamAction) {
        return Stage.of(components).denied(iamAction).inventory();
    }

    @Override
    protected InventorySource throttled(Components components) {
        return Stage.of(components).throttled().inventory();
    }
}
