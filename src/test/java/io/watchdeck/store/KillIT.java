package io.watchdeck.store;

import static io.watchdeck.store.Databases.CLOCK;
import static io.watchdeck.store.Databases.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.TimeRange;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Kills a process that writes, at any moment, and looks what is left: everything that it said it had kept. The moments
/// differ from kill to kill; `-Dkills=100` looks at more of them.
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class KillIT {

    private static final int KILLS = Integer.getInteger("kills", 20);
    /// H2's own default.
    private static final int HALF_A_SECOND = 500;
    private static final String KEPT = "kept ";

    @TempDir
    private Path folder;

    private final Random random = new Random(20260922);

    @Test
    void nothingThatWasKeptIsLostByAKill() throws Exception {
        int next = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            int last = lastKept(next, 0);
            try (Database database = opened(folder)) {
                assertThat(missing(database, next, last)).as("minutes lost by kill " + kill).isZero();
                // One call may have been kept and the process killed before it could say so.
                assertThat(DatabaseTest.calls(database)).as("calls after kill " + kill)
                        .isBetween(last + 1L, last + 1L + kill);
            }
            next = last + 1;
        }
        try (Database database = opened(folder)) {
            assertThat(missing(database, 0, next - 1)).as("of all " + next).isZero();
        }
    }

    @Test
    void aKillWhileTheHistoryIsMadeLeavesNoneOrAWholeOne() throws Exception {
        for (int kill = 0; kill < 15; kill++) {
            Path fresh = folder.resolve("fresh-" + kill);
            Process child = StoreChild.start(List.of(), "write", fresh, 0, 0);
            assertThat(child.waitFor(random.nextInt(150, 1200), TimeUnit.MILLISECONDS)).isFalse();
            kill(child);

            try (Database database = opened(fresh)) {
                assertThat(missing(database, 0, last(child, -1))).isZero();
            }
        }
    }

    /// That the first test can fail.
    @Test
    void withTheDelayThatH2HasByItselfKillsLoseWhatWasKept() throws Exception {
        for (int kill = 0; kill < 20; kill++) {
            Path fresh = folder.resolve("delayed-" + kill);
            opened(fresh).close();
            int last = lastKeptIn(fresh, 0, HALF_A_SECOND);
            Opening opening = Database.open(fresh, CLOCK, _ -> {});
            try (Database database = ((Opening.Opened) opening).database()) {
                if (missing(database, 0, last) > 0) {
                    return;
                }
            }
        }
        fail("20 kills lost nothing: the procedure cannot see a loss");
    }

    private int lastKept(int from, int writeDelay) throws IOException, InterruptedException {
        return lastKeptIn(folder, from, writeDelay);
    }

    /// Lets a process write, kills it some milliseconds after it first kept something, and says what it kept last.
    private int lastKeptIn(Path where, int from, int writeDelay) throws IOException, InterruptedException {
        Process child = StoreChild.start(List.of(), "write", where, from, writeDelay);
        BufferedReader says = child.inputReader();
        String first = says.readLine();
        assertThat(first).startsWith(KEPT);
        assertThat(child.waitFor(random.nextInt(120_000), TimeUnit.MICROSECONDS)).isFalse();
        kill(child);
        return last(child, Integer.parseInt(first.substring(KEPT.length())));
    }

    /// By its handle: the process itself would close its streams before what was said is read.
    private static void kill(Process child) throws InterruptedException {
        assertThat(child.toHandle().destroyForcibly()).isTrue();
        assertThat(child.waitFor()).as("SIGKILL").isEqualTo(128 + 9);
    }

    /// What a killed process said is still in the pipe; the last line may be cut off.
    private static int last(Process child, int before) throws IOException {
        int last = before;
        BufferedReader says = child.inputReader();
        for (String line = says.readLine(); line != null; line = says.readLine()) {
            if (line.startsWith(KEPT)) {
                last = Math.max(last, Integer.parseInt(line.substring(KEPT.length())));
            }
        }
        return last;
    }

    private static long missing(Database database, int from, int to) {
        var store = new H2MetricStore(database, MetricCatalogue.standard());
        var range = new TimeRange(StoreChild.at(from), StoreChild.at(Math.max(from, to + 1)));
        long missing = 0;
        for (int number = 0; number < StoreChild.SERIES; number++) {
            Series kept = store.read(StoreChild.series(number), Tier.MINUTE, range);
            int found = 0;
            for (int i = 0; i < kept.size(); i++) {
                int minute = Math.toIntExact((kept.second(i) - StoreChild.at(0).getEpochSecond()) / 60);
                found += kept.value(i) == StoreChild.value(number, minute) ? 1 : 0;
            }
            missing += Math.max(0, to - from + 1 - found);
        }
        return missing;
    }
}
