package io.watchdeck.refresh;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/// Keeps what the console's own calls cost, so that the meter goes on where it was after a restart. Safe for use by
/// several threads.
public interface MeterStore {

    /// Adds to what is kept of the same account, day, call and payer: all of it, or nothing when the process is killed
    /// meanwhile; kept when this returns.
    void add(Collection<MeteredCalls> calls);

    /// Both days included, by day, account, call and payer.
    List<MeteredCalls> read(LocalDate first, LocalDate last);
}
