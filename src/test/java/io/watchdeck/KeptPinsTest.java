package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.report.HandOver.Pin;
import io.watchdeck.report.KeptPins;
import io.watchdeck.report.LivePins;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2StateStore;
import io.watchdeck.store.Opening;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pins in the history's file.
class KeptPinsTest {

    private static final Instant NOON = Instant.parse("2026-09-21T12:00:00Z");
    private static final Pin HERE = new Pin(NOON, Optional.of(new StackId("glimpse-prod")), "sora", "look here");
    private static final Pin THERE = new Pin(NOON, Optional.of(new StackId("tiketi-prod")), "jmin", "");
    private static final Pin EARLIER = new Pin(NOON.minusSeconds(1), Optional.empty(), "jmin", "all of them");

    @TempDir
    Path folder;

    private List<Pin> open(Function<KeptPins, List<Pin>> use) {
        try (Database history =
                ((Opening.Opened) Database.open(folder, Clock.systemUTC(), _ -> {})).database()) {
            return use.apply(new KeptPins(() -> new H2StateStore(history)));
        }
    }

    private static List<Pin> put(KeptPins pins, Pin... all) {
        List.of(all).forEach(pins::put);
        return pins.read();
    }

    @Test
    void theyAreThereAgainAfterARestartInOrderOfTime() {
        open(pins -> put(pins, HERE, THERE, EARLIER));

        assertThat(open(KeptPins::read)).hasSize(3).startsWith(EARLIER).contains(HERE, THERE);
    }

    @Test
    void oneOfTheSameMomentAndStackTakesThePlaceOfTheOther() {
        var other = new Pin(HERE.at(), HERE.stack(), "jmin", "another note");

        assertThat(open(pins -> put(pins, HERE, other))).containsExactly(other);
    }

    @Test
    void whatIsRemovedStaysAwayAndCanBePinnedAgain() {
        open(pins -> put(pins, HERE, EARLIER));

        assertThat(open(pins -> {
            pins.remove(HERE);
            return pins.read();
        })).containsExactly(EARLIER);
        assertThat(open(pins -> put(pins, HERE))).containsExactly(EARLIER, HERE);
    }

    @Test
    void theyOutliveTheStateThatIsWorthAWeek() {
        try (Database history =
                ((Opening.Opened) Database.open(folder, Clock.systemUTC(), _ -> {})).database()) {
            var state = new H2StateStore(history);
            var pins = new KeptPins(() -> state);
            pins.put(HERE);

            state.forget(NOON.plus(Duration.ofDays(1000)));
            assertThat(pins.read()).containsExactly(HERE);
            state.forget(NOON.plus(Duration.ofDays(1200)));
            assertThat(pins.read()).as("when nothing is kept of that time any more").isEmpty();
        }
    }

    @Test
    void theNewestWordOnAPinIsWrittenWhenSomebodyReads() throws Exception {
        var mistakes = new ArrayList<Throwable>();
        try (Database history =
                ((Opening.Opened) Database.open(folder, Clock.systemUTC(), _ -> {})).database()) {
            var kept = new KeptPins(() -> new H2StateStore(history));
            var live = new LivePins(kept, () -> "sora", mistakes::add);
            var read = new CompletableFuture<List<Pin>>();

            live.put(HERE);
            live.put(THERE);
            live.remove(HERE);
            live.read(read::complete);

            assertThat(read.get(20, TimeUnit.SECONDS)).containsExactly(THERE);
            live.write();
            assertThat(kept.read()).containsExactly(THERE);
        }
        assertThat(mistakes).isEmpty();
    }
}
