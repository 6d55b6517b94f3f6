package io.watchdeck.logs;

import static io.watchdeck.model.Readings.assertDenied;
import static io.watchdeck.model.Readings.assertNotFound;
import static io.watchdeck.model.Readings.assertThrottled;
import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.logs.LogQuery.Order;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [LogSource] keeps. The log group is `/contract/app`, its one stream `app/app/1`.
public abstract class LogSourceContract {

    protected static final String GROUP = "/contract/app";
    protected static final String STREAM = "app/app/1";

    /// Until when lines are written: a full second.
    protected abstract Instant end();

    /// The group with these lines, given oldest first.
    protected abstract LogSource with(List<LogLine> lines);

    /// These groups, without a line.
    protected abstract LogSource holding(List<LogGroup> groups);

    /// Whatever is asked is refused.
    protected abstract LogSource denied();

    protected abstract LogSource throttled();

    /// `line-0001`, `line-0002` and so on, one every so many milliseconds, the last one such a time before the end.
    private LogSource lines(int count, long millis) {
        return with(IntStream.rangeClosed(1, count).mapToObj(number -> new LogLine(
                end().minusMillis((count - number + 1) * millis), STREAM, name("line", number))).toList());
    }

    private LogQuery tail(int limit) {
        return LogQuery.tail(GROUP, TimeRange.last(Duration.ofHours(1), end()), limit);
    }

    private static List<String> messages(LogLines lines) {
        return lines.lines().stream().map(LogLine::message).toList();
    }

    @ParameterizedTest
    @EnumSource
    void aGroupIntoWhichNobodyWroteHasNoLines(Order order) {
        LogQuery query = order == Order.NEWEST_FIRST ? tail(10) : tail(10).oldestFirst();

        LogLines found = value(lines(0, 1000).lines(query));

        assertThat(found.lines()).isEmpty();
        assertThat(found.following()).isEmpty();
    }

