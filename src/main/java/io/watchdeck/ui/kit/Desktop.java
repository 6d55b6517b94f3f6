package io.watchdeck.ui.kit;

import io.watchdeck.model.StackId;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// What screens ask of the world outside the window.
public interface Desktop {

    void open(URI uri);

    /// Puts the text on the clipboard.
    void copy(String text);

    /// Puts what is told of a failure on the clipboard, with when that was and by which version.
    default void copyDetails(String text) {
        copy(text);
    }

    /// The file that describes a stack; empty for one that ships with the program.
    Optional<Path> stackFile(StackId stack);

    /// Lets the person choose a file and writes the text there.
    void save(String suggestedName, String content);

    /// Lets the person choose a file and writes the bytes there, such as those of a picture.
    ///
    /// @param content makes them, on another thread, once a file is chosen
    void save(String suggestedName, Supplier<byte[]> content);
}
