package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class SignOfLifeTest {

    private final List<String> said = new CopyOnWriteArrayList<>();

    @Test
    void workThatIsOverInTimeIsSilent() {
        SignOfLife.after(Duration.ofHours(1), () -> said.add("at work")).close();

        assertThat(said).isEmpty();
    }

    @Test
    void workThatTakesLongIsToldOnce() throws InterruptedException {
        var told = new CountDownLatch(1);
        try (SignOfLife _ = SignOfLife.after(Duration.ZERO, () -> {
            said.add("at work");
            told.countDown();
        })) {
            told.await();
        }

        assertThat(said).containsExactly("at work");
    }

    @ParameterizedTest
    @CsvSource({"/dev/pts/3,true", "/dev/tty1,true", "/dev/null,false", "/tmp/errors.txt,false"})
    void aFileAndNothingAreNobody(String device, boolean somebody) {
        assertThat(SignOfLife.isTerminal(Path.of(device))).isEqualTo(somebody);
    }
}
