package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class RestingHeapTest {

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-20T09:00:00Z"));
    private final AtomicInteger collected = new AtomicInteger();
    private final RestingHeap heap = new RestingHeap(clock, collected::incrementAndGet);

    @Test
    void whatAStartLeavesIsCollectedSoon() {
        clock.forward(RestingHeap.SETTLED.minus(MOMENT));
        heap.look();
        assertThat(collected).hasValue(0);

        clock.forward(MOMENT);
        heap.look();
        assertThat(collected).hasValue(1);
    }

    @Test
    void nobodyIsDisturbed() {
        for (Duration used = Duration.ZERO; used.compareTo(RestingHeap.EVERY) < 0; used = used.plusSeconds(10)) {
            clock.forward(Duration.ofSeconds(10));
            heap.look();
            heap.use();
        }
        assertThat(collected).hasValue(0);

        clock.forward(RestingHeap.SETTLED);
        heap.look();
        assertThat(collected).hasValue(1);
    }

    @Test
    void laterAWindowIsAtRestAfterAMinute() {
        clock.forward(RestingHeap.SETTLED);
        heap.look();
        clock.forward(RestingHeap.EVERY);
        heap.use();
        clock.forward(RestingHeap.QUIET.minus(MOMENT));
        heap.look();
        assertThat(collected).hasValue(1);

        clock.forward(MOMENT);
        heap.look();
        assertThat(collected).hasValue(2);
    }

    @Test
    void itIsNotDoneOftenerThanItHelps() {
        clock.forward(RestingHeap.QUIET);
        heap.look();
        clock.forward(RestingHeap.EVERY.minus(MOMENT));
        heap.look();
        assertThat(collected).hasValue(1);

        clock.forward(MOMENT);
        heap.look();
        assertThat(collected).hasValue(2);
    }
}
