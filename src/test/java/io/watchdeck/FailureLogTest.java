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

    private static final WatchSnapshot FAILING = Snapshots.of(List.of(Snapshots.codemateDev()));
    /// The same stack, of which something else is missing.
    private static final WatchSnapshot HEALED = Snapshots.of(List.of(Snapshots.deniedLimit()));

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
            watch.publish(FAILING);
            lines.clear();
            watch.publish(HEALED);
            watch.publish(HEALED);

            assertThat(lines).filteredOn(line -> line.startsWith("Known again: ")).singleElement().asString()
                    .contains("codemate-dev databases[codemate-db-dev].connections");
            assertThat(log).isNotNull();
        }
    }

    @Test
    void ofAStackThatIsNotWatchedAnyMoreNothingIsTold() {
        try (var log = new FailureLog(watch, lines::add)) {
            watch.publish(MOMENT);
            lines.clear();
            watch.publish(Snapshots.of(List.of()));

            assertThat(lines).isEmpty();
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
