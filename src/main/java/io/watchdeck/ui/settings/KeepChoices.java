package io.watchdeck.ui.settings;

import io.watchdeck.settings.Keep;
import io.watchdeck.settings.Keep.Part;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How long samples are kept, as a setting: its words, and what is said before some are removed.
record KeepChoices(Words words) {

    /// The part that a key of the settings file is about; empty where it is about something else.
    static Optional<Part> part(String key) {
        return Arrays.stream(Part.values()).filter(part -> part.key().equals(key)).findFirst();
    }

    static String value(Part part, Keep now) {
        return now.days(part) + "d";
    }

    /// The usual ones, and what a person has written.
    List<ChoicesViewModel.Option> options(Part part, Keep now) {
        IntStream usual = switch (part) {
            case MINUTES -> IntStream.of(15, 30, 90, 366);
            case FIVE_MINUTES -> IntStream.of(63, 180, 366, 1096);
            case HOURS -> IntStream.of(1096, 1827, 3653);
        };
        return IntStream.concat(usual, IntStream.of(now.days(part))).sorted().distinct()
                .mapToObj(days -> new ChoicesViewModel.Option(days + "d", words.say("ui.settings.days", days)))
                .toList();
    }

    /// What would be removed and when; empty where nothing would.
    ///
    /// @param value of the settings file; empty for the default
    String lowering(Part part, Keep before, String value, Instant now) {
        int days = value.isEmpty() ? part.least() : Integer.parseInt(value.replaceAll("\\D", ""));
        Keep after = before.with(part, days);
        List<Part> shorter = Arrays.stream(Part.values()).filter(one -> after.days(one) < before.days(one)).toList();
        if (shorter.isEmpty()) {
            return "";
        }
        if (shorter.equals(List.of(Part.MINUTES, Part.FIVE_MINUTES))) {
            return words.say("ui.settings.lower.both", first(after, Part.MINUTES, now),
                    first(after, Part.FIVE_MINUTES, now));
        }
        return words.say("ui.settings.lower." + shorter.getLast().key(), first(after, shorter.getLast(), now));
    }

    private String first(Keep after, Part part, Instant now) {
        return words.day(LocalDate.ofInstant(now.minus(Duration.ofDays(after.days(part))), words.zone()));
    }
}
