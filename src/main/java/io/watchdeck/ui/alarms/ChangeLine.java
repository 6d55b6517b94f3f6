package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Word;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Something that happened to an alarm.
record ChangeLine(String time, String moments, String said) {

    /// What a person wants to know of it: not each new value, and not each time that it was told again while nothing else
    /// happened.
    static List<ChangeLine> of(List<Change> changes, Words words, Instant now) {
        var lines = new ArrayList<ChangeLine>();
        var nags = new ArrayList<Change>();
        for (Change one : changes.stream().filter(each -> each.what() != What.MOVED).toList()) {
            if (one.what() != What.NAGGED) {
                nagged(nags, words, now).ifPresent(lines::add);
                nags.clear();
                lines.add(line(one, said(one, words, now), words, now));
            } else {
                nags.add(one);
            }
        }
        nagged(nags, words, now).ifPresent(lines::add);
        return lines;
    }

    /// In one line, at the first of them.
    private static Optional<ChangeLine> nagged(List<Change> nags, Words words, Instant now) {
        return nags.isEmpty() ? Optional.empty() : Optional.of(line(nags.getFirst(), nags.size() == 1
                ? words.say("ui.alarms.change.nagged")
                : words.say("ui.alarms.change.naggedMany", nags.size(), words.when(nags.getLast().at(), now)),
                words, now));
    }

    private static ChangeLine line(Change one, String said, Words words, Instant now) {
        return new ChangeLine(words.when(one.at(), now), words.moments(one.at()), said);
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
            case RESOLVED -> words.say("ui.alarms.change.resolved");
            case CLOSED -> words.say("ui.alarms.change." + (one.after().status() instanceof Status.Closed end
                    ? DetailText.key(end.why()) : "resolved"));
            case NAGGED, MOVED -> ""; // together, or not at all
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
