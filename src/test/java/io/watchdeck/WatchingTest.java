package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.stack.StackFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a running console follows its folder of stack files.
class WatchingTest {

    private final StackFolder files = Wiring.stackFolder();

    @TempDir
    Path folder;

    @Test
    void aFolderThatVanishesTakesNoStackWithIt() throws IOException {
        Path file = Files.writeString(folder.resolve("glimpse-prod.yaml"), ShippedStacks.text("glimpse-prod"));
        try (Watching watching = watching()) {
            Files.delete(file);
            Files.delete(folder);

            watching.watchIfChanged(files.read(folder));

            assertThat(watching.watch().stacks()).hasSize(1);
            assertThat(watching.watch().current().problems()).hasSize(1);
        }
    }

    @Test
    void aFileThatIsTakenOutIsNoLongerWatched() throws IOException {
        Path file = Files.writeString(folder.resolve("glimpse-prod.yaml"), ShippedStacks.text("glimpse-prod"));
        try (Watching watching = watching()) {
            Files.delete(file);

            watching.watchIfChanged(files.read(folder));

            assertThat(watching.watch().stacks()).isEmpty();
            assertThat(watching.watch().current().problems()).isEmpty();
        }
    }

    private Watching watching() {
        StackFolder.Contents contents = files.read(folder);
        var choice = new StackChoice(contents.stacks(), contents.problems(), Optional.of(folder),
                StackChoice.Origin.SANDBOX);
        return Wiring.watching(new Options(), choice, Clock.systemUTC());
    }
}
