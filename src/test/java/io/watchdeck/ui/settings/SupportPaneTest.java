package io.watchdeck.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Phrase;
import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.Window;
import io.watchdeck.words.Words;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class SupportPaneTest {

    private final List<Consumer<Bundled>> asked = new ArrayList<>();

    @Test
    void itFollowsTheBundleOnlyWhileItIsInTheWindow(FxRobot robot) {
        var words = new Words(Locale.ENGLISH, ZoneOffset.UTC);
        Surroundings known = Window.surroundings(Map.of());
        var surroundings = new Surroundings(known.given(), known.readOnly(), known.user(), known.settings(),
                known.stacks(), known.data(), Window.about(asked::add));
        var model = new SupportViewModel(words, surroundings);
        var told = new ArrayList<String>();
        robot.interact(() -> {
            var pane = new SupportPane(model, words, new FakeDesktop(), surroundings);
            var root = new Pane(pane);
            var scene = new Scene(root);
            assertThat(scene.getRoot()).isSameAs(root);
            model.make();
            told.add(text(pane));
            root.getChildren().clear();
            asked.getFirst().accept(new Bundled.Unmade(Phrase.of("ui.unsaved.denied")));
            told.add(text(pane));
            root.getChildren().add(pane);
            told.add(text(pane));
        });

        assertThat(told).containsExactly("Being made...", "Being made...",
                "No support bundle was made: no permission to write there");
    }

    /// A version and a sentence are read as words, a path as it is typed.
    @Test
    void onlyPathsAreWrittenLikeCode(FxRobot robot) {
        var words = new Words(Locale.ENGLISH, ZoneOffset.UTC);
        Surroundings surroundings = Window.surroundings(Map.of());
        var model = new SupportViewModel(words, surroundings);
        var code = new ArrayList<String>();
        robot.interact(() -> new SupportPane(model, words, new FakeDesktop(), surroundings).lookupAll(".wd-mono")
                .forEach(node -> code.add(((Labeled) node).getText())));

        assertThat(code).isNotEmpty().allMatch(text -> text.matches("[~/]\\S*"));
    }

    private static String text(Pane pane) {
        return ((Labeled) pane.lookup("#settings-bundle-told")).getText();
    }
}
