package io.watchdeck.refresh;

import java.math.BigDecimal;
import java.time.LocalDate;

/// How often one operation was called in an account on one day, and what it cost.
///
/// @param account the account whose credentials signed the calls, or "unknown" before it is known
/// @param day     of UTC, as on AWS's bill
/// @param call    `Service:Operation`, such as `CloudWatch:GetMetricData`
/// @param price   of all of them together, in dollars, to twelve places
public record MeteredCalls(String account, LocalDate day, String call, long calls, BigDecimal price) {}
