package io.watchdeck.sandbox.clockwork;

import io.watchdeck.model.Region;
import java.util.List;

/// Account and Region, and the ARNs of what lives there.
public record Place(Region region, String account) {

    /// @param resource the part behind the account, such as `cluster/tiketi-cluster-prod`
    public String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region.code() + ":" + account + ":" + resource;
    }

    public List<String> zones() {
        return List.of(region.code() + "a", region.code() + "b", region.code() + "c");
    }
}
