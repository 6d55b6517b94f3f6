package io.watchdeck;

import java.io.BufferedWriter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Where a long answer goes: standard output, or a file that is there when all of it is written and not before.
final class Output extends FilterWriter {

    private static final int LOOKED_AT = 1 << 13;

    private final Optional<Path> file;
    private final Optional<PrintWriter> printer;
    private int unseen;

    /// Whoever read the standard output has enough, as `head` has.
    static final class NobodyReads extends IOException {
        private static final long serialVersionUID = 1;
    }

    private Output(Writer out, Optional<Path> file, Optional<PrintWriter> printer) {
        super(out);
        this.file = file;
        this.printer = printer;
    }

    static Output standard(PrintWriter printer) {
        return new Output(new BufferedWriter(printer), Optional.empty(), Optional.of(printer));
    }

    /// @throws FileAlreadyExistsException where a file is not to be replaced
    static Output file(Path file, boolean overwrite) throws IOException {
        if (!overwrite && Files.exists(file)) {
            throw new FileAlreadyExistsException(file + " exists; --overwrite replaces it");
        }
        return new Output(Files.newBufferedWriter(part(file), StandardCharsets.UTF_8), Optional.of(file),
                Optional.empty());
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    @Override
    public void write(int character) throws IOException {
        super.write(character);
        look(1);
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        super.write(characters, offset, length);
        look(length);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        super.write(text, offset, length);
        look(length);
    }

    /// Neither a printer nor the standard output says by itself that nobody reads.
    private void look(int more) throws IOException {
        unseen += more;
        if (unseen >= LOOKED_AT) {
            unseen = 0;
            flush();
        }
    }

    @Override
    public void flush() throws IOException {
        super.flush();
        if (printer.isPresent() && (printer.get().checkError() || System.out.checkError())) {
            throw new NobodyReads();
        }
    }

    /// All is written.
    void complete() throws IOException {
        flush();
        if (file.isPresent()) {
            super.close();
            Files.move(part(file.get()), file.get(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// The standard output stays open; of a file that is not complete nothing stays.
    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            super.close();
            Files.deleteIfExists(part(file.get()));
        }
    }
}
