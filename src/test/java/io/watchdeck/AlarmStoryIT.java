package io.watchdeck;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The life of an alarm of the simulated Tiketi: from twenty minutes after its world began, when its first rush is over.
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class AlarmStoryIT {

    private static final Instant WORLD = Instant.parse("2026-09-22T04:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void anAlarmIsAcknowledgedOutlivesAKillGetsWorseEndsAndComesBackAsAnother() throws Exception {
        try (var story = new AlarmStory(folder, "sandbox " + WORLD, WORLD.plus(Duration.ofMinutes(20)),
                Duration.ofSeconds(30))) {
            story.tell();
        }
    }
}
