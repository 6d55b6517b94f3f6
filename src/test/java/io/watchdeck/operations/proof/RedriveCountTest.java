package io.watchdeck.operations.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cases by hand, and what holds for any counts: many random ones, the same every time.
class RedriveCountTest {

    private static final int TRIALS = 20_000;

    @ParameterizedTest
    @CsvSource({
            // total, moved, to move, in the queue: remaining, back, accepted, unaccounted
            "27, 0, 27, 27, 27, 0, 0, 0", "27, 12, 27, 15, 15, 0, 12, 0", "27, 27, 27, 0, 0, 0, 27, 0",
            // some are back
            "27, 12, 27, 20, 15, 5, 7, 0", "27, 27, 27, 27, 0, 27, 0, 0",
            // some are neither here nor there
            "27, 12, 27, 10, 10, 0, 12, 5", "27, 20, 20, 0, 0, 0, 20, 7",
            // SQS meant to move fewer or more than were counted
            "27, 10, 20, 17, 10, 7, 3, 7", "27, 30, 30, 0, 0, 0, 30, -3", "27, 5, 3, 22, 0, 22, 0, 5"})
    void sharesMessagesOut(long total, long moved, long toMove, long inQueue, long remaining, long back, long accepted,
            long unaccounted) {
        RedriveCount count = RedriveCount.of(total, moved, toMove, inQueue);

        assertThat(count.remaining()).isEqualTo(remaining);
        assertThat(count.back()).isEqualTo(back);
        assertThat(count.accepted()).isEqualTo(accepted);
        assertThat(count.unaccounted()).isEqualTo(unaccounted);
    }

    @Test
    void everyMessageIsSomewhere() {
        var random = new Random(1);
        for (int trial = 0; trial < TRIALS; trial++) {
            int total = random.nextInt(100_000);
            RedriveCount count = any(random, total);
            assertThat(count.accepted() + count.back() + count.remaining() + count.unaccounted()).as("%s", count)
                    .isEqualTo(total);
        }
    }

    @Test
    void whatIsInTheQueueIsEitherLeftOrBack() {
        var random = new Random(2);
        for (int trial = 0; trial < TRIALS; trial++) {
            int inQueue = random.nextInt(1000);
            RedriveCount count = RedriveCount.of(500, random.nextInt(1000), random.nextInt(1000), inQueue);
            assertThat(count.remaining() + count.back()).as("%s", count).isEqualTo(inQueue);
            assertThat(count.remaining()).isNotNegative();
            assertThat(count.back()).isNotNegative();
            assertThat(count.accepted()).isBetween(0L, count.moved());
        }
    }

    /// A redrive in which no count is approximate: what was moved is with its consumers or back.
    @Test
    void exactCountsLeaveNothingUnaccounted() {
        var random = new Random(3);
        for (int trial = 0; trial < TRIALS; trial++) {
            int total = 1 + random.nextInt(1000);
            int moved = random.nextInt(total + 1);
            int back = random.nextInt(moved + 1);
            RedriveCount count = RedriveCount.of(total, moved, total, total - moved + back);
            assertThat(count.unaccounted()).as("%s", count).isZero();
            assertThat(count.back()).isEqualTo(back);
            assertThat(count.remaining()).isEqualTo(total - moved);
        }
    }

    private static RedriveCount any(Random random, int total) {
        return RedriveCount.of(total, random.nextInt(100_000), random.nextInt(100_000), random.nextInt(100_000));
    }
}
