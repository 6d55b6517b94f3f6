package io.watchdeck.ui.alarms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Words that persons began to write and did not give yet, by alarm rather than by occurrence: an alarm that goes and
/// comes again takes nothing away. Only what differs from an empty form is kept, and of many the last ones.
///
/// @param <K> on what the word is: an alarm, or several
/// @param <D> what was begun
final class Drafts<K, D> {

    static final int KEPT = 50;

    private final Map<K, D> drafts = new LinkedHashMap<>();

    void keep(K on, D draft) {
        drafts.remove(on);
        drafts.put(on, draft);
        if (drafts.size() > KEPT) {
            drafts.remove(drafts.keySet().iterator().next());
        }
    }

    void drop(K on) {
        drafts.remove(on);
    }

    Optional<D> of(K on) {
        return Optional.ofNullable(drafts.get(on));
    }

    /// Keeps what was kept there too.
    void goOn(Drafts<K, D> before) {
        before.drafts.forEach(this::keep);
    }
}
