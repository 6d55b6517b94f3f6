package io.watchdeck.ui.shell;

import io.watchdeck.model.StackId;
import io.watchdeck.ui.kit.Desktop;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The desktop over JavaFX: clipboard, file chooser, and the application's way to open a page.
public final class FxDesktop implements Desktop {

    private final Consumer<String> browser;
    private final Supplier<@Nullable Window> owner;
    private final FileSaver saver;
    private final Function<StackId, Optional<Path>> files;

    /// @param browser opens an address, such as `getHostServices()::showDocument`
    /// @param owner   the window over which a file is chosen
    /// @param files   where the file of a stack is
    public FxDesktop(Consumer<String> browser, Supplier<@Nullable Window> owner, FileSaver saver,
            Function<StackId, Optional<Path>> files) {
        this.files = files;
        this.browser = browser;
        this.owner = owner;
        this.saver = saver;
    }

    @Override
    public void open(URI uri) {
        browser.accept(uri.toString());
    }

    @Override
    public Optional<Path> stackFile(StackId stack) {
        return files.apply(stack);
    }

    @Override
    public void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void save(String suggestedName, String content) {
        save(suggestedName, () -> content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void save(String suggestedName, Supplier<byte[]> content) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(suggestedName);
        File file = chooser.showSaveDialog(owner.get());
        if (file != null) {
            saver.save(file.toPath(), content);
        }
    }
}
