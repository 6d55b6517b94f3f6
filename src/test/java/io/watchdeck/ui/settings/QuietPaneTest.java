package io.watchdeck.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.settings.SettingsFile;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class QuietPaneTest {

    @Test
    void quietHoursThatNobodySetLookLikeNone() {
        assertThat(seen(Locale.ENGLISH, "")).containsExactly("none", "none");
        assertThat(seen(Locale.KOREAN, "")).containsExactly("없음", "없음");
        assertThat(seen(Locale.ENGLISH, "quiet: 22:00-07:00\n")).containsExactly("22:00", "07:00");
    }

    /// What stands in both fields, typed or in place of it.
    private static List<String> seen(Locale language, String file) {
        return CompletableFuture.supplyAsync(() -> {
            var words = new Words(language, Snapshots.ZONE);
            var model = new ChoicesViewModel(words, Window.surroundings(Map.of()), (_, _) -> {});
            model.show(SettingsFile.contents(file));
            var pane = new QuietPane(model, words);
            return Stream.of("from", "to").map(end -> (TextField) pane.lookup("#settings-quiet-" + end))
                    .map(field -> field.getText().isEmpty() ? field.getPromptText() : field.getText()).toList();
        }, Platform::runLater).join();
    }
}
