package io.watchdeck.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OneWriterTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("settings.yaml"), "theme: dark\n");
    }

    @AfterEach
    void delete() throws IOException {
        Path lock = OneWriter.lock(file);
        if (Files.isDirectory(lock) || Files.exists(lock)) {
            Files.delete(lock);
        }
    }

    @Test
    void whatTheWorkTellsIsTold() throws IOException {
        assertThat(OneWriter.alone(file, () -> true)).isTrue();
        assertThat(OneWriter.alone(file, () -> false)).isFalse();
    }

    @Test
    void oneThreadAtATimeWorks() throws Exception {
        var inside = new AtomicInteger();
        var together = new AtomicBoolean();
        var threads = new ArrayList<Thread>();
        for (int number = 0; number < 8; number++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    OneWriter.alone(file, () -> {
                        together.compareAndSet(false, inside.incrementAndGet() > 1);
                        Thread.yield();
                        inside.decrementAndGet();
                        return true;
                    });
                } catch (IOException failed) {
                    together.set(true);
                }
            }));
        }
        for (Thread one : threads) {
            one.join();
        }

        assertThat(together).isFalse();
    }

    @Test
    void theLockIsGivenBackThoughTheWorkFails() throws IOException {
        assertThatThrownBy(() -> OneWriter.alone(file, () -> {
            throw new IOException("No space left on device");
        })).isInstanceOf(IOException.class).hasMessage("No space left on device");

        assertThat(OneWriter.alone(file, this::isFree)).as("while it works").isFalse();
        assertThat(isFree()).as("afterwards").isTrue();
    }

    private boolean isFree() throws IOException {
        Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), LockTaker.class.getName(), OneWriter.lock(file).toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var said = other.getInputStream()) {
            int answer = said.read();
            assertThat(answer).as("the other process answered").isIn((int) 'y', (int) 'n');
            return answer == 'y';
        }
    }

    /// A disk may know no locks: the work matters more.
    @Test
    void whereNoLockCanBeHadTheWorkIsDoneAllTheSame() throws IOException {
        Files.createDirectory(OneWriter.lock(file));

        assertThat(OneWriter.alone(file, () -> true)).isTrue();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void everyNameOfAFileHasTheSameLockAndNoOtherFile() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);

        assertThat(OneWriter.lock(link)).isEqualTo(OneWriter.lock(file));
        assertThat(OneWriter.lock(folder.resolve("other.yaml"))).isNotEqualTo(OneWriter.lock(file));
        assertThat(OneWriter.lock(folder.resolve("x/../other.yaml")))
                .isEqualTo(OneWriter.lock(folder.resolve("other.yaml")));
        assertThat(OneWriter.lock(file).getParent()).isEqualTo(Path.of(System.getProperty("java.io.tmpdir")));
    }
}
