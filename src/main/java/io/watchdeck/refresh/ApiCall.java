package io.watchdeck.refresh;

import io.watchdeck.model.Region;

/// One request that left for AWS, as the meter counts it.
///
/// @param account   the account whose credentials signed it, or "unknown" before it is known
/// @param service   AWS's service id, such as `CloudWatch`
/// @param operation such as `GetMetricData`
/// @param units     what the price counts: metrics asked for `GetMetricData`, else 1
public record ApiCall(String account, Region region, String service, String operation, int units) {}
