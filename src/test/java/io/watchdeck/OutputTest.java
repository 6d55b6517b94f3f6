package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {

    @TempDir
    Path folder;

    @Test
    void aReaderThatHasEnoughEndsTheWriting() throws IOException {
        try (Output output = Output.standard(new PrintWriter(new Closed()))) {
            assertThatThrownBy(() -> {
                for (int i = 0; i < 10_000; i++) {
                    output.write("one more line\n");
                }
            }).isInstanceOf(Output.NobodyReads.class);
        }
    }

    @Test
    void aFileIsThereWhenItIsComplete() throws IOException {
        Path file = folder.resolve("out.csv");
        try (Output output = Output.file(file, false)) {
            output.write("all of it");
            assertThat(file).doesNotExist();
            output.complete();
        }

        assertThat(file).hasContent("all of it");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void ofAFileThatIsNotCompletedNothingStays() throws IOException {
        try (Output output = Output.file(folder.resolve("out.csv"), false)) {
            output.write("half of it");
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileIsReplacedOnlyWhenThatWasSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("out.csv"), "before");

        assertThatThrownBy(() -> Output.file(file, false)).isInstanceOf(FileAlreadyExistsException.class);
        try (Output output = Output.file(file, true)) {
            output.write("after");
            output.complete();
        }

        assertThat(file).hasContent("after");
    }

    private static final class Closed extends Writer {
        @Override
        public void write(char[] characters, int offset, int length) throws IOException {
            throw new IOException("Broken pipe");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
