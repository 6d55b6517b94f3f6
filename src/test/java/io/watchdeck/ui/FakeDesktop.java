package io.watchdeck.ui;

import io.watchdeck.model.StackId;
import io.watchdeck.ui.kit.Desktop;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Remembers what was opened, copied and saved.
public final class FakeDesktop implements Desktop {

    public final List<URI> opened = new ArrayList<>();
    public final List<String> copied = new ArrayList<>();
    public final List<String> savedNames = new ArrayList<>();
    public final List<String> saved = new ArrayList<>();
    public final List<byte[]> savedPictures = new ArrayList<>();

    @Override
    public void open(URI uri) {
        opened.add(uri);
    }

    @Override
    public Optional<Path> stackFile(StackId stack) {
        return Optional.of(Path.of("/stacks", stack + ".yaml"));
    }

    @Override
    public void copy(String text) {
        copied.add(text);
    }

    @Override
    public void save(String suggestedName, String content) {
        savedNames.add(suggestedName);
        saved.add(content);
    }

    @Override
    public void save(String suggestedName, Supplier<byte[]> content) {
        savedNames.add(suggestedName);
        savedPictures.add(content.get());
    }
}
