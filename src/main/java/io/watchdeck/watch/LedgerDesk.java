package io.watchdeck.watch;

import java.util.function.Consumer;

/// What screens ask of the ledger of Spot. Returns at once; the answer comes on another thread, and once more where settings
/// of services had to be read for its checks.
public interface LedgerDesk {

    void ask(LedgerQuestion question, Consumer<LedgerAnswer> answer);
}
