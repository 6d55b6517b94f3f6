package io.watchdeck.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.data.DatabaseEvent;
import io.watchdeck.data.DatabaseEvent.Sort;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.DatabaseSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DatabaseDiaryTest {

    private static final Instant NOW = Instant.parse("2026-09-22T04:42:30Z");
    private static final TimeRange FORTNIGHT = TimeRange.last(Duration.ofDays(14), NOW);

    private static DatabaseDiary diary(DatabaseSpec.Kind kind, boolean standby) {
        return new DatabaseDiary(new DatabaseSpec("db", kind, "postgres", OptionalInt.empty(), OptionalLong.empty(),
                OptionalDouble.empty()), standby, 7);
    }

    private static List<DatabaseEvent> told(DatabaseDiary diary, Sort sort) {
        return diary.read(FORTNIGHT).stream().filter(event -> event.sort() == sort).toList();
    }

    @Test
    void anInstanceIsBackedUpEveryNight() {
        assertThat(told(diary(DatabaseSpec.Kind.INSTANCE, false), Sort.BACKUP)).hasSize(28)
                .extracting(DatabaseEvent::message).startsWith("Backing up DB instance", "Finished DB Instance backup");
        assertThat(told(diary(DatabaseSpec.Kind.INSTANCE, false), Sort.FAILOVER)).isEmpty();
        assertThat(diary(DatabaseSpec.Kind.CLUSTER, true).read(FORTNIGHT)).isEmpty();
    }

    @Test
    void theSameIsToldWheneverItIsReadAndInWhateverPieces() {
        DatabaseDiary diary = diary(DatabaseSpec.Kind.INSTANCE, true);
        List<DatabaseEvent> whole = diary.read(FORTNIGHT);

        assertThat(LongStream.range(0, 14 * 24).mapToObj(hour -> FORTNIGHT.from().plusSeconds(hour * 3600))
                .flatMap(from -> diary.read(new TimeRange(from, from.plusSeconds(3600))).stream()).toList())
                .isEqualTo(whole);
        assertThat(diary(DatabaseSpec.Kind.INSTANCE, true).read(FORTNIGHT)).isEqualTo(whole);
    }

    @Test
    void whileItFailsOverNobodyReachesIt() {
        DatabaseDiary diary = diary(DatabaseSpec.Kind.INSTANCE, true);
        List<DatabaseEvent> failover = told(diary, Sort.FAILOVER);

        assertThat(failover).hasSizeGreaterThanOrEqualTo(2);
        long begin = failover.getFirst().at().getEpochSecond();
        long end = failover.get(1).at().getEpochSecond();
        assertThat(failover.getFirst().message()).contains("started");
        assertThat(failover.get(1).message()).contains("completed");
        assertThat(end - begin).isBetween(60L, 120L);
        assertThat(LongStream.range(begin, end)).allMatch(diary::isAway);
        assertThat(diary.isAway(begin - 1)).isFalse();
        assertThat(diary.isAway(end)).isFalse();
    }
}
