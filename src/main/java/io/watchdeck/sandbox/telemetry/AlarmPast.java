package io.watchdeck.sandbox.telemetry;

import io.watchdeck.alarms.AlarmTurn;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/// The state of an alarm and the changes that led to it, kept for 30 days as CloudWatch does.
final class AlarmPast {

    private static final long KEPT = 30 * 86_400L;

    private final String alarm;
    private final Deque<AlarmTurn> turns = new ArrayDeque<>();
    private String state = "INSUFFICIENT_DATA";
    private String reason = "Unchecked: Initial alarm creation";
    private long since;

    AlarmPast(String alarm, long created) {
        this.alarm = alarm;
        since = created;
    }

    String state() {
        return state;
    }

    String reason() {
        return reason;
    }

    Instant since() {
        return Instant.ofEpochSecond(since);
    }

    /// To be told in order of time. What is no change of state is no turn.
    void reach(String newState, String newReason, long now) {
        if (!newState.equals(state)) {
            turns.add(new AlarmTurn(alarm, Instant.ofEpochSecond(now), state, newState, newReason));
            since = now;
        }
        while (!turns.isEmpty() && turns.getFirst().at().getEpochSecond() < now - KEPT) {
            turns.removeFirst();
        }
        state = newState;
        reason = newReason;
    }

    /// Oldest first.
    Stream<AlarmTurn> turns() {
        return turns.stream();
    }
}
