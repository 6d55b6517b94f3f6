package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeginningTest {

    @TempDir
    private Path data;

    private Options options() {
        return Options.alone("--sandbox", "--data", data.toString()).orElseThrow();
    }

    private static void end(Beginning begun) {
        begun.watch().watching().close();
        begun.close();
    }

    @Test
    void anotherHasTheFolderUntilItIsClosed() {
        Beginning first = Beginning.of(options());
        try {
            assertThatExceptionOfType(Beginning.NotTheOnly.class).isThrownBy(() -> Beginning.of(options()));
        } finally {
            end(first);
        }

        end(Beginning.of(options()));
    }

    @Test
    void theWindowIsShownWhenWhatWasKnownIsBack() throws Exception {
        Beginning begun = Beginning.of(options());
        try {
            begun.watch().known().get(60, TimeUnit.SECONDS);

            assertThat(begun.watch().worthShowing()).isDone();
        } finally {
            end(begun);
        }
    }

    @Test
    void whatIsNotKnownInTimeIsNotWaitedFor() throws Exception {
        Beginning begun = Beginning.of(options());
        try {
            var late = new BegunWatch(begun.watch().chosen(), begun.watch().choice(), begun.watch().watching(),
                    new CompletableFuture<>());

            late.worthShowing().get(60, TimeUnit.SECONDS);

            assertThat(late.known()).isNotDone();
        } finally {
            end(begun);
        }
    }

    @Test
    void aSandboxThatKeepsNothingHasNothingToWaitFor() {
        Beginning begun = Beginning.of(Options.alone("--sandbox").orElseThrow());
        try {
            assertThat(begun.watch().known()).isDone();
            assertThat(begun.instance()).isEmpty();
        } finally {
            end(begun);
        }
    }
}
