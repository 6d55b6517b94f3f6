package io.watchdeck.watch.discovery;

import io.watchdeck.stack.Access;

/// Makes the inventory for an access. Cheap and without a request, as the ports that watch are.
public interface InventoryConnector {
    InventorySource inventory(Access access);
}
