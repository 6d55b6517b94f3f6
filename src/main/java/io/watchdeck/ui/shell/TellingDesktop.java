package io.watchdeck.ui.shell;

import io.watchdeck.model.StackId;
import io.watchdeck.support.Details;
import io.watchdeck.ui.kit.Desktop;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A desktop that says what it has copied, since a clipboard shows nothing.
record TellingDesktop(Desktop desktop, Consumer<String> onCopied, Supplier<Instant> clock) implements Desktop {

    @Override
    public void open(URI uri) {
        desktop.open(uri);
    }

    @Override
    public void copy(String text) {
        desktop.copy(text);
        onCopied.accept(text);
    }

    @Override
    public void copyDetails(String text) {
        copy(Details.stamped(text, clock.get()));
    }

    @Override
    public Optional<Path> stackFile(StackId stack) {
        return desktop.stackFile(stack);
    }

    @Override
    public void save(String suggestedName, String content) {
        desktop.save(suggestedName, content);
    }

    @Override
    public void save(String suggestedName, Supplier<byte[]> content) {
        desktop.save(suggestedName, content);
    }
}
