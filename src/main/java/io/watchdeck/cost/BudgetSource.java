package io.watchdeck.cost;

import io.watchdeck.model.Reading;
import java.util.List;

/// Reads the budgets of an account.
public interface BudgetSource {

    /// Every budget whose limit is an amount of money; those that count hours or gigabytes are left out. In no
    /// particular order.
    Reading<List<Budget>> budgets();
}
