package io.watchdeck.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.settings.Keep;
import io.watchdeck.settings.Keep.Part;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class KeepChoicesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private final KeepChoices choices = new KeepChoices(new Words(Locale.ENGLISH, ZoneOffset.UTC));

    @Test
    void longerIsNoQuestion() {
        assertThat(choices.lowering(Part.MINUTES, Keep.none(), "90d", NOW)).isEmpty();
        assertThat(choices.lowering(Part.MINUTES, Keep.none(), "15d", NOW)).isEmpty();
    }

    @Test
    void shorterMinutesLeaveWhatTheyCameTo() {
        assertThat(choices.lowering(Part.MINUTES, new Keep(Map.of(Part.MINUTES, 30)), "15d", NOW))
                .startsWith("Metrics by the minute from before ").contains("5 Nov")
                .contains("five minutes and by the hour stays");
    }

    /// Five minutes were kept as long as the minutes that they are made of.
    @Test
    void shorterMinutesMayEndFiveMinutesToo() {
        assertThat(choices.lowering(Part.MINUTES, new Keep(Map.of(Part.MINUTES, 366)), "15d", NOW))
                .contains("by the minute from before ").contains("5 Nov").contains("by five minutes from before ")
                .contains("18 Sep").doesNotContain("five minutes and by the hour stays");
    }

    @Test
    void fiveMinutesThatTheMinutesHoldAreNotEnded() {
        Keep before = new Keep(Map.of(Part.MINUTES, 366, Part.FIVE_MINUTES, 366));

        assertThat(before.days(Part.FIVE_MINUTES)).isEqualTo(366);
        assertThat(new Keep(Map.of(Part.MINUTES, 366)).days(Part.FIVE_MINUTES)).isEqualTo(366);
        assertThat(choices.lowering(Part.FIVE_MINUTES, before, "63d", NOW)).isEmpty();
    }
}