    @Test
    void aLineTellsItsTimeItsStreamAndWhatWasWritten() {
        LogLine line = new LogLine(end().minusMillis(1234), STREAM, "FATAL 메모리 부족\n  at app.js:12");

        assertThat(value(with(List.of(line)).lines(tail(10))).lines()).containsExactly(line);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10})
    void asManyAsThereAreComeInTheOrderAsked(int count) {
        LogSource source = lines(count, 20_000);

        assertThat(messages(value(source.lines(tail(10))))).isEqualTo(names("line", count).reversed());
        assertThat(messages(value(source.lines(tail(10).oldestFirst())))).isEqualTo(names("line", count));
        assertThat(value(source.lines(tail(11))).following()).isEmpty();
        assertThat(value(source.lines(tail(11).oldestFirst())).following()).isEmpty();
    }

    @Test
    void theLimitKeepsThoseThatComeFirst() {
        LogSource source = lines(100, 20_000);

        assertThat(messages(value(source.lines(tail(3))))).containsExactly("line-0100", "line-0099", "line-0098");
        assertThat(messages(value(source.lines(tail(3).oldestFirst()))))
                .containsExactly("line-0001", "line-0002", "line-0003");
        assertThat(value(source.lines(tail(3))).following()).isPresent();
        assertThat(value(source.lines(tail(3).oldestFirst())).following()).isPresent();
    }

    /// Every second, in one minute's bustle, and all in the same millisecond.
    @ParameterizedTest
    @CsvSource({"1000,NEWEST_FIRST", "1000,OLDEST_FIRST", "7,NEWEST_FIRST", "7,OLDEST_FIRST", "0,NEWEST_FIRST",
            "0,OLDEST_FIRST"})
    void readingOnGivesEveryLineOnce(long millis, Order order) {
        var at = end().minusSeconds(90);
        LogSource source = with(IntStream.rangeClosed(1, 25)
                .mapToObj(number -> new LogLine(at.plusMillis(number * millis), STREAM, name("line", number)))
                .toList());

        var all = new ArrayList<String>();
        Optional<LogQuery> next = Optional.of(order == Order.NEWEST_FIRST ? tail(4) : tail(4).oldestFirst());
        for (int readings = 0; next.isPresent() && readings < 20; readings++) {
            LogLines found = value(source.lines(next.get()));
            assertThat(found.lines().size()).isLessThanOrEqualTo(4);
            all.addAll(messages(found));
            next = found.following();
        }

        assertThat(next).isEmpty();
        assertThat(all).isEqualTo(order == Order.NEWEST_FIRST ? names("line", 25).reversed() : names("line", 25));
    }

    @Test
    void aPatternKeepsTheLinesThatMatch() {
        LogSource source = with(List.of(new LogLine(end().minusSeconds(30), STREAM, "INFO ready"),
                new LogLine(end().minusSeconds(20), STREAM, "ERROR 502"),
                new LogLine(end().minusSeconds(10), STREAM, "INFO error")));

        assertThat(messages(value(source.lines(tail(10).withPattern("ERROR"))))).containsExactly("ERROR 502");
        assertThat(messages(value(source.lines(tail(10).oldestFirst().withPattern("INFO")))))
                .containsExactly("INFO ready", "INFO error");
    }

    @Test
    void aPatternOfFieldsKeepsTheLinesOfJsonThatMatch() {
        String slow = "{\"level\":\"error\",\"msg\":\"timed out\",\"duration\":5000}";
        String quick = "{\"level\":\"error\",\"msg\":\"refused\",\"duration\":3}";
        LogSource source = with(List.of(new LogLine(end().minusSeconds(40), STREAM, "error in plain text"),
                new LogLine(end().minusSeconds(30), STREAM, slow),
                new LogLine(end().minusSeconds(20), STREAM, "{\"level\":\"info\",\"duration\":7000}"),
                new LogLine(end().minusSeconds(10), STREAM, quick)));

        assertThat(messages(value(source.lines(tail(10).withPattern("{ $.level = \"error\" }")))))
                .containsExactly(quick, slow);
        assertThat(messages(value(source.lines(tail(10).withPattern("{ $.level = \"error\" && $.duration > 1000 }")))))
                .containsExactly(slow);
    }

    @Test
    void onlyTheStreamsThatBeginAsAskedAreRead() {
        LogSource source = with(List.of(new LogLine(end().minusSeconds(30), "app/app/1", "of the app"),
                new LogLine(end().minusSeconds(20), "application/app/1", "of another"),
                new LogLine(end().minusSeconds(10), "app/sidecar/1", "beside it")));

        assertThat(messages(value(source.lines(tail(10).ofStreams("app/"))))).containsExactly("beside it",
                "of the app");
        assertThat(messages(value(source.lines(tail(10).ofStreams("app/app/").oldestFirst()))))
                .containsExactly("of the app");
        assertThat(value(source.lines(tail(10).ofStreams("none/"))).lines()).isEmpty();
    }

    @Test
    void aPatternThatNobodyUnderstandsIsToldSo() {
        LogSource source = lines(1, 1000);

        assertThat(LogQuery.isOfPattern(failure(source.lines(tail(10).withPattern("{ $.level = "))))).isTrue();
    }

    @Test
    void theBeginningBelongsToTheTimeAndTheEndDoesNot() {
        LogSource source = lines(10, 1000);
        var range = new TimeRange(end().minusSeconds(8), end().minusSeconds(5));

        assertThat(messages(value(source.lines(LogQuery.tail(GROUP, range, 10)))))
                .containsExactly("line-0005", "line-0004", "line-0003");
        assertThat(messages(value(source.lines(LogQuery.tail(GROUP, range, 10).oldestFirst()))))
                .containsExactly("line-0003", "line-0004", "line-0005");
    }

    @Test
    void aroundAnInstantComeTheNewestUpToItAndTheOldestAfterIt() {
        LogSource source = lines(100, 20_000);
        Instant at = end().minusSeconds(40 * 20);

        LogsAround found = value(source.around(tail(3), at));

        assertThat(found.lines()).extracting(LogLine::message).as("the line of the instant itself is the 61st")
                .containsExactly("line-0059", "line-0060", "line-0061", "line-0062", "line-0063", "line-0064");
        assertThat(found.lines().get(2).at()).isEqualTo(at);
        assertThat(found.complete()).isEqualTo(new TimeRange(at.minusSeconds(40), at.plusSeconds(60)));
        assertThat(found.earlier()).isTrue();
        assertThat(found.later()).isTrue();
    }

    @Test
    void whereThereAreFewLinesAroundAnInstantAllOfTheRangeIsKnown() {
        LogSource source = lines(5, 20_000);

        LogsAround found = value(source.around(tail(10), end().minusSeconds(50)));

        assertThat(found.lines()).extracting(LogLine::message).isEqualTo(names("line", 5));
        assertThat(found.complete()).isEqualTo(tail(10).range());
        assertThat(found.earlier()).isFalse();
        assertThat(found.later()).isFalse();
    }

    @Test
    void anInstantOutsideTheRangeHasAllLinesOnOneSide() {
        LogSource source = lines(5, 20_000);

        assertThat(value(source.around(tail(2), end().plusSeconds(600))).lines()).extracting(LogLine::message)
                .containsExactly("line-0004", "line-0005");
        assertThat(value(source.around(tail(2), end().minusSeconds(7200))).lines()).extracting(LogLine::message)
                .containsExactly("line-0001", "line-0002");
    }

    @Test
    void aroundAnInstantTooOnlyWhatMatchesIsFoundAndARefusalIsTold() {
        LogSource source = with(List.of(new LogLine(end().minusSeconds(30), STREAM, "ERROR 502"),
                new LogLine(end().minusSeconds(20), "other/1", "ERROR 503"),
                new LogLine(end().minusSeconds(10), STREAM, "INFO ready"),
                new LogLine(end().minusSeconds(5), STREAM, "ERROR 504")));
        LogQuery errors = tail(10).withPattern("ERROR").ofStreams("app/");

        assertThat(value(source.around(errors, end().minusSeconds(20))).lines()).extracting(LogLine::message)
                .containsExactly("ERROR 502", "ERROR 504");
        assertDenied(denied().around(errors, end()), "logs:FilterLogEvents");
    }

    @Test
    void aGroupThatDoesNotExistIsNotFound() {
        assertNotFound(lines(1, 1000).lines(LogQuery.tail("/no/such/group",
                TimeRange.last(Duration.ofHours(1), end()), 10)));
    }

    @Test
    void aGroupTellsWhatItHoldsAndWhetherItsLinesExpire() {
        var week = new LogGroup(GROUP, 1_234_567_890_123L, OptionalInt.of(7));
        var forever = new LogGroup("/contract/app/forever", 0, OptionalInt.empty());

        var found = holding(List.of(week, forever)).groups(List.of(GROUP, "/contract/app/forever", GROUP));

        assertThat(found).hasSize(2);
        assertThat(value(found.get(GROUP))).isEqualTo(week);
        assertThat(value(found.get("/contract/app/forever"))).isEqualTo(forever);
    }

    @Test
    void aGroupThatDoesNotExistLeavesTheOthersKnown() {
        var found = holding(List.of(new LogGroup(GROUP, 1, OptionalInt.empty())))
                .groups(List.of("/contract/ap", GROUP));

        assertNotFound(found.get("/contract/ap"));
        assertThat(value(found.get(GROUP)).storedBytes()).isEqualTo(1);
    }

    @Test
    void withoutTheRightOrTooOftenNoGroupIsPretendedToBeEmpty() {
        assertDenied(denied().groups(List.of(GROUP)).get(GROUP), "logs:DescribeLogGroups");
        assertThrottled(throttled().groups(List.of(GROUP)).get(GROUP));
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        assertDenied(denied().lines(tail(10)), "logs:FilterLogEvents");
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        assertThrottled(throttled().lines(tail(10)));
    }
}
