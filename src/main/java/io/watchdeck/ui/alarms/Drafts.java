package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.AlarmKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Words that persons began to write and did not give yet, by alarm rather than by occurrence: an alarm that goes and
/// comes again takes nothing away. Only what differs from an empty form is kept, and of many the last ones.
final class Drafts {

    static final int KEPT = 50;

    /// @param on the occurrence that it was begun on
    record Draft(UUID on, WordChoice choice, String note) {}

    private final Map<AlarmKey, Draft> drafts = new LinkedHashMap<>();

    void keep(AlarmKey alarm, Draft draft) {
        drafts.remove(alarm);
        drafts.put(alarm, draft);
        if (drafts.size() > KEPT) {
            drafts.remove(drafts.keySet().iterator().next());
        }
    }

    void drop(AlarmKey alarm) {
        drafts.remove(alarm);
    }

    Optional<Draft> of(AlarmKey alarm) {
        return Optional.ofNullable(drafts.get(alarm));
    }
}
