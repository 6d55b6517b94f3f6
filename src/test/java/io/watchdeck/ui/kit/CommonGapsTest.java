package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.CountedList;
import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommonGapsTest {

    @Test
    void isWhatAllHaveInCommonWithTheReasonOfTheFirst() {
        List<ChartData.Gap> first = List.of(gap(0, 10, "one"), gap(20, 30, "two"), gap(40, 50, "three"));
        List<ChartData.Gap> second = List.of(gap(5, 25, "other"), gap(28, 29, "other"), gap(50, 60, "other"));

        assertThat(CommonGaps.of(List.of(first, second))).containsExactly(gap(5, 10, "one"), gap(20, 25, "two"),
                gap(28, 29, "two"));
        assertThat(CommonGaps.of(List.of(first, second, List.of(gap(22, 100, ""))))).containsExactly(
                gap(22, 25, "two"), gap(28, 29, "two"));
    }

    @Test
    void ofOneLineAreAllAndOfNoneNone() {
        List<ChartData.Gap> only = List.of(gap(0, 10, "one"), gap(20, 30, "two"));

        assertThat(CommonGaps.of(List.of(only))).isEqualTo(only);
        assertThat(CommonGaps.of(List.of())).isEmpty();
        assertThat(CommonGaps.of(List.of(only, List.of()))).isEmpty();
    }

    @Test
    void isTheSameSecondBySecond() {
        var random = new Random(26);
        for (int round = 0; round < 200; round++) {
            List<List<ChartData.Gap>> lines =
                    Stream.generate(() -> some(random)).limit(1 + random.nextInt(4)).toList();

            assertThat(seconds(CommonGaps.of(lines))).isEqualTo(IntStream.range(0, 100)
                    .filter(second -> lines.stream().allMatch(line -> has(line, second))).boxed().toList());
        }
    }

    @Test
    void looksAtEachGapAFewTimesOnly() {
        var some = new CountedList<>(IntStream.range(0, 2000).mapToObj(at -> gap(2 * at, 2 * at + 1, "")).toList());
        var others = new CountedList<>(IntStream.range(0, 2000).mapToObj(at -> gap(2 * at, 2 * at + 1, "")).toList());

        assertThat(CommonGaps.of(List.of(some, others))).hasSize(2000);

        assertThat(some.taken() + others.taken()).isLessThan(20_000);
    }

    private static List<ChartData.Gap> some(Random random) {
        int[] edges = random.ints(2 * random.nextInt(8), 0, 100).sorted().distinct().toArray();
        return IntStream.range(0, edges.length / 2).mapToObj(at -> gap(edges[2 * at], edges[2 * at + 1], "")).toList();
    }

    private static List<Integer> seconds(List<ChartData.Gap> gaps) {
        return IntStream.range(0, 100).filter(second -> has(gaps, second)).boxed().toList();
    }

    private static boolean has(List<ChartData.Gap> gaps, int second) {
        return gaps.stream().anyMatch(gap -> gap.range().contains(Instant.ofEpochSecond(second)));
    }

    private static ChartData.Gap gap(int from, int to, String reason) {
        return new ChartData.Gap(new TimeRange(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to)), reason);
    }
}
