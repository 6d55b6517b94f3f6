package io.watchdeck.ui.stack;

import io.watchdeck.ui.kit.Absence;
import java.util.Optional;

/// What one task of a service costs, by the plan or by the bill.
///
/// @param by      which of them says so
/// @param amount  a month, or that it is not known; empty where there is an absence
/// @param asOf    the date of the bill; empty for a plan
/// @param note    the arithmetic, or why it is not known
/// @param absence why there is no bill to tell it from
record PriceLine(String by, String amount, boolean known, String asOf, String note, Optional<Absence> absence) {}
