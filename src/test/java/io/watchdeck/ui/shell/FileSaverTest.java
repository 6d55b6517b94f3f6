package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Phrase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileSaverTest {

    @TempDir
    private Path folder;

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> ui = new ArrayDeque<>();
    private final List<Saved> told = new ArrayList<>();
    private final FileSaver saver = new FileSaver(background::add, ui::add, told::add);

    @Test
    void makesAndWritesInTheBackgroundAndTellsInTheWindow() {
        Path file = folder.resolve("chart.csv");
        var made = new ArrayList<String>();

        saver.save(file, () -> {
            made.add("made");
            return bytes("values");
        });
        assertThat(made).isEmpty();

        background.remove().run();
        assertThat(file).hasContent("values");
        assertThat(told).isEmpty();

        ui.remove().run();
        assertThat(told).singleElement().satisfies(saved -> {
            assertThat(saved.file()).isEqualTo(file);
            assertThat(saved.problem()).isEmpty();
        });
        assertThat(folder.toFile().list()).containsExactly("chart.csv");
    }

    @Test
    void aFolderThatIsGoneIsTold() {
        assertThat(save(folder.resolve("gone").resolve("chart.csv")).problem())
                .contains(Phrase.of("ui.unsaved.noFolder"));
    }

    @Test
    void leavesNoPartOfWhatCannotBeWrittenAndWhatWasThere() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.writeString(taken.resolve("kept"), "old");

        Saved saved = save(taken);

        assertThat(saved.problem()).map(Phrase::key).contains("ui.unsaved.other");
        assertThat(folder.toFile().list()).containsExactly("taken");
        assertThat(taken.resolve("kept")).hasContent("old");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkStaysALinkAndWhatItLeadsToIsReplaced() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), kept);

        assertThat(save(link).problem()).isEmpty();

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(kept).hasContent("new");
    }

    private Saved save(Path file) {
        saver.save(file, () -> bytes("new"));
        background.remove().run();
        ui.remove().run();
        return told.getLast();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
