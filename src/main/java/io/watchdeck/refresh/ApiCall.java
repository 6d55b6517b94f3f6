package io.watchdeck.refresh;

import io.watchdeck.model.Region;
import java.util.Map;

/// One request that left for AWS, as the meter counts it.
///
/// @param account   the account whose credentials signed it, or "unknown" before it is known
/// @param service   AWS's service id, such as `CloudWatch`
/// @param operation such as `GetMetricData`
/// @param units     what the price counts: metrics asked for `GetMetricData`, else 1
/// @param shares    for whom the units were asked; they add up to all of them
public record ApiCall(String account, Region region, String service, String operation, int units,
        Map<Payer, Integer> shares) {

    /// @throws IllegalArgumentException when the shares are not the units
    public ApiCall {
        shares = Map.copyOf(shares);
        if (shares.values().stream().mapToInt(Integer::intValue).sum() != units) {
            throw new IllegalArgumentException(units + " units are not those of " + shares);
        }
    }

    /// For no stack.
    public ApiCall(String account, Region region, String service, String operation, int units) {
        this(account, region, service, operation, units, Map.of(new Payer.Console(), units));
    }
}
