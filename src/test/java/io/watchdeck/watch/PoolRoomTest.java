package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.StackSnapshot.PoolRoom;
import io.watchdeck.watch.StackSnapshot.PoolRoom.Pools;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolRoomTest {

    @ParameterizedTest(name = "limit {0}, {1} open, {2} a task: room for {3}")
    @CsvSource({"100, 92, 10, 0", "100, 90, 10, 1", "100, 30, 10, 7", "87, 37, 50, 1", "87, 42, 50, 0",
            "100, 100, 10, 0", "100, 0, 10, 10"})
    void roomIsWhatTheOpenConnectionsLeave(int limit, double open, int perTask, int more) {
        assertThat(new PoolRoom(perTask, Optional.empty()).moreTasks(limit, open)).isEqualTo(more);
    }

    @Test
    void moreOpenThanTheLimitIsNoRoomRatherThanLess() {
        assertThat(new PoolRoom(10, Optional.empty()).moreTasks(100, 131)).isZero();
    }

    @Test
    void theTasksOfAServiceThatIsNotKnownAreNotTakenForNone() {
        try (var rig = new Rig()) {
            StackFile shop = Rig.stack("shop", Rig.SHOP.replace("services: [{name: api, desired: 2}]",
                    "services: [{name: api, poolPerTask: 10}, {name: web, poolPerTask: 5}, {name: cron}]"));
            rig.watch(shop);
            rig.cloud(shop).fail(Subject.SERVICES, Failure.denied("ecs:DescribeServices"));
            assertThat(room(rig.readAll())).isEqualTo(new PoolRoom(15, Optional.empty()));

            rig.cloud(shop).heal();
            assertThat(room(rig.readAll())).isEqualTo(new PoolRoom(15, Optional.of(new Pools(4, 30))));
        }
    }

    private static PoolRoom room(WatchSnapshot snapshot) {
        return Rig.only(snapshot).databases().getFirst().room().orElseThrow();
    }
}
