package io.watchdeck.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.operations.Entries;
import io.watchdeck.operations.JournalEntry;
import org.junit.jupiter.api.Test;

/// An entry that an earlier version wrote.
class GrownJournalTest {

    @Test
    void whatItDidNotKeepIsEmpty() {
        JournalEntry entry = Entries.begun(Entries.scale(9));
        String now = JournalJson.text(entry);
        String then = now.replaceAll(",\"endpoint\":null", "").replaceAll(",\"jobs\":\\[\\]", "")
                .replaceAll(",\"warned\":\\[.*?\\]\\}\\]", "");

        assertThat(then).doesNotContain("endpoint", "warned", "jobs");
        JournalEntry read = JournalJson.read(then).orElseThrow();
        assertThat(read.warned()).isEmpty();
        assertThat(read.before()).isEqualTo(entry.before());
        assertThat(read.place()).isEqualTo(entry.place());
        assertThat(read.warnings()).isOne();
    }
}
