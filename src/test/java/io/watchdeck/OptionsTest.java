package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void thoseOfAWindowAreReadAlone() {
        Options options = Options.alone("--sandbox", "--data", "here").orElseThrow();

        assertThat(options.sandbox()).isTrue();
        assertThat(options.data()).contains(Path.of("here"));
        assertThat(Options.alone().orElseThrow().sandbox()).isFalse();
    }

    /// They are for the whole command line, which tells what is wrong with them.
    @ParameterizedTest
    @ValueSource(strings = {"status", "--help", "--version", "--sandbx", "--data"})
    void whatIsMoreOrWrongIsLeftToTheCommands(String argument) {
        assertThat(Options.alone("--sandbox", argument)).isEmpty();
    }
}
