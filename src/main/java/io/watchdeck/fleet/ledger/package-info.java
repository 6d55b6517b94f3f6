/// The ledger of Spot: interruptions, placement failures, what ran, and when somebody looked.
///
/// Read first: [LedgerEntry], then [Bookkeeping], which says what is entered, and the port [LedgerStore].
@NullMarked
package io.watchdeck.fleet.ledger;

import org.jspecify.annotations.NullMarked;
