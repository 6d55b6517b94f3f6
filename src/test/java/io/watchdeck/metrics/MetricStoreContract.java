package io.watchdeck.metrics;

import static io.watchdeck.metrics.Points.MINUTE;
import static io.watchdeck.metrics.Points.T0;
import static io.watchdeck.metrics.Points.at;
import static io.watchdeck.metrics.Points.every;
import static io.watchdeck.metrics.Points.from;
import static io.watchdeck.metrics.Points.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [MetricStore] keeps. Its catalogue is the standard one.
public abstract class MetricStoreContract {

    private static final double NONE = Double.NaN;
    private static final Duration FIVE = Tier.FIVE_MINUTES.period();
    private static final Duration HOUR = Tier.HOUR.period();
    private static final TimeRange ALL = new TimeRange(Instant.EPOCH, T0.plus(Duration.ofDays(4000)));

    private static final SeriesId CPU = id("service.cpu");
    private static final SeriesId REQUESTS = id("lb.requests");
    private static final SeriesId P95 = id("lb.p95");
    private static final SeriesId FREE = id("db.freeStorage");

    private MetricStore store;

    /// Empty.
    protected abstract MetricStore store();

    @BeforeEach
    void begin() {
        store = store();
    }

    @ParameterizedTest
    @EnumSource
    void givesBackWhatWasAdded(Tier tier) {
        Series series = every(tier.period(), T0, 1, 2.5, -3, 0, 1000);

        store.add(tier, Map.of(CPU, series));

        assertThat(store.read(CPU, tier, ALL)).isEqualTo(series);
    }

