package io.watchdeck.stack;

import java.util.List;
import java.util.Map;

/// Which costs of the account belong to the stack: those with all of these tags, or of these services; both empty
/// means the whole account.
public record CostFilter(Map<String, String> tags, List<String> services) {
    public CostFilter {
        tags = Map.copyOf(tags);
        services = List.copyOf(services);
    }
}
