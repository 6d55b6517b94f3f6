package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

    private static final Instant NOW = Instant.parse("2026-09-22T04:42:00Z");

    private final Words words = new Words(Locale.ENGLISH, ZoneOffset.UTC);

    @Test
    void aStaleValueKeepsItsAgeAndSaysWhatWentWrong() {
        var panel = new Panel<>(new Loadable.Stale<>(1, NOW.minusSeconds(540), Failure.expired("tiketi")),
                Duration.ofSeconds(60));

        Age age = Age.of(panel, NOW, words);

        assertThat(age.freshness()).isEqualTo(Freshness.STALE);
        assertThat(age.text()).isEqualTo("9 min");
        assertThat(age.sentence()).contains("04:33:00").contains("sign in again");
    }

    @ParameterizedTest
    @CsvSource({"12, 12 s, 12 s", "540, 9 min, 9 min", "7140, 1 h 59 min, 1 h", "7200, 2 h, 2 h",
            "180000, 2 d 2 h, 2 d"})
    void whereThereIsLittleRoomItIsSaidInItsLargestUnit(long seconds, String text, String brief) {
        Age age = Age.of(ready(seconds), NOW, words);

        assertThat(age.text()).isEqualTo(text);
        assertThat(age.brief()).isEqualTo(brief);
        assertThat(Age.oldest(List.of(ready(1), ready(seconds)), NOW, words).brief()).isEqualTo(brief);
    }

    @Test
    void theOldestOfSeveralCountsAndTheWorstFreshness() {
        Age age = Age.oldest(List.of(ready(12), ready(150), missing()), NOW, words);

        assertThat(age.text()).isEqualTo("2 min");
        assertThat(age.freshness()).isEqualTo(Freshness.LATE);
    }

    @Test
    void withNothingKnownThereIsNoAge() {
        assertThat(Age.oldest(List.of(missing()), NOW, words).freshness()).isEqualTo(Freshness.MISSING);
        assertThat(Age.oldest(List.of(), NOW, words).freshness()).isEqualTo(Freshness.MISSING);
        assertThat(Age.oldest(List.of(missing(), asking()), NOW, words).freshness()).isEqualTo(Freshness.ASKING);
    }

    private static Panel<Integer> ready(long seconds) {
        return new Panel<>(new Loadable.Ready<>(1, NOW.minusSeconds(seconds)), Duration.ofSeconds(60));
    }

    private static Panel<Integer> missing() {
        return new Panel<>(new Loadable.Failed<>(Failure.denied("a:B"), NOW), Duration.ofSeconds(60));
    }

    private static Panel<Integer> asking() {
        return new Panel<>(Loadable.loading(), Duration.ofSeconds(60));
    }
}
