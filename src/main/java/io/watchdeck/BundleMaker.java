package io.watchdeck;

import io.watchdeck.model.Phrase;
import io.watchdeck.support.SupportBundle;
import io.watchdeck.ui.settings.BundleDesk;
import io.watchdeck.ui.settings.Bundled;
import io.watchdeck.ui.shell.FileSaver;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Makes a support bundle for a person at the window, in the folder of downloads.
///
/// @param work makes it, on another thread
/// @param ui   tells of it
record BundleMaker(SupportContents contents, Clock clock, Executor work, Executor ui) implements BundleDesk.Maker {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'watchdeck-support-'yyyyMMdd-HHmmss", Locale.ROOT);

    /// Whatever fails is told, a mistake of the program too: a person waits for it.
    @Override
    public void make(Consumer<Bundled> told) {
        work.execute(() -> {
            Bundled made = new Bundled.Unmade(Phrase.of("ui.settings.support.mistake"));
            try {
                made = make();
            } finally {
                Bundled last = made;
                ui.execute(() -> told.accept(last));
            }
        });
    }

    private Bundled make() {
        try {
            SupportBundle bundle = contents.bundle();
            Path file = written(bundle);
            return new Bundled.Made(file, Files.size(file), bundle.names());
        } catch (IOException failed) {
            return new Bundled.Unmade(FileSaver.why(failed));
        }
    }

    /// What is there stays.
    private Path written(SupportBundle bundle) throws IOException {
        Path folder = contents.folders().downloads();
        String name = NAME.format(LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault()));
        for (int another = 1;; another++) {
            Path file = folder.resolve(name + (another == 1 ? "" : "-" + another) + ".zip");
            try {
                new SupportFile(file).write(bundle);
                return file;
            } catch (FileAlreadyExistsException there) {
                if (another == 100) {
                    throw there;
                }
            }
        }
    }
}
