package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.Saying;
import io.watchdeck.watch.AlarmDesk;
import io.watchdeck.words.Words;

/// What came of a word.
final class SaidText {

    private final Words words;

    SaidText(Words words) {
        this.words = words;
    }

    /// As in "2 acknowledged, 1 was over already".
    String of(Saying saying, AlarmDesk.Said said) {
        String taken = words.say(switch (saying) {
            case Saying.Acknowledge _ -> "ui.alarms.told.acknowledged";
            case Saying.Snooze _ -> "ui.alarms.told.snoozed";
        }, said.taken().size());
        String all = said.over().isEmpty() ? taken
                : words.say("list.and", taken, words.say("ui.alarms.told.wasOver", said.over().size()));
        return said.memory() ? words.say("ui.alarms.told.memory", all) : all;
    }
}
