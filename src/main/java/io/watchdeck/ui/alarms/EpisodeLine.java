package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// One time that an alarm came.
///
/// @param who who had it, until when, and what was noted
/// @param csv the same as data, in the same words in every language
record EpisodeLine(UUID id, String from, String moments, String lasted, String worst, String who, Tone tone,
        List<String> csv) {

    static final List<String> CSV_HEADER = List.of("id", "state", "raised", "over", "worst", "worstValue", "person",
            "acknowledged", "until", "note");

    private static List<String> csv(Occurrence one) {
        String state = one.status() instanceof Status.Closed ? "closed" : AlarmGroup.of(one).word();
        return Stream.concat(Stream.of(one.id().toString(), state, one.raised().toString(),
                one.resolved().map(Instant::toString).orElse(""), one.worst().word(), Csv.number(one.worstValue())),
                AlarmText.words(one).stream()).toList();
    }

    /// @param facts the alarm whose history it is: its stack, its unit
    static EpisodeLine of(Occurrence one, AlarmFacts facts, Words words, Instant now) {
        var text = new AlarmText(words);
        boolean open = one.status() instanceof Status.Open;
        String worst = one.worstValue().isEmpty() ? words.say("severity." + one.worst().word())
                : text.amount(facts, one.worstValue().getAsDouble());
        return new EpisodeLine(one.id(), words.when(one.raised(), now), words.moments(one.raised()),
                words.span(Duration.between(one.raised(), one.resolved().orElse(now))), worst,
                text.owner(one, now),
                open ? Tone.of(one.severity()) : Tone.PLAIN, csv(one));
    }

}
