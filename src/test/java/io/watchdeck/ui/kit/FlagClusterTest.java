package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.kit.LaneData.Flag;
import io.watchdeck.ui.kit.LaneData.Sign;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FlagClusterTest {

    private static final Instant NOON = Instant.parse("2026-09-22T12:00:00Z");
    private static final Words WORDS = new Words(Locale.ENGLISH, ZoneOffset.UTC);
    private final LaneLayout layout =
            LaneLayout.of(LaneData.empty(TimeRange.last(Duration.ofDays(1), NOON)), 800, 300);

    private static Flag flag(Sign sign, int minutesAgo) {
        return new Flag(NOON.minusSeconds(minutesAgo * 60L), sign, Tone.PLAIN, "");
    }

    @Test
    void aPlacementFailureBetweenInterruptionsStandsWhereItWas() {
        List<FlagCluster> found = FlagCluster.of(layout, List.of(flag(Sign.INTERRUPTION, 30),
                flag(Sign.PLACEMENT, 20), flag(Sign.INTERRUPTION, 15)));

        assertThat(found).extracting(one -> one.said(WORDS)).containsExactly(
                "Spot interruption: 2, 11:30:00 to 11:45:00", "11:40:00 Placement failure");
        assertThat(found).extracting(FlagCluster::x).containsExactly(
                layout.time().of(NOON.minusSeconds(1800)), layout.time().of(NOON.minusSeconds(1200)));
    }

    @Test
    void aFlagAloneSaysBelowThePointerMoreThanBesideIt() {
        var told = new Flag(NOON.minusSeconds(600), Sign.INTERRUPTION, Tone.PLAIN, "", "of shop: notice, stop");

        assertThat(FlagCluster.of(layout, List.of(told)).getFirst().said(WORDS))
                .isEqualTo("11:50:00 of shop: notice, stop");
    }

    @Test
    void flagsFarApartStandAlone() {
        assertThat(FlagCluster.of(layout, List.of(flag(Sign.INTERRUPTION, 600), flag(Sign.INTERRUPTION, 15))))
                .hasSize(2);
    }
}
