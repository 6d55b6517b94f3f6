package io.watchdeck.aws;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.watchdeck.AlarmStory;
import io.watchdeck.emulator.Emulator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The life of an alarm of a Tiketi behind the AWS SDK, whose load balancer counts errors in the emulator. Half a day
/// before now, where the emulator has no other figures.
@Tag("slow")
class AlarmStoryEmulatorIT {

    private static final String REGION = "ap-northeast-2";

    @TempDir
    private Path folder;

    @Test
    void anAlarmIsAcknowledgedOutlivesAKillGetsWorseEndsAndComesBackAsAnother() throws Exception {
        assumeTrue(Emulator.missing().isEmpty(), () -> Emulator.missing().orElseThrow());
        try (Emulator emulator = Emulator.start()) {
            tell(emulator);
        }
    }

    private void tell(Emulator emulator) throws Exception {
        emulator.provision(1, Emulator.ACCOUNT, "tiketi");
        change(emulator, "alarm", "tiketi-alb-5xx", "OK", "as the story begins");
        Instant begin = Instant.ofEpochSecond(Instant.now(Clock.systemUTC()).getEpochSecond() / 3600 * 3600)
                .minus(Duration.ofHours(12));
        change(emulator, "errors", "tiketi-alb-prod", begin.toString(), errors());
        try (var story = new AlarmStory(folder, emulator.endpoint().toString(), begin.plus(Duration.ofMinutes(5)),
                Duration.ofMinutes(1))) {
            story.tell();
        }
    }

    /// Of each minute: a few, above the first threshold, above the second too, none, above the first again.
    private static String errors() {
        return IntStream.of(1, 11, 40, 0, 20).boxed()
                .flatMapToDouble(level -> DoubleStream.generate(() -> level).limit(15))
                .mapToObj(Double::toString).collect(Collectors.joining(","));
    }

    private static void change(Emulator emulator, String... what) {
        var arguments = new ArrayList<>(List.of("--account-id", Emulator.ACCOUNT, "--region", REGION));
        arguments.addAll(List.of(what));
        emulator.python("change.py", arguments);
    }
}
