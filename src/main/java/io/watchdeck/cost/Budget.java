package io.watchdeck.cost;

import io.watchdeck.model.Money;
import java.util.Optional;

/// A budget that somebody keeps in AWS Budgets.
///
/// @param type     such as `COST` or `USAGE`; unknown words as they are
/// @param period   such as `MONTHLY`; unknown words as they are
/// @param actual   spent in the period so far; empty until AWS has computed it
/// @param forecast what the period will cost by AWS's own forecast; empty where there is too little history
public record Budget(String name, String type, String period, Money limit, Optional<Money> actual,
        Optional<Money> forecast) {}
