package io.watchdeck.alarms;

import java.time.Instant;

/// What can happen to an occurrence.
public sealed interface AlarmEvent {

    Instant at();

    /// It is still in alarm.
    record Found(Instant at, Finding finding) implements AlarmEvent {}

    /// It is OK again.
    record Cleared(Instant at) implements AlarmEvent {}

    /// Nothing that may tell of it knows how it is.
    ///
    /// @param at since when
    record Lost(Instant at) implements AlarmEvent {}

    /// Nothing can tell of it any more.
    record Ended(Instant at, Status.Closed.Why why) implements AlarmEvent {}

    /// A person takes it up.
    record Acknowledged(Word word) implements AlarmEvent {
        @Override
        public Instant at() {
            return word.at();
        }
    }

    /// A person does not want to hear of it until a time.
    record Snoozed(Word word) implements AlarmEvent {
        @Override
        public Instant at() {
            return word.at();
        }
    }

    /// Time has passed.
    record Elapsed(Instant at) implements AlarmEvent {}
}
