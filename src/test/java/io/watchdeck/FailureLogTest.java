package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.WatchSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureLogTest {

    private static final WatchSnapshot MOMENT = Snapshots.moment();

    private final List<String> lines = new ArrayList<>();
    private final FakeWatch watch = new FakeWatch(MOMENT);

    @Test
    void aFailureIsToldOnceWithItsReason() {
        try (var log = new FailureLog(watch, lines::add)) {
            watch.publish(MOMENT);
            List<String> told = List.copyOf(lines);
            watch.publish(MOMENT);

            assertThat(told).isNotEmpty().allMatch(line -> line.startsWith("Not known: "))
                    .anyMatch(line -> line.contains(": denied "));
            assertThat(lines).isEqualTo(told);
            assertThat(log).isNotNull();
        }
    }

    @Test
    void theirEndIsToldOnce() {
        try (var log = new FailureLog(watch, lines::add)) {
            watch.publish(MOMENT);
            lines.clear();
            watch.publish(Snapshots.of(List.of()));
            watch.publish(Snapshots.of(List.of()));

            assertThat(lines).singleElement().asString().startsWith("Known again: ");
            assertThat(log).isNotNull();
        }
    }

    @Test
    void afterItsEndNothingIsTold() {
        new FailureLog(watch, lines::add).close();
        lines.clear();

        watch.publish(MOMENT);

        assertThat(lines).isEmpty();
    }
}
