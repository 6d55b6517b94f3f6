package io.watchdeck.ui.spot;

import io.watchdeck.fleet.ledger.LedgerEntry;
import java.util.Locale;

/// Which lines of the ledger are listed.
enum Sort {
    ALL, INTERRUPTIONS, FAILURES;

    boolean wants(LedgerEntry entry) {
        return switch (this) {
            case ALL -> true;
            case INTERRUPTIONS -> entry.kind() == LedgerEntry.Kind.INTERRUPTION;
            case FAILURES -> entry.kind() == LedgerEntry.Kind.PLACEMENT_FAILURE;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
