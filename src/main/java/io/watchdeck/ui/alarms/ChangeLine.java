package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Word;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that happened to an alarm.
record ChangeLine(String time, String moments, String said) {

    /// What a person wants to know of it: not each new value.
    static List<ChangeLine> of(List<Change> changes, Words words, Instant now) {
        return changes.stream().filter(one -> one.what() != What.MOVED)
                .map(one -> new ChangeLine(words.when(one.at(), now), words.moments(one.at()), said(one, words, now)))
                .toList();
    }

    private static String said(Change one, Words words, Instant now) {
        String severity = words.say("ui.alarms.severity." + one.after().severity().word());
        return switch (one.what()) {
            case RAISED -> words.say("ui.alarms.change.raised", severity);
            case ROSE -> words.say("ui.alarms.change.rose", severity);
            case FELL -> words.say("ui.alarms.change.fell", severity);
            case ACKNOWLEDGED -> word(one, "ui.alarms.change.acknowledged", words, now);
            case SNOOZED -> word(one, "ui.alarms.change.snoozed", words, now);
            case WORD_ENDED -> words.say("ui.alarms.change.ended");
            case NAGGED -> words.say("ui.alarms.change.nagged");
            case RESOLVED -> words.say("ui.alarms.change.resolved");
            case MOVED -> "";
        };
    }

    private static String word(Change one, String key, Words words, Instant now) {
        Optional<Word> word = one.after().status().said();
        String person = word.map(Word::person).orElse("");
        Optional<String> until = word.flatMap(Word::until).map(end -> words.when(end, now));
        String note = word.map(Word::note).filter(said -> !said.isBlank()).map(said -> ": " + said).orElse("");
        return until.map(end -> words.say(key, person, end))
                .orElseGet(() -> words.say("ui.alarms.change.untilOk", person)) + note;
    }
}
