package io.watchdeck.ui.operations;

import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import javafx.util.StringConverter;

/// When a span from now is over: `18:00, in 4 h`.
final class SpanText extends StringConverter<Duration> {

    private final Words words;
    private final Instant now;

    SpanText(Words words, Instant now) {
        this.words = words;
        this.now = now;
    }

    @Override
    public String toString(Duration span) {
        return span == null ? "" : words.say("ui.operation.scale.later", words.clock(now.plus(span)), span);
    }

    /// Nothing is typed where this is used.
    @Override
    public Duration fromString(String text) {
        throw new IllegalArgumentException(text);
    }
}
