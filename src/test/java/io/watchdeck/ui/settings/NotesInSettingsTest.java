package io.watchdeck.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.settings.SettingsFile;
import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.NotePane;
import io.watchdeck.words.Words;
import io.watchdeck.yaml.FileProblem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/// What is said with an icon in the settings, in a window too narrow for one line.
@ExtendWith(ApplicationExtension.class)
class NotesInSettingsTest {

    private final Words words = new Words(Locale.ENGLISH, Snapshots.ZONE);

    private ChoicesViewModel choices(Map<String, String> given) {
        return new ChoicesViewModel(words, Window.surroundings(given), (_, _) -> {});
    }

    @Test
    void theIconOfAQuestionStandsBesideItsFirstLine() {
        assertThatIconsStandBesideTheFirstLine("Metrics by the minute from before", () -> {
            ChoicesViewModel model = choices(Map.of());
            model.tick(Snapshots.NOW);
            model.show(SettingsFile.contents("keepMinutes: 90d\n"));
            model.choose("keepMinutes", "30d");
            return new SettingPane(model, words, "keepMinutes", new TextField());
        });
    }

    @Test
    void thePadlockOfWhatCannotBeChangedToo() {
        assertThatIconsStandBesideTheFirstLine("--theme", () -> new SettingPane(choices(Map.of("theme",
                "--theme, as it is written in the file that starts the program on this machine")), words, "theme",
                new TextField()));
    }

    @Test
    void theSignOfAMistakeInAStackFileToo() {
        assertThatIconsStandBesideTheFirstLine("Line 12", () -> {
            var model = new StackFilesViewModel(words, false, _ -> Optional.empty());
            model.show(Snapshots.wrong(new FileProblem("/stacks/shop.yaml", 12, 5, "Unknown key 'servces'.",
                    "Did you mean 'services'? Each service of a stack is named there once, with its cluster.")));
            return new StackFilesPane(model, words, new FakeDesktop());
        });
    }

    private static void assertThatIconsStandBesideTheFirstLine(String said, Supplier<Region> made) {
        List<Double> found = CompletableFuture.supplyAsync(() -> {
            var root = new StackPane(made.get());
            new Scene(root, 380, 600);
            root.applyCss();
            root.layout();
            Parent note = root.lookupAll(".label").stream().filter(Labeled.class::isInstance)
                    .filter(label -> ((Labeled) label).getText().contains(said)).findFirst().orElseThrow().getParent();
            assertThat(note).isInstanceOf(NotePane.class);
            Bounds text = place(note.lookup(".label"));
            return List.of(text.getHeight(), place(note.lookup(".wd-icon")).getCenterY() - text.getMinY());
        }, Platform::runLater).join();

        assertThat(found.getFirst()).as("several lines").isGreaterThan(30);
        assertThat(found.getLast()).isBetween(0.0, 18.0);
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
