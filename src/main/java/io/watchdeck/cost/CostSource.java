package io.watchdeck.cost;

import io.watchdeck.model.Reading;
import io.watchdeck.stack.CostFilter;

/// Reads what was spent. Every request and page costs money at AWS, so callers ask at most daily unless a person asks.
public interface CostSource {
    Reading<CostReport> monthToDate(CostFilter filter);
}
