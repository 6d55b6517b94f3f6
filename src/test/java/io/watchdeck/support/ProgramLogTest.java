package io.watchdeck.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramLogTest {

    private static final int SMALL = 20_000;

    private final Logger logged = Logger.getAnonymousLogger();

    @TempDir
    private Path home;

    @BeforeEach
    void sayItNowhereElse() {
        logged.setUseParentHandlers(false);
        logged.setLevel(Level.INFO);
    }

    @Test
    void theStandardErrorSaysItTheSameWay() {
        assertThat(Logger.getLogger("").getHandlers()).filteredOn(ConsoleHandler.class::isInstance)
                .extracting(Handler::getFormatter).singleElement().isInstanceOf(LogLine.class);
    }

    @Test
    void whatIsLoggedStandsInTheFileWithItsCauseAndWithoutSecrets() throws IOException {
        Path folder = home.resolve("100% mine").resolve("log");
        try (var log = ProgramLog.begin(folder, SMALL, logged)) {
            logged.log(Level.WARNING, "Refused: {0}", "password=hunter2");
            logged.log(Level.SEVERE, "Broken", new IllegalStateException("token: hunter2"));
            logged.fine("not told");
            assertThat(log).isNotNull();
        }

        assertThat(ProgramLog.files(folder)).containsExactly(folder.resolve("watchdeck-0.log"));
        assertThat(Files.readString(folder.resolve("watchdeck-0.log"))).matches(
                "(?s)\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ WARNING .*: Refused: password=\\[redacted]\n.*")
                .contains("SEVERE", "IllegalStateException: token: [redacted]\n",
                        "\tat io.watchdeck.support.ProgramLogTest")
                .doesNotContain("hunter2", "not told");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
    }

    @Test
    void aCleanEndIsItsLastLine() throws IOException {
        try (var log = ProgramLog.begin(home, SMALL, logged)) {
            logged.info("Begun");
            assertThat(Files.readString(home.resolve("watchdeck-0.log"))).contains("Begun").doesNotContain("Ended");
            assertThat(log).isNotNull();
        }

        assertThat(Files.readAllLines(home.resolve("watchdeck-0.log"))).last().asString().endsWith(": Ended");
    }

    @Test
    void itKeepsFiveFilesAndGoesOnInTheNewest() throws IOException {
        for (int start = 0; start < 2; start++) {
            try (var log = ProgramLog.begin(home, SMALL, logged)) {
                for (int line = 0; line < 2_000; line++) {
                    logged.log(Level.WARNING, "Line {0} of start {1}", new Object[] {line, start});
                }
                assertThat(log).isNotNull();
            }
        }

        assertThat(ProgramLog.files(home)).extracting(file -> file.getFileName().toString()).containsExactly(
                "watchdeck-0.log", "watchdeck-1.log", "watchdeck-2.log", "watchdeck-3.log", "watchdeck-4.log");
        assertThat(Files.readString(home.resolve("watchdeck-0.log"))).contains("Line 1,999 of start 1");
        for (Path file : ProgramLog.files(home)) {
            assertThat(Files.size(file)).isLessThan(SMALL + 200);
        }
    }

    @Test
    void afterItsEndNothingIsWritten() throws IOException {
        ProgramLog.begin(home, SMALL, logged).close();

        logged.warning("late");

        assertThat(Files.readString(home.resolve("watchdeck-0.log"))).contains("Ended").doesNotContain("late");
    }

    @Test
    void aFolderThatIsNotThereHasNoFiles() throws IOException {
        assertThat(ProgramLog.files(home.resolve("nowhere"))).isEmpty();
    }
}
