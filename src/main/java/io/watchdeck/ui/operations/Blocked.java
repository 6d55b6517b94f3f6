package io.watchdeck.ui.operations;

import io.watchdeck.operations.preflight.Consequence.Weight;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Why an operation cannot be done, where that is not for a person to change in its dialog: the account does not answer,
/// what it is judged by cannot be had, or the desk has declined it.
///
/// @param title   what it comes to
/// @param reasons a sentence each
/// @param whole   whether nothing else is known of the operation
record Blocked(String title, List<String> reasons, boolean whole) {

    Blocked {
        reasons = List.copyOf(reasons);
    }

    /// The account has been asked for so long and has not answered.
    static Blocked unanswered(Duration after, Words words) {
        return new Blocked(words.say("ui.operation.noAnswer", after), List.of(words.say("ui.operation.noAnswer.why")),
                false);
    }

    /// Where nothing is said to follow but that it cannot be done.
    static Optional<Blocked> whole(List<ConsequenceLine> lines, Words words) {
        boolean nothingElse = !lines.isEmpty() && lines.stream().allMatch(line -> line.weight() == Weight.REFUSED);
        return nothingElse ? Optional.of(new Blocked(words.say("ui.operation.blocked"),
                lines.stream().map(ConsequenceLine::sentence).toList(), true)) : Optional.empty();
    }
}
