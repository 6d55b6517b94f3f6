package io.watchdeck;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A text of any length that is written first and read then, so that what it is made from is not held while somebody
/// reads it slowly. Lies where the system keeps temporary files, readable by its owner only, and is gone with the process
/// whatever ends it.
final class Spool implements AutoCloseable {

    private final FileChannel file;
    private final Writer writer;

    private Spool(FileChannel file) {
        this.file = file;
        writer = new BufferedWriter(Channels.newWriter(file, StandardCharsets.UTF_8));
    }

    static Spool create() throws IOException {
        Path file = Files.createTempFile("watchdeck-export-", ".tmp");
        return new Spool(FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
    }

    Writer writer() {
        return writer;
    }

    /// Gives all that was written.
    void copyTo(Writer out) throws IOException {
        writer.flush();
        file.position(0);
        Reader reader = Channels.newReader(file, StandardCharsets.UTF_8);
        reader.transferTo(out);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
