package io.watchdeck.ui.alarms;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A line of the list: the head of a group, or an alarm.
sealed interface AlarmLine {

    Key key();

    /// What makes it the same line after a refresh.
    sealed interface Key {
        record OfGroup(AlarmGroup group) implements Key {}

        record OfAlarm(UUID id) implements Key {}
    }

    /// @param title  what the group is called
    /// @param count  empty where it is not known
    /// @param right  what stands at its end, such as how old the oldest is; may be empty
    /// @param older  whether there is more to see, and what leads there; empty where there is not
    record Head(AlarmGroup group, String title, Optional<Integer> count, boolean folded, String right, String older)
            implements AlarmLine {
        @Override
        public Key key() {
            return new Key.OfGroup(group);
        }
    }

    /// @param at the time by which its ages are told
    record Alarm(AlarmFacts facts, boolean marked, Instant at) implements AlarmLine {
        @Override
        public Key key() {
            return new Key.OfAlarm(facts.id());
        }
    }
}
