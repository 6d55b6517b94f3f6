package io.watchdeck.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Phrase;
import io.watchdeck.ui.Window;
import io.watchdeck.words.Words;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupportViewModelTest {

    private final Words words = new Words(Locale.ENGLISH, ZoneOffset.UTC);
    private final List<Consumer<Bundled>> asked = new ArrayList<>();
    private final Surroundings surroundings = with(Optional.of(located("data")), Window.about(asked::add));
    private final SupportViewModel model = new SupportViewModel(words, surroundings);

    @BeforeEach
    void follow() {
        model.follow();
    }

    private static Surroundings with(Optional<Located> data, About about) {
        return new Surroundings(Map.of(), false, "mina", located("settings.yaml"), located("stacks"), data, about);
    }

    private static Located located(String name) {
        return new Located(Path.of("/watchdeck", name), "~/" + name);
    }

    @Test
    void everythingThatAHelperAsksForIsToldInLinesOfItsOwn() {
        assertThat(model.all()).isEqualTo("""
                Watchdeck: 1.2.3
                Java: 25
                JavaFX: 26
                System: Linux 6.1 amd64
                History: ~/data
                Settings: ~/settings.yaml
                Log: ~/.config/watchdeck/log""");
    }

    @Test
    void whereNothingIsKeptThatIsSaid() {
        var about = new About("1", "25", "26", "Linux", Optional.empty(), new BundleDesk(_ -> {}));
        assertThat(new SupportViewModel(words, with(Optional.empty(), about)).all())
                .contains("History: Nothing is kept").contains("Log: None is kept");
    }

    @Test
    void aBundleIsMadeOnceAndToldWithItsPlaceItsSizeAndWhatIsInIt() {
        model.make();
        model.make();
        assertThat(asked).as("while one is being made").hasSize(1);
        assertThat(model.toldProperty().get().text()).isEqualTo("Being made...");

        Path file = Path.of("/home/mina/Downloads/watchdeck-support.zip");
        asked.getFirst().accept(new Bundled.Made(file, 12_345, List.of("about.txt", "settings.yaml")));

        assertThat(model.toldProperty().get()).isEqualTo(new SupportViewModel.Told(file
                + ", 12,345 bytes, 2 texts. Look into it before you send it.", "In it: about.txt, settings.yaml",
                Optional.of(file), false, false));
        model.make();
        assertThat(asked).hasSize(2);
    }

    @Test
    void oneThatCannotBeMadeIsToldWithItsReason() {
        model.make();
        asked.getFirst().accept(new Bundled.Unmade(Phrase.of("ui.unsaved.other", "No space left on device")));

        assertThat(model.toldProperty().get().trouble()).isTrue();
        assertThat(model.toldProperty().get().text()).isEqualTo(
                "No support bundle was made: " + words.say("ui.unsaved.other", "No space left on device"));
    }

    @Test
    void aScreenThatIsMadeAnewKnowsWhatBecameOfIt() {
        model.make();
        var korean = new SupportViewModel(new Words(Locale.KOREAN, ZoneOffset.UTC), surroundings);
        korean.follow();
        assertThat(korean.toldProperty().get().making()).isTrue();

        asked.getFirst().accept(new Bundled.Made(Path.of("/a.zip"), 1, List.of("about.txt")));

        assertThat(korean.toldProperty().get().file()).contains(Path.of("/a.zip"));
    }
}
