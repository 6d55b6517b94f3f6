package io.watchdeck.metrics;

import static io.watchdeck.metrics.Points.T0;
import static io.watchdeck.metrics.Points.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every [CoverageStore] keeps.
public abstract class CoverageStoreContract {

    private static final SeriesId RUNNING = new SeriesId(new StackId("shop"), "service.running", "api");
    private static final SeriesId OTHER = new SeriesId(new StackId("shop"), "service.running", "worker");
    private static final TimeRange ALL = new TimeRange(at(-1000), at(1000));

    private CoverageStore store;

    /// Empty.
    protected abstract CoverageStore store();

    @BeforeEach
    void begin() {
        store = store();
    }

    @Test
    void ofWhatNobodyAskedNothingIsKnown() {
        store.add(Map.of(OTHER, read(0, 5)));

        assertThat(store.read(RUNNING, ALL)).isEmpty();
    }

    @Test
    void neighboursBecomeOne() {
        for (int minute = 0; minute < 100; minute++) {
            store.add(Map.of(RUNNING, read(minute, minute + 1), OTHER, read(0, 1)));
        }

        assertThat(store.read(RUNNING, ALL)).containsExactly(read(0, 100));
        assertThat(store.read(OTHER, ALL)).containsExactly(read(0, 1));
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonIsGivenBack(Failure.Kind why) {
        store.add(Map.of(RUNNING, read(0, 1)));
        store.add(Map.of(RUNNING, Coverage.missed(new TimeRange(at(1), at(2)), why)));
        store.add(Map.of(RUNNING, read(5, 6)));

        assertThat(store.read(RUNNING, ALL)).containsExactly(read(0, 1),
                Coverage.missed(new TimeRange(at(1), at(2)), why), read(5, 6));
    }

    @Test
    void theNewerAnswerCountsForItsOwnTime() {
        store.add(Map.of(RUNNING, missed(0, 30)));
        store.add(Map.of(RUNNING, read(10, 20)));

        assertThat(store.read(RUNNING, ALL)).containsExactly(missed(0, 10), read(10, 20), missed(20, 30));
    }

    @Test
    void backfillOverManyMakesThemOne() {
        store.add(Map.of(RUNNING, read(0, 5)));
        store.add(Map.of(RUNNING, missed(5, 7)));
        store.add(Map.of(RUNNING, read(8, 9)));
        store.add(Map.of(RUNNING, missed(9, 12)));

        store.add(Map.of(RUNNING, read(5, 12)));

        assertThat(store.read(RUNNING, ALL)).containsExactly(read(0, 12));
    }

    @Test
    void isCutToTheRange() {
        store.add(Map.of(RUNNING, read(0, 10)));

        assertThat(store.read(RUNNING, new TimeRange(at(2), at(4)))).containsExactly(read(2, 4));
        assertThat(store.read(RUNNING, new TimeRange(at(10), at(12)))).isEmpty();
        assertThat(store.read(RUNNING, new TimeRange(at(-2), at(0)))).isEmpty();
    }

    @Test
    void readsSeveralAsItReadsEach() {
        store.add(Map.of(RUNNING, missed(0, 3)));
        store.add(Map.of(RUNNING, read(3, 10)));

        assertThat(store.read(List.of(OTHER, RUNNING), new TimeRange(at(2), at(4))))
                .isEqualTo(Map.of(RUNNING, List.of(missed(2, 3), read(3, 4)), OTHER, List.of()));
    }

    @Test
    void countsWholeSeconds() {
        store.add(Map.of(RUNNING, Coverage.read(new TimeRange(T0.plusMillis(300), at(1).plusMillis(700)))));
        store.add(Map.of(RUNNING, Coverage.read(new TimeRange(at(1).plusMillis(700), at(2).plusMillis(100)))));
        store.add(Map.of(OTHER, Coverage.read(new TimeRange(T0.plusMillis(300), T0.plusMillis(700)))));

        assertThat(store.read(RUNNING, ALL)).containsExactly(read(0, 2));
        assertThat(store.read(OTHER, ALL)).isEmpty();
    }

    @Test
    void forgetsWhatEndedBefore() {
        store.add(Map.of(RUNNING, read(0, 5)));
        store.add(Map.of(RUNNING, missed(5, 9)));

        store.forget(at(5));

        assertThat(store.read(RUNNING, ALL)).containsExactly(missed(5, 9));
        store.forget(at(9).minusSeconds(1));
        assertThat(store.read(RUNNING, ALL)).containsExactly(missed(5, 9));
    }

    private static Coverage read(int from, int to) {
        return Coverage.read(new TimeRange(at(from), at(to)));
    }

    private static Coverage missed(int from, int to) {
        return Coverage.missed(new TimeRange(at(from), at(to)), Failure.Kind.EXPIRED);
    }
}