    @ParameterizedTest
    @EnumSource
    void readsSeveralAsItReadsEach(Tier tier) {
        store.add(tier, Map.of(CPU, every(tier.period(), T0, 1, NONE, 3), P95, every(tier.period(), T0, 5, 6, 7)));
        var range = new TimeRange(T0.plus(tier.period()), T0.plus(tier.period().multipliedBy(3)));

        assertThat(store.read(List.of(P95, FREE, CPU), tier, range)).isEqualTo(Map.of(CPU,
                store.read(CPU, tier, range), P95, store.read(P95, tier, range), FREE, Series.empty()));
        assertThat(store.read(CPU, tier, range).size()).isEqualTo(1);
        assertThat(store.read(List.of(CPU), tier, new TimeRange(T0, T0))).isEqualTo(Map.of(CPU, Series.empty()));
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatIsAbsentApartFromZero(Tier tier) {
        Series series = every(tier.period(), T0, 0, NONE, 0, NONE, NONE, 7);

        store.add(tier, Map.of(CPU, series));

        assertThat(store.read(CPU, tier, ALL)).isEqualTo(series);
        assertThat(store.read(CPU, tier, ALL).size()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void severalBlocksAreOneSeries(Tier tier) {
        double[] values = new double[2000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 7 == 3 ? NONE : i;
        }
        Series series = every(tier.period(), T0.plus(tier.period()), values);

        store.add(tier, Map.of(CPU, series));

        assertThat(store.read(CPU, tier, ALL)).isEqualTo(series);
    }

    @Test
    void theBeginOfTheRangeBelongsToItAndTheEndDoesNot() {
        store.add(Tier.MINUTE, Map.of(CPU, minutes(0, 1, 2, 3, 4)));

        assertThat(store.read(CPU, Tier.MINUTE, new TimeRange(at(1), at(3)))).isEqualTo(from(1, 1, 2));
        assertThat(store.read(CPU, Tier.MINUTE, new TimeRange(at(1).plusNanos(1), at(3).plusNanos(1))))
                .isEqualTo(from(2, 2, 3));
        assertThat(store.read(CPU, Tier.MINUTE, new TimeRange(at(2), at(2))).isEmpty()).isTrue();
    }

    @Test
    void whatNobodyKnowsIsEmpty() {
        store.add(Tier.MINUTE, Map.of(CPU, minutes(1)));

        assertThat(store.read(REQUESTS, Tier.MINUTE, ALL).isEmpty()).isTrue();
        assertThat(store.read(CPU, Tier.MINUTE, new TimeRange(at(100), at(200))).isEmpty()).isTrue();
        assertThat(store.series()).containsExactly(CPU);
    }

    @Test
    void nothingAddedIsNothingKept() {
        store.add(Tier.MINUTE, Map.of());
        store.add(Tier.MINUTE, Map.of(CPU, Series.empty()));

        assertThat(store.read(CPU, Tier.MINUTE, ALL).isEmpty()).isTrue();
    }

    @Test
    void seriesDoNotMix() {
        var others = new LinkedHashMap<SeriesId, Series>();
        others.put(new SeriesId(new StackId("one"), "service.cpu", "api"), minutes(1));
        others.put(new SeriesId(new StackId("two"), "service.cpu", "api"), minutes(2));
        others.put(new SeriesId(new StackId("one"), "service.memory", "api"), minutes(3));
        others.put(new SeriesId(new StackId("one"), "service.cpu", "worker"), minutes(4));

        store.add(Tier.MINUTE, others);

        others.forEach((id, series) -> assertThat(store.read(id, Tier.MINUTE, ALL)).isEqualTo(series));
        assertThat(store.series()).containsExactlyInAnyOrderElementsOf(others.keySet());
    }

    @Test
    void namesMayBeAnything() {
        var odd = new SeriesId(new StackId("스택 'x'; drop table series"), "service.cpu", "a\"b\\c%_ 가");

        store.add(Tier.MINUTE, Map.of(odd, minutes(1)));

        assertThat(store.read(odd, Tier.MINUTE, ALL)).isEqualTo(minutes(1));
    }

    @Test
    void theNewerAnswerCountsInItsPeriod() {
        store.add(Tier.MINUTE, Map.of(CPU, minutes(0, 1, 2, NONE)));
        store.add(Tier.MINUTE, Map.of(CPU, minutes(NONE, 10, NONE, 30)));

        assertThat(store.read(CPU, Tier.MINUTE, ALL)).isEqualTo(minutes(0, 10, 2, 30));
    }

    @Test
    void lateSamplesTakeTheirPlace() {
        store.add(Tier.MINUTE, Map.of(CPU, from(200, 200)));
        store.add(Tier.MINUTE, Map.of(CPU, from(-500, 5)));
        store.add(Tier.MINUTE, Map.of(CPU, from(199, 199)));

        assertThat(store.read(CPU, Tier.MINUTE, ALL).samples()).containsExactly(new Sample(at(-500), 5),
                new Sample(at(199), 199), new Sample(at(200), 200));
    }

    @Test
    void aSampleInTheMiddleOfAPeriodIsReadUnderItsBegin() {
        store.add(Tier.MINUTE, Map.of(CPU, Series.of(List.of(new Sample(at(3).plusSeconds(17), 1),
                new Sample(at(3).plusSeconds(59), 2), new Sample(at(4), 3)))));

        assertThat(store.read(CPU, Tier.MINUTE, ALL)).isEqualTo(from(3, 2, 3));
    }

    @Test
    void samplesOfBeforeTheEpochHaveTheirPlaceToo() {
        Series series = every(MINUTE, Instant.EPOCH.minus(MINUTE), 1, 2);

        store.add(Tier.MINUTE, Map.of(CPU, series));

        assertThat(store.read(CPU, Tier.MINUTE, new TimeRange(Instant.EPOCH.minus(HOUR), at(0)))).isEqualTo(series);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, 16_777_216, 16_777_217, 123_456_789_012_345.0, 9_007_199_254_740_992.0,
            0.5, 1e300, -1e300})
    void wholeNumbersAndExtremesAreKeptExactly(double value) {
        store.add(Tier.MINUTE, Map.of(CPU, minutes(0.1, value)));

        assertThat(store.read(CPU, Tier.MINUTE, ALL).value(1)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 99.99999999, 12345.678, 1e-30, 1.5e-310})
    void fractionsAreKeptToSevenDigits(double value) {
        store.add(Tier.MINUTE, Map.of(CPU, minutes(value)));

        assertThat(store.read(CPU, Tier.MINUTE, ALL).value(0)).isCloseTo(value,
                org.assertj.core.data.Offset.offset(Math.abs(value) * 1e-7));
    }

    @Test
    void coarserTiersFollowFromTheMinutes() {
        store.add(Tier.MINUTE, Map.of(CPU, minutes(1, 2, 3, 4, 5, 10), REQUESTS, minutes(1, 2, 3, 4, 5, 10)));

        assertThat(store.read(CPU, Tier.FIVE_MINUTES, ALL)).isEqualTo(every(FIVE, T0, 3, 10));
        assertThat(store.read(REQUESTS, Tier.FIVE_MINUTES, ALL)).isEqualTo(every(FIVE, T0, 15, 10));
        assertThat(store.read(REQUESTS, Tier.HOUR, ALL)).isEqualTo(every(HOUR, T0, 25));
        assertThat(store.read(CPU, Tier.HOUR, ALL).value(0)).as("weighted by samples").isCloseTo(25 / 6.0,
                org.assertj.core.data.Offset.offset(1e-6));
    }

    @Test
    void aLateMinuteChangesTheHour() {
        store.add(Tier.MINUTE, Map.of(REQUESTS, minutes(1, 2)));
        assertThat(store.read(REQUESTS, Tier.HOUR, ALL)).isEqualTo(every(HOUR, T0, 3));

        store.add(Tier.MINUTE, Map.of(REQUESTS, minutes(NONE, NONE, 4)));

        assertThat(store.read(REQUESTS, Tier.HOUR, ALL)).isEqualTo(every(HOUR, T0, 7));
    }

    @Test
    void percentilesAreOnlyWhatWasAddedInTheTier() {
        store.add(Tier.MINUTE, Map.of(P95, minutes(1, 2, 3)));
        store.add(Tier.HOUR, Map.of(P95, every(HOUR, T0.minus(HOUR), 0.25)));

        assertThat(store.read(P95, Tier.FIVE_MINUTES, ALL).isEmpty()).isTrue();
        assertThat(store.read(P95, Tier.HOUR, ALL)).isEqualTo(every(HOUR, T0.minus(HOUR), 0.25));
        store.retire(P95, T0.plus(Duration.ofDays(16)));
        assertThat(store.read(P95, Tier.FIVE_MINUTES, ALL).isEmpty()).isTrue();
        assertThat(store.read(P95, Tier.HOUR, ALL)).isEqualTo(every(HOUR, T0.minus(HOUR), 0.25));
    }

    @Test
    void whatTheCoarserTierWasGivenCountsMoreThanOurRollUp() {
        store.add(Tier.HOUR, Map.of(REQUESTS, every(HOUR, T0, 600)));
        store.add(Tier.FIVE_MINUTES, Map.of(REQUESTS, every(FIVE, T0, 50)));
        store.add(Tier.MINUTE, Map.of(REQUESTS, minutes(1, 2, NONE, NONE, NONE, 6)));

        assertThat(store.read(REQUESTS, Tier.FIVE_MINUTES, ALL)).isEqualTo(every(FIVE, T0, 50, 6));
        assertThat(store.read(REQUESTS, Tier.HOUR, ALL)).isEqualTo(every(HOUR, T0, 600));
        assertThat(store.read(REQUESTS, Tier.MINUTE, ALL).size()).as("nothing goes down").isEqualTo(3);
    }

    @Test
    void aSeriesWithoutMinutesHasItsHoursFromFiveMinutes() {
        store.add(Tier.FIVE_MINUTES, Map.of(FREE, every(FIVE, T0, 30e9, 10e9, 20e9)));

        assertThat(store.read(FREE, Tier.HOUR, ALL)).isEqualTo(every(HOUR, T0, 10e9));
        store.retire(FREE, T0.plus(Duration.ofDays(70)));
        assertThat(store.read(FREE, Tier.FIVE_MINUTES, ALL).isEmpty()).isTrue();
        assertThat(store.read(FREE, Tier.HOUR, ALL)).isEqualTo(every(HOUR, T0, 10e9));
    }

    @Test
    void anHourMayHaveFiveMinutesFirstAndMinutesThen() {
        store.add(Tier.FIVE_MINUTES, Map.of(REQUESTS, every(FIVE, T0, 100, 200)));
        store.add(Tier.MINUTE, Map.of(REQUESTS, from(10, 1, 2, 3)));

        assertThat(store.read(REQUESTS, Tier.HOUR, ALL)).isEqualTo(every(HOUR, T0, 306));
        store.retire(REQUESTS, T0.plus(Duration.ofDays(16)));
        assertThat(store.read(REQUESTS, Tier.FIVE_MINUTES, ALL)).isEqualTo(every(FIVE, T0, 100, 200, 6));
        assertThat(store.read(REQUESTS, Tier.HOUR, ALL)).isEqualTo(every(HOUR, T0, 306));
    }

    @Test
    void retiringChangesNothingOfTheCoarserTiers() {
        double[] values = new double[600];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 11 == 0 ? NONE : i;
        }
        store.add(Tier.MINUTE, Map.of(CPU, minutes(values), REQUESTS, minutes(values)));
        Series fives = store.read(CPU, Tier.FIVE_MINUTES, ALL);
        Series hours = store.read(CPU, Tier.HOUR, ALL);
        Series sums = store.read(REQUESTS, Tier.HOUR, ALL);

        store.retire(CPU, T0.plus(Duration.ofDays(15)).plus(HOUR.multipliedBy(4)));
        store.retire(REQUESTS, T0.plus(Duration.ofDays(15)).plus(HOUR.multipliedBy(4)));

        assertThat(store.read(CPU, Tier.MINUTE, ALL).at(0)).as("half of the minutes is gone")
                .isEqualTo(T0.plus(HOUR.multipliedBy(4)));
        assertThat(store.read(CPU, Tier.FIVE_MINUTES, ALL).samples()).usingRecursiveComparison()
                .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-4 ? 0 : 1, Double.class)
                .isEqualTo(fives.samples());
        assertThat(store.read(CPU, Tier.HOUR, ALL).samples()).usingRecursiveComparison()
                .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-4 ? 0 : 1, Double.class)
                .isEqualTo(hours.samples());
        assertThat(store.read(REQUESTS, Tier.HOUR, ALL)).isEqualTo(sums);
    }

    @ParameterizedTest
    @EnumSource
    void aSampleIsKeptAsLongAsItsTierSaysAndNoBlockLonger(Tier tier) {
        // T0 is no begin of a day: the block is found by the epoch.
        long block = switch (tier) {
            case MINUTE -> 3600;
            case FIVE_MINUTES -> 86_400;
            case HOUR -> 30 * 86_400;
        };
        Instant end = Instant.ofEpochSecond(Math.ceilDiv(T0.getEpochSecond(), block) * block);
        Series around = every(tier.period(), end.minus(tier.period()), 1, 2);
        store.add(tier, Map.of(P95, around));

        store.retire(P95, end.plus(tier.kept()).minusSeconds(1));
        assertThat(store.read(P95, tier, ALL)).isEqualTo(around);
        store.retire(P95, end.plus(tier.kept()));
        assertThat(store.read(P95, tier, ALL)).isEqualTo(every(tier.period(), end, 2));
    }

    /// A person may have samples kept longer, and shorter again.
    @ParameterizedTest
    @EnumSource
    void aSampleIsKeptAsLongAsAPersonWishes(Tier tier) {
        Instant end = T0.plus(Duration.ofDays(60));
        Series one = every(tier.period(), end.minus(tier.period()), 1);
        store.add(tier, Map.of(P95, one));
        Duration longer = tier.kept().multipliedBy(2);
        Retention wished = Retention.of(Map.of(tier, longer));

        store.retire(P95, end.plus(longer).minus(Duration.ofDays(1)), wished);
        assertThat(store.read(P95, tier, ALL)).isEqualTo(one);
        store.retire(P95, end.plus(longer).minus(Duration.ofDays(1)), Retention.standard());
        assertThat(store.read(P95, tier, ALL).isEmpty()).isTrue();
    }

    @Test
    void whatIsKeptLongerByTheMinuteIsRolledUpOnlyThen() {
        store.add(Tier.MINUTE, Map.of(REQUESTS, minutes(1, 2, 3)));
        Retention wished = Retention.of(Map.of(Tier.MINUTE, Duration.ofDays(90)));

        store.retire(REQUESTS, T0.plus(Duration.ofDays(80)), wished);
        assertThat(store.read(REQUESTS, Tier.MINUTE, ALL).size()).isEqualTo(3);
        assertThat(store.read(REQUESTS, Tier.FIVE_MINUTES, ALL)).isEqualTo(every(FIVE, T0, 6));
        store.retire(REQUESTS, T0.plus(Duration.ofDays(92)), wished);

        assertThat(store.read(REQUESTS, Tier.MINUTE, ALL).isEmpty()).isTrue();
        assertThat(store.read(REQUESTS, Tier.HOUR, ALL)).isEqualTo(every(HOUR, T0, 6));
    }

    @Test
    void retiringTwiceIsRetiringOnce() {
        store.add(Tier.MINUTE, Map.of(REQUESTS, minutes(1, 2, 3)));

        store.retire(REQUESTS, T0.plus(Duration.ofDays(20)));
        store.retire(REQUESTS, T0.plus(Duration.ofDays(20)));

        assertThat(store.read(REQUESTS, Tier.HOUR, ALL)).isEqualTo(every(HOUR, T0, 6));
        assertThat(store.read(REQUESTS, Tier.MINUTE, ALL).isEmpty()).isTrue();
    }

    @Test
    void aPartThatComesAfterItsHourHasRetiredDoesNotReplaceTheWhole() {
        store.add(Tier.MINUTE, Map.of(REQUESTS, minutes(1, 2, 3)));
        store.retire(REQUESTS, T0.plus(Duration.ofDays(20)));

        store.add(Tier.MINUTE, Map.of(REQUESTS, minutes(NONE, 2)));
        store.retire(REQUESTS, T0.plus(Duration.ofDays(20)));

        assertThat(store.read(REQUESTS, Tier.HOUR, ALL)).isEqualTo(every(HOUR, T0, 6));
    }

    /// A console that ended in the middle of an hour and begins when CloudWatch has no minutes of it any more.
    @Test
    void anHourThatWasRolledUpFromAPartIsWholeWhenItsFiveMinutesCome() {
        Series whole = every(FIVE, T0, 10, 20, 10, 20, 10, 20, 10, 20, 10, 20, 10, 20);
        store.add(Tier.MINUTE, Map.of(REQUESTS, minutes(1, 2, 3), CPU, minutes(90, 90, 90)));
        store.retire(REQUESTS, T0.plus(Duration.ofDays(20)));
        store.retire(CPU, T0.plus(Duration.ofDays(20)));

        store.add(Tier.FIVE_MINUTES, Map.of(REQUESTS, whole, CPU, whole));

        assertThat(store.read(REQUESTS, Tier.HOUR, ALL)).isEqualTo(every(HOUR, T0, 180));
        assertThat(store.read(CPU, Tier.HOUR, ALL)).isEqualTo(every(HOUR, T0, 15));
        store.retire(REQUESTS, T0.plus(Duration.ofDays(70)));
        store.retire(CPU, T0.plus(Duration.ofDays(70)));
        assertThat(store.read(REQUESTS, Tier.FIVE_MINUTES, ALL).isEmpty()).isTrue();
        assertThat(store.read(REQUESTS, Tier.HOUR, ALL)).isEqualTo(every(HOUR, T0, 180));
        assertThat(store.read(CPU, Tier.HOUR, ALL)).isEqualTo(every(HOUR, T0, 15));
    }

    @Test
    void aFiveMinutesThatComesAfterTheOthersHaveRetiredDoesNotReplaceTheirHour() {
        store.add(Tier.FIVE_MINUTES, Map.of(REQUESTS, every(FIVE, T0, 10, 20, 30)));
        store.retire(REQUESTS, T0.plus(Duration.ofDays(70)));

        store.add(Tier.FIVE_MINUTES, Map.of(REQUESTS, every(FIVE, T0, NONE, 20)));

        assertThat(store.read(REQUESTS, Tier.HOUR, ALL)).isEqualTo(every(HOUR, T0, 60));
        store.retire(REQUESTS, T0.plus(Duration.ofDays(70)));
        assertThat(store.read(REQUESTS, Tier.HOUR, ALL)).isEqualTo(every(HOUR, T0, 60));
    }

    @Test
    void aClockThatGoesBackLosesNothing() {
        store.add(Tier.MINUTE, Map.of(REQUESTS, from(120, 5, 6)));
        store.retire(REQUESTS, at(122));

        store.add(Tier.MINUTE, Map.of(REQUESTS, from(60, 1, 2)));
        store.retire(REQUESTS, at(62));

        assertThat(store.read(REQUESTS, Tier.HOUR, ALL)).isEqualTo(every(HOUR, at(60), 3, 11));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-29T00:00:00Z", "2026-10-25T00:00:00Z"})
    void aDayInWhichTheClocksChangeHasItsTwentyFourHours(String midnight) {
        // Berlin has 23 and 25 hours on these days; history counts in UTC.
        Instant begin = Instant.parse(midnight);
        assertThat(ZoneId.of("Europe/Berlin").getRules().nextTransition(begin).getInstant())
                .isBefore(begin.plus(Duration.ofHours(24)));
        double[] ones = new double[1440];
        java.util.Arrays.fill(ones, 1);

        store.add(Tier.MINUTE, Map.of(REQUESTS, every(MINUTE, begin, ones)));

        Series hours = store.read(REQUESTS, Tier.HOUR, ALL);
        assertThat(hours.size()).isEqualTo(24);
        assertThat(hours.samples()).allSatisfy(hour -> assertThat(hour.value()).isEqualTo(60));
    }

    private static SeriesId id(String metric) {
        return new SeriesId(new StackId("shop"), metric, "main");
    }
}
