package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GrowingFileTest {

    private static final Duration OFTEN = Duration.ofMillis(1);

    @TempDir
    Path folder;

    private GrowingFile growing;

    @BeforeEach
    void nameIt() {
        growing = new GrowingFile(folder.resolve("backup.zip"), OFTEN);
    }

    @Test
    void whoeverWaitsHearsOfEachGrowth() throws IOException {
        var heard = new Semaphore(0);
        var work = new FutureTask<>(() -> {
            for (int times = 0; times < 3; times++) {
                Files.writeString(growing.file(), "more", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                heard.acquire();
            }
            return "whole";
        });
        Thread.ofPlatform().daemon().start(work);

        assertThat(growing.await(work, heard::release)).isEqualTo("whole");
        assertThat(heard.availablePermits()).isZero();
    }

    @Test
    void aFileThatDoesNotGrowIsNoSignOfLife() throws IOException {
        Files.writeString(growing.file(), "begun");
        var looks = new AtomicInteger();
        var work = new CompletableFuture<String>() {
            @Override
            public String get(long timeout, TimeUnit unit) throws TimeoutException {
                if (looks.incrementAndGet() < 5) {
                    throw new TimeoutException();
                }
                return "hangs no more";
            }
        };
        var heard = new AtomicInteger();

        assertThat(growing.await(work, heard::incrementAndGet)).isEqualTo("hangs no more");
        assertThat(heard).hasValue(1);
    }

    @Test
    void whereNobodyWaitsTheWaitingEnds() throws IOException {
        Files.writeString(growing.file(), "begun");

        assertThatIOException().isThrownBy(() -> growing.await(new CompletableFuture<>(), () -> {
            throw new IOException("gone");
        })).withMessage("gone");
    }

    @Test
    void aMistakeOfTheWorkIsToldToWhoeverWaits() {
        assertThatIllegalStateException().isThrownBy(
                () -> growing.await(CompletableFuture.failedFuture(new ArithmeticException("no")), () -> {}));
    }
}
