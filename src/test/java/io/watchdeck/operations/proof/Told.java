package io.watchdeck.operations.proof;

import static io.watchdeck.operations.Entries.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Sent;
import io.watchdeck.operations.ApiRequest;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Spoken;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import java.time.Instant;
import java.util.OptionalLong;

/// Entries whose requests were answered in every way, and what is asserted of findings.
final class Told {

    static final ApiRequest REQUEST = Entries.request(9);

    private Told() {}

    static JournalEntry taken(JournalEntry entry, String id) {
        return entry.sending(REQUEST).answered(entry.sendings().size(), Sent.taken(id, NOON));
    }

    static JournalEntry taken(JournalEntry entry) {
        return entry.sending(REQUEST).answered(entry.sendings().size(), Sent.taken(NOON));
    }

    static JournalEntry lost(JournalEntry entry) {
        return entry.sending(REQUEST).answered(entry.sendings().size(),
                new Sent.Lost(Failure.unreachable("ecs"), NOON));
    }

    /// The program ended before the answer came.
    static JournalEntry crashed(JournalEntry entry) {
        return entry.sending(REQUEST);
    }

    static void ended(Finding found, Instant at, Result result, String key, Object... arguments) {
        assertThat(found).isEqualTo(new Finding.Ended(new Verdict(result, Phrase.of(key, arguments), at)));
        Spoken.fits(((Finding.Ended) found).verdict().sentence());
    }

    static void going(Finding found, String key, Object... arguments) {
        assertThat(found).isInstanceOf(Finding.Going.class);
        assertThat(((Finding.Going) found).sentence()).isEqualTo(Phrase.of(key, arguments));
        Spoken.fits(((Finding.Going) found).sentence());
    }

    static void counted(Finding found, long done, long total) {
        assertThat(((Finding.Going) found).done()).isEqualTo(OptionalLong.of(done));
        assertThat(((Finding.Going) found).total()).isEqualTo(OptionalLong.of(total));
    }
}
