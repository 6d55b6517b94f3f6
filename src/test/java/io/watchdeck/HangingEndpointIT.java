package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.watchdeck.OddServer.Manner;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.stack.StackFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The window over an endpoint that takes every request and never answers: it stays alive, asks no source twice at a
/// time however often a person presses F5, and closes when it is told to. Times are measured: nothing runs beside it.
@Tag("slow")
@Isolated
class HangingEndpointIT {

    private static final Duration LOOKED_AT = Duration.ofSeconds(4);
    private static final long LONGEST_GAP_MILLIS = 100;

    @TempDir
    Path folder;

    private OddServer server;
    private Application console;

    @BeforeEach
    void openTheConsole() throws Exception {
        System.setProperty("aws.accessKeyId", "key");
        System.setProperty("aws.secretAccessKey", "secret");
        server = new OddServer(Manner.SILENCE);
        FxToolkit.registerPrimaryStage();
        FxToolkit.toolkitContext().setSetupTimeoutInMillis(Duration.ofMinutes(2).toMillis());
        console = FxToolkit.setupApplication(ConsoleApp.class, "--endpoint-url", server.endpoint().toString(),
                "--stacks", stacks().toString(), "--data", folder.resolve("data").toString());
    }

    /// The shipped ones: those of the person's own folder may have an endpoint of their own.
    private Path stacks() throws IOException {
        Path stacks = Files.createDirectory(folder.resolve("stacks"));
        for (StackFile stack : Wiring.shippedStacks().all()) {
            Files.writeString(stacks.resolve(stack.id().value() + ".yaml"), ShippedStacks.text(stack.id().value()));
        }
        return stacks;
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(console);
        server.close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Test
    void tenRefreshesPutAtMostOneCallOfEachSourceInFlight() throws IOException {
        var robot = new FxRobot();
        awaitTheFirstCall();
        for (int i = 0; i < 10; i++) {
            robot.push(KeyCode.F5);
        }
        robot.sleep(2, TimeUnit.SECONDS);

        assertThat(server.mostAtATime()).isNotEmpty();
        assertThat(server.mostAtATime().values()).as(server.mostAtATime().toString()).allMatch(count -> count == 1);
    }

    /// Reading begins when the history is open, which a machine with a busy disk takes its time for.
    private void awaitTheFirstCall() throws IOException {
        try {
            WaitForAsyncUtils.waitFor(2, TimeUnit.MINUTES, () -> !server.mostAtATime().isEmpty());
        } catch (TimeoutException nobodyCalled) {
            throw new AssertionError("The console called nobody. What its threads do:\n" + threads(), nobodyCalled);
        }
    }

    /// Those that are in the program's own code, virtual ones too.
    private String threads() throws IOException {
        Path file = folder.resolve("threads.txt").toAbsolutePath();
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpThreads(file.toString(),
                HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
        return Arrays.stream(Files.readString(file).split("\n\n")).filter(one -> one.contains("io.watchdeck"))
                .collect(Collectors.joining("\n\n"));
    }

    /// A machine that is busy elsewhere holds up any thread for a moment, so a thread that only sleeps is measured
    /// beside the window, and the best of three looks counts: a window that waits for the endpoint would freeze in each.
    @Test
    void theWindowStaysAlive() throws InterruptedException {
        var robot = new FxRobot();
        robot.sleep(2, TimeUnit.SECONDS);
        var longest = new ArrayList<Long>();
        for (int look = 0; look < 3 && (longest.isEmpty() || Collections.min(longest) > LONGEST_GAP_MILLIS); look++) {
            var pulses = new Pulses();
            var sleeper = new Sleeper();
            robot.interact(pulses::start);
            robot.push(KeyCode.F5);
            robot.sleep(LOOKED_AT.toMillis());
            robot.interact(pulses::stop);
            assertThat(pulses.count()).isGreaterThan(20);
            longest.add(pulses.longestGapMillis() - sleeper.longestDelayMillis());
        }

        assertThat(Collections.min(longest))
                .as("longest gaps between two pulses beyond those of a thread that sleeps, in ms: " + longest)
                .isLessThanOrEqualTo(LONGEST_GAP_MILLIS);
    }

    @Test
    void closingTakesAtMostTwoSeconds() throws Exception {
        new FxRobot().sleep(1, TimeUnit.SECONDS);

        long begin = System.nanoTime();
        FxToolkit.cleanupApplication(console);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }

    /// How much longer than asked for the machine lets a thread sleep.
    private static final class Sleeper {

        private static final long NAP_MILLIS = 10;

        private final AtomicBoolean awake = new AtomicBoolean(true);
        private final AtomicLong longestNanos = new AtomicLong();
        private final Thread thread = Thread.ofPlatform().daemon().start(() -> {
            while (awake.get()) {
                long begin = System.nanoTime();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(NAP_MILLIS));
                longestNanos.accumulateAndGet(System.nanoTime() - begin, Math::max);
            }
        });

        long longestDelayMillis() throws InterruptedException {
            awake.set(false);
            thread.join();
            return Math.max(0, TimeUnit.NANOSECONDS.toMillis(longestNanos.get()) - NAP_MILLIS);
        }
    }

    private static final class Pulses extends AnimationTimer {

        private final List<Long> times = new ArrayList<>();

        @Override
        public void handle(long now) {
            times.add(System.nanoTime());
        }

        int count() {
            return times.size();
        }

        long longestGapMillis() {
            long longest = 0;
            for (int i = 1; i < times.size(); i++) {
                longest = Math.max(longest, times.get(i) - times.get(i - 1));
            }
            return TimeUnit.NANOSECONDS.toMillis(longest);
        }
    }
}
