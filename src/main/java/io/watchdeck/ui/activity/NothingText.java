package io.watchdeck.ui.activity;

import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.Optional;

/// Why nothing is listed, and where was looked.
final class NothingText {

    private final Words words;

    NothingText(Words words) {
        this.words = words;
    }

    /// Where was looked.
    ///
    /// @param possible whether anything can be changed, so that there is a journal
    /// @param readAt   when the journal answered; empty before
    /// @param hidden   how many entries of the time a filter or the choice of environments hides
    /// @param stacks   how many are watched
    record Looked(boolean possible, Optional<Instant> readAt, Span span, int hidden, int stacks) {}

    String of(Looked looked, Instant now) {
        if (!looked.possible()) {
            return words.say("ui.activity.none.impossible");
        }
        if (looked.hidden() > 0) {
            return words.say("ui.activity.none.match", looked.hidden(), span(looked));
        }
        return looked.readAt().map(at -> words.say(looked.span() == Span.ALL ? "ui.activity.none.ever"
                : "ui.activity.none.span", span(looked), words.when(at, now), looked.stacks()))
                .orElseGet(() -> words.say("ui.activity.none.reading"));
    }

    private String span(Looked looked) {
        return words.say("ui.activity.span." + looked.span().word() + ".long");
    }
}
