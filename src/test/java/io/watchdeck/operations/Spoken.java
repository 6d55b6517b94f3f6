package io.watchdeck.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Phrase;
import io.watchdeck.words.Words;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/// Says phrases in both languages: one whose arguments do not fit its text cannot be said, or leaves a brace.
public final class Spoken {

    private static final List<Words> BOTH =
            List.of(new Words(Locale.ENGLISH, ZoneOffset.UTC), new Words(Locale.KOREAN, ZoneOffset.UTC));

    private Spoken() {}

    public static Phrase fits(Phrase phrase) {
        for (Words words : BOTH) {
            assertThat(words.say(phrase)).as("%s of %s", phrase, words.locale()).isNotBlank()
                    .doesNotContain("{", "}");
        }
        return phrase;
    }
}
