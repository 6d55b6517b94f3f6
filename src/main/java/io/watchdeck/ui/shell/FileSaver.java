package io.watchdeck.ui.shell;

import io.watchdeck.model.Phrase;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Makes and writes a file away from the FX thread. It is there whole or not at all: what it replaces stays until then, and
/// of one that cannot be written no part is left.
public final class FileSaver {

    private final Executor background;
    private final Executor ui;
    private final Consumer<Saved> told;

    /// @param background makes and writes
    /// @param ui         tells
    /// @param told       of each file, written or not
    public FileSaver(Executor background, Executor ui, Consumer<Saved> told) {
        this.background = background;
        this.ui = ui;
        this.told = told;
    }

    void save(Path file, Supplier<byte[]> content) {
        background.execute(() -> {
            var saved = new Saved(file, problem(file, content.get()));
            ui.execute(() -> told.accept(saved));
        });
    }

    private static Optional<Phrase> problem(Path file, byte[] content) {
        try {
            // A link stays one.
            write(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), content);
            return Optional.empty();
        } catch (IOException failed) {
            return Optional.of(why(failed));
        }
    }

    /// Why a file could not be written. What the system says of one is often its path alone, which tells nothing.
    public static Phrase why(IOException failed) {
        return switch (failed) {
            case AccessDeniedException _ -> Phrase.of("ui.unsaved.denied");
            case NoSuchFileException _ -> Phrase.of("ui.unsaved.noFolder");
            case FileSystemException of ->
                Phrase.of("ui.unsaved.other",
                        Optional.ofNullable(of.getReason()).orElse(of.getClass().getSimpleName()));
            default -> Phrase.of("ui.unsaved.other",
                    Optional.ofNullable(failed.getMessage()).orElse(failed.getClass().getSimpleName()));
        };
    }

    private static void write(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            Files.deleteIfExists(part);
            throw failed;
        }
    }
}
