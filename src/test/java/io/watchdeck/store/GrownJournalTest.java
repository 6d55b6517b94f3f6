package io.watchdeck.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.operations.Baseline;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// An entry that an earlier version wrote.
class GrownJournalTest {

    @Test
    void aRedriveWithoutGroupsHasNone() {
        JournalEntry entry = Entries.begun(new Operation.Redrive(Entries.TIKETI, "dlq", OptionalInt.empty(),
                OptionalInt.empty()), Baseline.ofMessages(2, Map.of("abc", 2)), 1);
        String then = JournalJson.text(entry).replaceAll(",\"groups\":\\{\\}", "");

        assertThat(then).doesNotContain("groups");
        assertThat(JournalJson.read(then)).contains(entry);
    }

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
