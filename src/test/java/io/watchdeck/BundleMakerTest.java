package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Phrase;
import io.watchdeck.ui.settings.Bundled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BundleMakerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path home;

    private final List<Bundled> told = new ArrayList<>();

    private void make() {
        var command = new ConsoleCommand();
        new CommandLine(command).parseArgs("--data", home.resolve("data").toString());
        new BundleMaker(new SupportContents(command.options(), new Folders("Linux", home, Map.of())), CLOCK,
                Runnable::run, Runnable::run).make(told::add);
    }

    @Test
    void itIsMadeInTheFolderOfDownloadsAndToldAsItIs() throws IOException {
        Path downloads = Files.createDirectories(home.resolve("Downloads"));
        Files.createDirectories(home.resolve(".config/watchdeck/stacks"));
        Files.writeString(home.resolve(".config/watchdeck/settings.yaml"), "theme: dark\n");

        make();
        make();

        assertThat(told).hasSize(2).allSatisfy(one -> assertThat(one).isInstanceOf(Bundled.Made.class));
        var first = (Bundled.Made) told.getFirst();
        var second = (Bundled.Made) told.getLast();
        assertThat(first.file().getParent()).isEqualTo(downloads);
        assertThat(first.file().getFileName().toString()).startsWith("watchdeck-support-2026112").endsWith("00.zip");
        assertThat(second.file()).isNotEqualTo(first.file());
        assertThat(first.bytes()).isEqualTo(Files.size(first.file()));
        try (var zip = new ZipFile(first.file().toFile())) {
            assertThat(zip.stream().map(Object::toString).toList()).isEqualTo(first.names());
        }
        assertThat(first.names()).contains("about.txt", "settings.yaml", "history.txt");
    }

    @Test
    void whereItCannotBeWrittenThatIsTold() throws IOException {
        Files.delete(home);

        make();

        assertThat(told).containsExactly(new Bundled.Unmade(Phrase.of("ui.unsaved.noFolder")));
        Files.createDirectories(home);
    }
}
