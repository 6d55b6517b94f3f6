package io.watchdeck.ui.operations;

import io.watchdeck.operations.preflight.Consequence;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import io.watchdeck.words.Words;
import java.util.Locale;

/// One consequence as it is said.
///
/// @param name   what it is about
/// @param change `5 → 9`, or empty
record ConsequenceLine(Topic topic, Weight weight, String name, String sentence, String change) {

    static ConsequenceLine of(Consequence one, Words words) {
        String after = one.after().map(words::say).orElse("");
        String change = one.before().map(before -> words.say("ui.operation.change", words.say(before), after))
                .orElse(after);
        return new ConsequenceLine(one.topic(), one.weight(),
                words.say("ui.operation.topic." + one.topic().name().toLowerCase(Locale.ROOT)),
                words.say(one.sentence()), change);
    }
}
