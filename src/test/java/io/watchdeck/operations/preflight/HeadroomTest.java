package io.watchdeck.operations.preflight;

import static io.watchdeck.operations.preflight.Headroom.Zone.FITS;
import static io.watchdeck.operations.preflight.Headroom.Zone.FULL;
import static io.watchdeck.operations.preflight.Headroom.Zone.TIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.operations.preflight.Headroom.Zone;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The zones of the mockup, and what holds for whatever database and pool: many random ones, the same every time.
class HeadroomTest {

    private static final int TRIALS = 20_000;

    private final Headroom tiketi = new Headroom("tiketi-db", 100, 10, 2);

    @ParameterizedTest
    @CsvSource({"0, 2, FITS", "5, 52, FITS", "8, 82, FITS", "9, 92, TIGHT", "10, 102, FULL", "11, 112, FULL"})
    void eightFitNineAreTightTenAreTooMany(int tasks, int needed, Zone zone) {
        assertThat(tiketi.needed(tasks)).isEqualTo(needed);
        assertThat(tiketi.zone(tasks)).isEqualTo(zone);
        assertThat(tiketi.most()).isEqualTo(9);
    }

    @Test
    void nineTenthsStillFitAndAllOfThemAreNotTooMany() {
        assertThat(new Headroom("db", 100, 10, 0).zone(9)).isEqualTo(FITS);
        assertThat(new Headroom("db", 100, 1, 0).zone(91)).isEqualTo(TIGHT);
        assertThat(new Headroom("db", 100, 10, 0).zone(10)).isEqualTo(TIGHT);
        assertThat(new Headroom("db", 100, 10, 1).zone(10)).isEqualTo(FULL);
    }

    @Test
    void othersAloneMayNeedMoreThanThereIs() {
        var crowded = new Headroom("db", 87, 50, 100);

        assertThat(crowded.most()).isEqualTo(-1);
        assertThat(crowded.zone(0)).isEqualTo(FULL);
    }

    @Test
    void asManyAsFitAreNeverTooManyAndOneMoreAlwaysIs() {
        var random = new Random(1);
        for (int trial = 0; trial < TRIALS; trial++) {
            Headroom room = any(random);
            assertThat(room.zone(room.most())).as("%s", room).isNotEqualTo(FULL);
            assertThat(room.zone(room.most() + 1)).as("%s", room).isEqualTo(FULL);
        }
    }

    @Test
    void oneTaskMoreNeverMakesMoreRoom() {
        var random = new Random(2);
        for (int trial = 0; trial < TRIALS; trial++) {
            Headroom room = any(random);
            int tasks = random.nextInt(200);
            assertThat(room.zone(tasks + 1)).as("%s of %d", room, tasks).isGreaterThanOrEqualTo(room.zone(tasks));
            assertThat(room.needed(tasks + 1) - room.needed(tasks)).isEqualTo(room.pool());
        }
    }

    @Test
    void theZoneIsThatOfTheConnectionsNeeded() {
        var random = new Random(3);
        for (int trial = 0; trial < TRIALS; trial++) {
            Headroom room = any(random);
            int tasks = random.nextInt(200);
            long needed = (long) room.pool() * tasks + room.others();
            Zone wanted = needed > room.limit() ? FULL : 10 * needed > 9L * room.limit() ? TIGHT : FITS;
            assertThat(room.zone(tasks)).as("%s of %d", room, tasks).isEqualTo(wanted);
        }
    }

    private static Headroom any(Random random) {
        return new Headroom("db", 1 + random.nextInt(5000), 1 + random.nextInt(100), random.nextInt(6000));
    }
}
