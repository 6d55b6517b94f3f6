package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class NotePaneTest {

    @Test
    void theIconStandsBesideTheFirstLineHoweverManyThereAre() {
        assertThat(middleOfIcon("one")).isEqualTo(middleOfIcon("one\ntwo\nthree\nfour"));
    }

    @Test
    void withoutATextThereIsNothing() {
        boolean shown = CompletableFuture.supplyAsync(
                () -> new NotePane(Icons.icon(Glyph.ALERT), Texts.wrapping("")).isManaged(), Platform::runLater).join();

        assertThat(shown).isFalse();
    }

    private static double middleOfIcon(String said) {
        return CompletableFuture.supplyAsync(() -> {
            Label text = Texts.wrapping(said);
            var icon = Icons.icon(Glyph.ALERT);
            var root = new StackPane(new NotePane(icon, text));
            new Scene(root, 400, 300);
            root.applyCss();
            root.layout();
            Bounds first = text.localToScene(text.getLayoutBounds());
            Bounds place = icon.localToScene(icon.getLayoutBounds());
            assertThat(place.getCenterY()).isBetween(first.getMinY(), first.getMinY() + 20);
            return place.getCenterY() - first.getMinY();
        }, Platform::runLater).join();
    }
}
