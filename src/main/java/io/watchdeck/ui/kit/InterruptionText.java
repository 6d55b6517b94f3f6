package io.watchdeck.ui.kit;

import io.watchdeck.fleet.ledger.Interruption;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/// Says of an interruption when it was, the same way on every screen: Spot gives notice some two minutes before the task
/// stops, and either alone would be taken for the other.
public record InterruptionText(Words words) {

    /// `notice 22:15:42, stopped 22:17:40`, as much of it as is known.
    public String when(Interruption one, Instant now) {
        var said = new ArrayList<String>();
        one.stoppingAt().ifPresent(at -> said.add(words.say("ui.interruption.notice", words.whenSeconds(at, now))));
        one.stoppedAt().ifPresent(at -> said.add(words.say("ui.interruption.stopped", words.whenSeconds(at, now))));
        return said.isEmpty() ? words.say("ui.interruption.seen", words.whenSeconds(one.seenAt(), now))
                : String.join(", ", said);
    }

    /// Whether a time to a replacement can be told: what ran before the stop, or at the same second, left none.
    public static boolean isWait(Duration toReplacement) {
        return toReplacement.toSeconds() > 0;
    }

    /// In place of a time that is none.
    public String noWait() {
        return words.say("ui.interruption.noWait");
    }
}
