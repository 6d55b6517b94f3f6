package io.watchdeck.model;

import java.util.List;

/// A sentence before it is said: the key of a text and what it is about. `words.Words` says it in the person's
/// language, zone and number format, so that subjects can decide *what* is to be told without knowing the language.
/// Arguments are strings, numbers, [java.time.Instant], [java.time.Duration], [Money], [java.time.LocalDate],
/// [Severity] or further phrases.
public record Phrase(String key, List<Object> arguments) {
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }
}
