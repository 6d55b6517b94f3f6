package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Word;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// One time that an alarm came.
///
/// @param who who had it and what was noted
record EpisodeLine(UUID id, String from, String moments, String lasted, String worst, String who, Tone tone) {

    /// @param facts the alarm whose history it is: its stack, its unit
    static EpisodeLine of(Occurrence one, AlarmFacts facts, Words words, Instant now) {
        var text = new AlarmText(words);
        boolean open = one.status() instanceof Status.Open;
        String who = one.status().said().map(EpisodeLine::said)
                .orElseGet(() -> words.say(open ? "ui.alarms.nobodyYet" : "ui.alarms.nobody"));
        String worst = one.worstValue().isEmpty() ? words.say("severity." + one.worst().word())
                : text.amount(facts, one.worstValue().getAsDouble());
        return new EpisodeLine(one.id(), words.when(one.raised(), now), words.moments(one.raised()),
                words.span(java.time.Duration.between(one.raised(), one.resolved().orElse(now))), worst, who,
                open ? Tone.of(one.severity()) : Tone.PLAIN);
    }

    private static String said(Word word) {
        return word.note().isBlank() ? word.person() : word.person() + ": " + word.note();
    }

    List<String> csv() {
        return List.of(from, lasted, worst, who);
    }
}
