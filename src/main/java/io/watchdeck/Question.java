package io.watchdeck;

import io.watchdeck.instance.Request;
import io.watchdeck.stack.StackFile;
import io.watchdeck.words.Words;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What commands ask the running console.
enum Question {
    /// To bring its window to the front.
    FRONT,
    /// How the stacks stand.
    STATUS,
    /// What is kept of metrics.
    EXPORT,
    /// What is kept of operations.
    JOURNAL,
    /// What is kept of the bill.
    COSTS,
    /// What is kept of what happened.
    EVENTS,
    /// A report of what happened.
    REPORT,
    /// To write a copy of the history into a file.
    BACKUP,
    /// The same for a command that watches what the console watches, and only then.
    COPY,
    /// To count calls that a command made by itself, and what is counted so far.
    METER;

    private static final String LANGUAGE = "language";
    private static final String ZONE = "zone";

    /// @param words   in which the answer is to speak
    /// @param watched what is asked about, with whatever else the question has to say
    Request request(Words words, Map<String, String> watched, List<StackFile> stacks) {
        return named(words, watched, stacks.stream().map(stack -> stack.id().value()).toList());
    }

    Request named(Words words, Map<String, String> terms, List<String> names) {
        Map<String, String> about = new HashMap<>(terms);
        about.put(LANGUAGE, words.locale().getLanguage());
        about.put(ZONE, words.zone().getId());
        return new Request(name().toLowerCase(Locale.ROOT), about, names);
    }

    boolean isAsked(Request request) {
        return request.ask().equals(name().toLowerCase(Locale.ROOT));
    }

    /// In which whoever asks wants to be answered.
    static Words words(Request request) {
        Locale locale = Locale.of(request.about().getOrDefault(LANGUAGE, "en"));
        String zone = request.about().getOrDefault(ZONE, "UTC");
        return new Words(locale, ZoneId.getAvailableZoneIds().contains(zone) ? ZoneId.of(zone)
                : ZoneId.systemDefault());
    }
}
