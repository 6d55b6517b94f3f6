package io.watchdeck.operations.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.model.Phrase;
import io.watchdeck.words.Words;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The shares of design documents, and what holds for any strategy: many random ones, the same every time.
class SpotMixTest {

    private static final int TRIALS = 20_000;

    private static SpotMix mix(int spotWeight, int spotBase, int weight, int base) {
        return new SpotMix(List.of(new CapacityShare("FARGATE_SPOT", spotWeight, spotBase),
                new CapacityShare("FARGATE", weight, base)));
    }

    @ParameterizedTest
    @CsvSource({
            // spot weight and base, on-demand weight and base, tasks, on Spot
            "90, 0, 10, 0, 10, 9", "90, 0, 10, 0, 2, 2", "70, 0, 30, 0, 2, 1", "70, 0, 30, 0, 10, 7",
            "4, 0, 1, 0, 5, 4", "90, 0, 10, 0, 0, 0", "1, 0, 1, 0, 3, 2", "1, 0, 0, 0, 7, 7", "0, 0, 1, 0, 7, 0",
            // a base comes first
            "90, 0, 10, 2, 2, 0", "90, 0, 10, 2, 1, 0", "1, 0, 1, 2, 6, 2", "1, 2, 1, 0, 6, 4", "1, 3, 1, 0, 2, 2",
            // of nothing
            "0, 0, 0, 0, 5, 0"})
    void sharesTasksByBaseAndWeight(int spotWeight, int spotBase, int weight, int base, int tasks, int onSpot) {
        SpotMix mix = mix(spotWeight, spotBase, weight, base);

        assertThat(mix.onSpot(tasks)).isEqualTo(onSpot);
        assertThat(mix.of(tasks)).isEqualTo(Phrase.of("operation.spot.share", onSpot, tasks - onSpot));
    }

    @Test
    void saysItsWeightsAndBases() {
        assertThat(said(mix(90, 0, 10, 0))).isEqualTo("FARGATE_SPOT 90, FARGATE 10");
        assertThat(said(mix(90, 0, 10, 2))).isEqualTo("FARGATE_SPOT 90, FARGATE 10 (base 2)");
        assertThat(said(new SpotMix(List.of()))).isEmpty();
    }

    @Test
    void onlyABaseOnDemandIsSureToBeThere() {
        assertThat(mix(90, 3, 10, 0).baseOnDemand()).isZero();
        assertThat(mix(90, 0, 10, 2).baseOnDemand()).isEqualTo(2);
    }

    @Test
    void usesSpotByWeightOrByBase() {
        assertThat(mix(1, 0, 1, 0).usesSpot()).isTrue();
        assertThat(mix(0, 1, 1, 0).usesSpot()).isTrue();
        assertThat(mix(0, 0, 1, 5).usesSpot()).isFalse();
        assertThat(mix(0, 0, 0, 0).isAllZero()).isTrue();
        assertThat(mix(0, 2, 0, 0).isAllZero()).isTrue();
        assertThat(mix(0, 0, 1, 0).isAllZero()).isFalse();
    }

    @Test
    void noTaskIsLostAndNoneIsCountedTwice() {
        var random = new Random(1);
        for (int trial = 0; trial < TRIALS; trial++) {
            SpotMix mix = any(random);
            int tasks = random.nextInt(500);
            int spot = mix.onSpot(tasks);
            assertThat(spot).as("%s of %d", mix, tasks).isBetween(0, tasks);
            assertThat(mix.of(tasks).arguments().stream().mapToInt(Integer.class::cast).sum()).isEqualTo(tasks);
        }
    }

    @Test
    void aBaseOnDemandIsKeptWhateverTheWeights() {
        var random = new Random(2);
        for (int trial = 0; trial < TRIALS; trial++) {
            SpotMix mix = mix(random.nextInt(1001), 0, random.nextInt(1001), random.nextInt(20));
            int tasks = random.nextInt(200);
            assertThat(tasks - mix.onSpot(tasks)).as("%s of %d", mix, tasks)
                    .isGreaterThanOrEqualTo(Math.min(tasks, mix.baseOnDemand()));
        }
    }

    @Test
    void moreTasksNeverMeanFewerOnSpot() {
        var random = new Random(3);
        for (int trial = 0; trial < TRIALS; trial++) {
            SpotMix mix = any(random);
            int tasks = random.nextInt(200);
            assertThat(mix.onSpot(tasks + 1) - mix.onSpot(tasks)).as("%s of %d", mix, tasks).isBetween(0, 1);
        }
    }

    @Test
    void whatIsBeyondTheBasesIsWithinHalfATaskOfTheWeights() {
        var random = new Random(4);
        for (int trial = 0; trial < TRIALS; trial++) {
            int spot = random.nextInt(1001);
            int weight = 1 + random.nextInt(1000);
            int base = random.nextInt(10);
            int tasks = base + random.nextInt(300);
            double exact = (double) (tasks - base) * spot / (spot + weight);
            assertThat(mix(spot, 0, weight, base).onSpot(tasks) - exact).isBetween(-0.5, 0.5);
        }
    }

    private static SpotMix any(Random random) {
        boolean spotBase = random.nextBoolean();
        int base = random.nextInt(20);
        return mix(random.nextInt(1001), spotBase ? base : 0, random.nextInt(1001), spotBase ? 0 : base);
    }

    /// Two on demand fill the base of two: none of the new ones has to be.
    @Test
    void whatRunsCountsTowardsTheBase() {
        var mix = new SpotMix(List.of(new CapacityShare("FARGATE_SPOT", 1, 0), new CapacityShare("FARGATE", 0, 2)));

        assertThat(mix.added(0, 2, 3)).isEqualTo(3);
        assertThat(mix.added(0, 1, 3)).isEqualTo(2);
        assertThat(mix.added(5, 0, 1)).isZero();
    }

    private static String said(SpotMix mix) {
        return new Words(Locale.ENGLISH, ZoneOffset.UTC).say(mix.said());
    }
}
