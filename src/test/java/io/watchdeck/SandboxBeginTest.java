package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxBeginTest {

    private static final Instant NOW = Instant.parse("2026-09-22T04:42:30.250Z");

    @TempDir
    Path folder;

    private Instant at(Instant now) {
        return new SandboxBegin(folder.resolve("data"), Clock.fixed(now, ZoneOffset.UTC)).instant();
    }

    @Test
    void isThePresentOfTheFirstStartAndStaysIt() {
        assertThat(at(NOW)).isEqualTo(NOW);
        assertThat(at(NOW.plus(Duration.ofHours(5)))).isEqualTo(NOW);
        assertThat(at(NOW.plus(Duration.ofDays(6)))).isEqualTo(NOW);
    }

    @Test
    void isAnotherAfterAWeek() {
        at(NOW);
        Instant later = NOW.plus(Duration.ofDays(8));

        assertThat(at(later)).isEqualTo(later);
        assertThat(at(later.plusSeconds(60))).isEqualTo(later);
    }

    @Test
    void isAnotherWhereTheClockWentBack() {
        at(NOW);

        assertThat(at(NOW.minusSeconds(1))).isEqualTo(NOW.minusSeconds(1));
    }

    @Test
    void isAnotherWhereWhatIsWrittenIsNoInstant() throws IOException {
        at(NOW);
        Files.writeString(folder.resolve("data").resolve("sandbox-begin"), "yesterday");

        assertThat(at(NOW.plusSeconds(1))).isEqualTo(NOW.plusSeconds(1));
        assertThat(at(NOW.plusSeconds(2))).isEqualTo(NOW.plusSeconds(1));
    }
}
