package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.watch.StackSnapshot.PoolRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolRoomTest {

    @ParameterizedTest(name = "limit {0}, {1} open, {2} a task: room for {3}")
    @CsvSource({"100, 92, 10, 0", "100, 90, 10, 1", "100, 30, 10, 7", "87, 37, 50, 1", "87, 42, 50, 0",
            "100, 100, 10, 0", "100, 0, 10, 10"})
    void roomIsWhatTheOpenConnectionsLeave(int limit, double open, int perTask, int more) {
        assertThat(new PoolRoom(perTask, 5, 5 * perTask).moreTasks(limit, open)).isEqualTo(more);
    }

    @Test
    void moreOpenThanTheLimitIsNoRoomRatherThanLess() {
        assertThat(new PoolRoom(10, 5, 50).moreTasks(100, 131)).isZero();
    }
}
