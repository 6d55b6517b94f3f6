package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
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

    private static Optional<KeptHistory> left(Options options) {
        return Wiring.left(options, Wiring.stackFolder(), Clock.systemUTC());
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
    void onlyWhatAConsoleHasLeftIsOpenedAhead() {
        assertThat(left(options())).isEmpty();

        end(Beginning.of(options()));

        Optional<KeptHistory> left = left(options());
        assertThat(left).isPresent();
        left.orElseThrow().close();
    }

    /// Nor set aside, should it be damaged: nobody would be told.
    @Test
    void itIsNotTouchedWhereThereAreNoStacks() {
        end(Beginning.of(options()));

        assertThat(left(Options.alone("--data", data.toString()).orElseThrow())).isEmpty();
    }

    @Test
    void aSandboxLetsGoOfWhatAConsoleHasLeft() {
        end(Beginning.of(options()));
        Options person = Options.alone("--data", data.toString(), "--stacks", data.toString()).orElseThrow();
        StackChoice simulated = Wiring.choice(Options.alone("--sandbox").orElseThrow());

        try (Watching sandbox = Wiring.console(person, simulated, Clock.systemUTC(),
                left(person));
                KeptHistory again = Wiring.history(person)) {
            assertThat(sandbox.isSandbox()).isTrue();
            assertThat(again.written()).isPresent();
        }
    }

    @Test
    void aSandboxThatKeepsNothingHasNothingToWaitFor() {
        Beginning begun = Beginning.of(Options.alone("--sandbox").orElseThrow());
        try {
            assertThat(begun.watch().known()).isDone();
            assertThat(begun.instance()).isEmpty();
            assertThat(left(begun.options())).isEmpty();
        } finally {
            end(begun);
        }
    }
}
