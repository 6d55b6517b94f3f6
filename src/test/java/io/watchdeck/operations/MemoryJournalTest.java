package io.watchdeck.operations;

/// The journal of these tests keeps what every journal keeps.
class MemoryJournalTest extends JournalStoreContract {

    @Override
    protected JournalStore store() {
        return new MemoryJournal();
    }
}
