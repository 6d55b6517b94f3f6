package io.watchdeck;

import io.watchdeck.instance.Request;
import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// The terms that all wishes of the history share, as a command gives them to the running console.
final class WishTerms {

    private WishTerms() {}

    /// @return may be added to
    static Map<String, String> of(TimeRange range, Enum<?> format) {
        Map<String, String> about = new HashMap<>();
        about.put("from", range.from().toString());
        about.put("to", range.to().toString());
        about.put("format", format.name());
        return about;
    }

    /// @throws java.time.format.DateTimeParseException where another version asks in other terms
    static TimeRange range(Request request) {
        return new TimeRange(Instant.parse(request.about().getOrDefault("from", "")),
                Instant.parse(request.about().getOrDefault("to", "")));
    }

    /// @throws IllegalArgumentException where another version asks in other terms
    static <F extends Enum<F>> F format(Class<F> of, Request request) {
        return Enum.valueOf(of, request.about().getOrDefault("format", ""));
    }
}
