package io.watchdeck.aws;

import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.logs.LogGroup;
import io.watchdeck.logs.LogLine;
import io.watchdeck.logs.LogLines;
import io.watchdeck.logs.LogQuery;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many calls a reading of a log group takes, by the formula of [CloudWatchLogSource].
@ExtendWith(TestKeys.class)
class AwsLogCallsTest {

    private static final String GROUP = "/ecs/api";

    private final AwsRig rig = new AwsRig();
    private final FakeLogs logs = new FakeLogs(rig.aws).group(GROUP);

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "5,2", "6,3", "60,4", "1365,6", "1440,7"})
    void theTailOfAQuietGroupTakesFewCallsHoweverLongTheTime(long minutes, int calls) {
        assertThat(read(LogQuery.tail(GROUP, last(minutes), 100)).following()).isEmpty();

        assertThat(rig.metered).hasSize(calls);
        assertThat(rig.metered).allMatch(call -> call.operation().equals("FilterLogEvents"));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "50,1", "51,2", "120,3"})
    void whatGroupsHoldTakesOneCallForFiftyOfThem(int groups, int calls) {
        List<String> names = IntStream.rangeClosed(1, groups).mapToObj(number -> "/ecs/" + number).toList();
        names.forEach(name -> logs.holding(new LogGroup(name, 1, OptionalInt.empty())));

        assertThat(rig.cloud.logs().orElseThrow().groups(names).values()).hasSize(groups)
                .allSatisfy(reading -> assertThat(value(reading).storedBytes()).isEqualTo(1));

        assertThat(rig.metered).hasSize(calls);
        assertThat(rig.metered).allMatch(call -> call.operation().equals("DescribeLogGroups"));
    }

    @Test
    void theTailOfABusyGroupTakesOneCall() {
        fill(600, 100);

        assertThat(read(LogQuery.tail(GROUP, last(1440), 100)).lines()).hasSize(100);

        assertThat(rig.metered).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "10,1", "11,2", "25,3"})
    void oldestFirstTakesAsManyPagesAsTheLimitNeeds(int limit, int calls) {
        fill(30, 1000);
        logs.linesAPage(10);

        assertThat(read(LogQuery.tail(GROUP, last(60), limit).oldestFirst()).lines()).hasSize(limit);

        assertThat(rig.metered).hasSize(calls);
    }

    @Test
    void allPagesOfTheNewestMinuteAreRead() {
        fill(35, 1000);
        logs.linesAPage(10);

        assertThat(read(LogQuery.tail(GROUP, last(60), 5)).lines()).extracting(LogLine::message)
                .containsExactly("line 35", "line 34", "line 33", "line 32", "line 31");

        assertThat(rig.metered).hasSize(4);
    }

    @Test
    void aRareWordIsSoughtInSeveralReadings() {
        fill(500, 5000);
        logs.line(GROUP, AwsRig.NOW.minusSeconds(1), "s", "the needle").linesAPage(10).scanning();
        LogQuery query = LogQuery.tail(GROUP, last(60), 5).oldestFirst().withPattern("needle");

        LogLines first = read(query);

        assertThat(rig.metered).hasSize(CloudWatchLogSource.CALLS_A_READING);
        assertThat(first.lines()).isEmpty();
        LogLines all = first;
        for (int readings = 1; all.lines().isEmpty() && readings < 5; readings++) {
            all = read(all.following().orElseThrow());
        }
        assertThat(all.lines()).extracting(LogLine::message).containsExactly("the needle");
        assertThat(all.following()).isEmpty();
    }

    @Test
    void aWindowThatIsTooLongIsGivenUpAndBegunAnewAsAShorterOne() {
        logs.line(GROUP, AwsRig.NOW.minusSeconds(200), "s", "the needle");
        IntStream.range(0, 240).forEach(
                number -> logs.line(GROUP, AwsRig.NOW.minusSeconds(70 + number), "s", "hay"));
        logs.linesAPage(10).scanning();

        LogLines first = read(LogQuery.tail(GROUP, last(60), 5).withPattern("needle"));

        assertThat(rig.metered).hasSize(CloudWatchLogSource.CALLS_A_READING);
        assertThat(first.lines()).isEmpty();
        assertThat(first.following()).hasValueSatisfying(
                next -> assertThat(next.range().to()).isEqualTo(AwsRig.NOW.minusSeconds(60)));
        LogLines found = first;
        for (int readings = 1; found.lines().isEmpty() && readings < 5; readings++) {
            found = read(found.following().orElseThrow());
        }
        assertThat(found.lines()).extracting(LogLine::message).containsExactly("the needle");
    }

    @Test
    void theFirstMinuteIsReadToItsEndSoThatEveryReadingGetsOn() {
        IntStream.range(0, 18 * 10).forEach(
                number -> logs.line(GROUP, AwsRig.NOW.minusSeconds(1 + number % 59), "s", "hay"));
        logs.linesAPage(10).scanning();

        assertThat(read(LogQuery.tail(GROUP, last(1), 3).withPattern("needle")).following()).isEmpty();

        assertThat(rig.metered).hasSize(18);
    }

    @Test
    void ofAMinuteWithTooManyPagesOnlyAsMuchIsReadAsIsWanted() {
        fill(300, 100);
        logs.linesAPage(10);

        LogLines found = read(LogQuery.tail(GROUP, last(60), 3));

        assertThat(found.lines()).extracting(LogLine::message).containsExactly("line 300", "line 299", "line 298");
        assertThat(rig.metered).hasSize(2);
        assertThat(read(found.following().orElseThrow()).lines()).extracting(LogLine::message)
                .containsExactly("line 297", "line 296", "line 295");
    }

    @Test
    void theNewestOfTenThousandLinesASecondTakeTwoCalls() {
        fill(100_000, 0.1);
        logs.linesAPage(5_000);

        LogLines found = read(LogQuery.tail(GROUP, last(15), 500));

        assertThat(found.lines()).hasSize(500).first().extracting(LogLine::message).isEqualTo("line 100000");
        assertThat(rig.metered).hasSize(2);
    }

    /// Ten lines each millisecond for a minute, of which nothing is kept: what is read each time stays as little.
    @Test
    void ofTenThousandLinesASecondEachReadingTakesOnlyTheNewest() {
        var busy = new BusyLog(rig.aws);
        Instant before = AwsRig.NOW.minusSeconds(60);
        for (Instant now = before.plusSeconds(10); !now.isAfter(AwsRig.NOW); now = now.plusSeconds(10)) {
            rig.metered.clear();
            busy.forget();

            List<LogLine> lines =
                    read(LogQuery.tail(GROUP, new TimeRange(now.minusSeconds(55), now), 500)).lines();

            assertThat(lines).hasSize(500);
            assertThat(lines.getFirst().at()).isEqualTo(now.minusMillis(1));
            assertThat(lines.getLast().at()).isEqualTo(now.minusMillis(50));
            assertThat(rig.metered).hasSizeLessThanOrEqualTo(2);
            assertThat(busy.told()).isLessThanOrEqualTo(BusyLog.A_PAGE + 2 * 500);
        }
    }

    @Test
    void ofAMinuteInWhichARareWordIsSoughtInVainTheEndIsSearched() {
        IntStream.range(0, 590).forEach(
                number -> logs.line(GROUP, AwsRig.NOW.minusMillis(59_000 - 100L * number), "s", "hay"));
        logs.line(GROUP, AwsRig.NOW.minusMillis(1), "s", "the needle").linesAPage(10).scanning();

        LogLines found = read(LogQuery.tail(GROUP, last(60), 3).withPattern("needle"));

        assertThat(found.lines()).extracting(LogLine::message).containsExactly("the needle");
        assertThat(found.following()).isPresent();
        assertThat(rig.metered).hasSizeLessThan(CloudWatchLogSource.CALLS_A_READING + 10);
    }

    /// So many lines, one every so many milliseconds, the last one such a time ago.
    private void fill(int count, double millis) {
        Instant end = AwsRig.NOW;
        IntStream.rangeClosed(1, count).forEach(number -> logs.line(GROUP,
                end.minusMillis(Math.max(1, (long) ((count - number + 1) * millis))), "s", "line " + number));
    }

    private static TimeRange last(long minutes) {
        return TimeRange.last(Duration.ofMinutes(minutes), AwsRig.NOW);
    }

    private LogLines read(LogQuery query) {
        return value(rig.cloud.logs().orElseThrow().lines(query));
    }
}
