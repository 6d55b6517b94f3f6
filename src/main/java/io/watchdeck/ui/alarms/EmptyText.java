package io.watchdeck.ui.alarms;

import io.watchdeck.ui.kit.Checked;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.util.Optional;

/// Why no alarm is listed.
final class EmptyText {

    private final Words words;

    EmptyText(Words words) {
        this.words = words;
    }

    /// @param checked of the stacks in scope
    /// @param hidden  whether there are alarms in scope that a filter hides
    /// @param only    the group that is listed; empty for all
    /// @param earlier whether what was over in 90 days is listed, rather than in 24 hours
    String of(Optional<WatchSnapshot> snapshot, Checked checked, boolean hidden, Optional<AlarmGroup> only,
            boolean earlier) {
        if (snapshot.isEmpty() || snapshot.get().stacks().isEmpty()) {
            return words.say("ui.overview.none");
        }
        if (hidden) {
            return words.say("ui.alarms.noMatch");
        }
        if (only.filter(group -> group != AlarmGroup.OPEN).isPresent()) {
            return words.say("ui.alarms.none." + only.get().word()
                    + (earlier && only.get() == AlarmGroup.RESOLVED ? ".earlier" : ""));
        }
        return checked.sayNothing(words)
                .orElseGet(() -> words.say("ui.open.none", checked.known(), checked.stacks(), checked.left()).strip());
    }
}
