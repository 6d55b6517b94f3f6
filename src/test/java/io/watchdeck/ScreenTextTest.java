package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.EnglishWords;
import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.TextAllowances;
import io.watchdeck.ui.TextFinding;
import io.watchdeck.ui.TextFindings;
import io.watchdeck.ui.settings.SettingsView;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.words.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;

/// Every screen and every section of the settings, over one reading of the sandbox, in both languages: no text is cut off
/// without being explained, clipped, or drawn over another, and none is left in English.
@Tag("texts")
@ExtendWith(ApplicationExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class ScreenTextTest {

    /// JavaFX's headless screen has no room for more, see [SnapshotCommand]; the content is laid out larger all the same.
    private static final double HIGHEST_WINDOW = 990;
    /// From here on nothing is narrower than where every stack is measured, nor is it in light.
    private static final double WIDE = 2000;
    private static final Duration SETTLED = Duration.millis(60);

    private final Clock clock = Clock.fixed(Instant.parse("2026-09-22T04:42:00Z"), ZoneOffset.UTC);
    private final EnglishWords english = new EnglishWords(Wiring.shippedStacks().all().stream()
            .flatMap(stack -> RecordLeaves.of(stack).values().stream()).toList());
    private Watching watching;

    @BeforeAll
    void read() {
        StackChoice choice = new StackChoice(Wiring.shippedStacks().all(), List.of(), java.util.Optional.empty(),
                StackChoice.Origin.SANDBOX);
        watching = Wiring.remembering(new Options(), choice, clock);
        watching.watch().readOnce(choice.readOnce(false));
    }

    @AfterAll
    void close() {
        watching.close();
    }

    @ParameterizedTest
    @CsvSource({"1100, 700, DARK", "1100, 700, LIGHT", "1440, 900, DARK", "3840, 2160, DARK"})
    void everyTextCanBeRead(int width, int height, Theme theme) {
        Shown shown = onFx(() -> open(new Look(theme, width, height)));
        var found = new ArrayList<String>();
        for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            onFx(() -> use(shown.shell(), language));
            String how = " " + language + " " + width + "x" + height + ": ";
            for (Place place : places(theme == Theme.DARK && width < WIDE)) {
                show(shown.shell(), place);
                String where = place.screen().word() + place.stack().map(one -> " " + one).orElse("")
                        + place.component().map(one -> " " + one).orElse("");
                onFx(() -> findings(shown.shell(), language)).forEach(one -> found.add(where + how + one));
            }
            for (KeyEvent opens : List.of(typed("?"), pressedK())) {
                onFx(() -> fired(shown.shell(), opens));
                settle();
                onFx(() -> findings(shown.shell(), language))
                        .forEach(one -> found.add("over " + opens.getEventType() + how + one));
                onFx(() -> fired(shown.shell(), pressed(KeyCode.ESCAPE, false)));
                settle();
            }
        }
        onFx(() -> shut(shown));
        assertThat(found).isEmpty();
    }

    private static KeyEvent typed(String character) {
        return new KeyEvent(KeyEvent.KEY_TYPED, character, character, KeyCode.UNDEFINED, false, false, false, false);
    }

    private static KeyEvent pressedK() {
        return pressed(KeyCode.K, true);
    }

    private static KeyEvent pressed(KeyCode code, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
    }

    private static Shell fired(Shell shell, KeyEvent event) {
        Event.fireEvent(shell.scene(), event);
        return shell;
    }

    private List<TextFinding> findings(Shell shell, Locale language) {
        var root = shell.scene().getRoot();
        root.applyCss();
        root.layout();
        var found = new ArrayList<>(TextFindings.in(root, EnglishWords.fixed()));
        if (language.equals(Locale.KOREAN)) {
            found.addAll(english.in(root));
        }
        return found.stream().filter(one -> !TextAllowances.allow(one)).toList();
    }

    /// @param every each stack, and one of its services; else one stack
    private static List<Place> places(boolean every) {
        var places = new ArrayList<Place>();
        for (Screen screen : Screen.values()) {
            if (screen == Screen.STACKS && !every) {
                places.add(Place.of(Wiring.shippedStacks().get("tiketi-prod").id()));
            } else if (screen == Screen.STACKS) {
                Wiring.shippedStacks().all().forEach(stack -> {
                    places.add(Place.of(stack.id()));
                    places.add(Place.of(stack.id(), stack.components().services().getFirst().name()));
                });
            } else if (screen == Screen.SETTINGS) {
                SettingsView.sections().forEach(section -> places.add(Place.ofSettings(section)));
            } else {
                places.add(Place.of(screen));
            }
        }
        return places;
    }

    private record Shown(Shell shell, Stage stage) {}

    private Shown open(Look look) {
        Shell shell = Wiring.shell(watching, clock, new FxExecutor(), new FakeDesktop(), (_, _, _) -> {},
                new Words(Locale.ENGLISH, ZoneOffset.ofHours(9)), look,
                io.watchdeck.ui.Window.surroundings(Map.of()));
        var stage = new Stage();
        stage.setScene(shell.scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(look.width());
        stage.setHeight(Math.min(look.height(), HIGHEST_WINDOW));
        stage.show();
        shell.scene().getRoot().resize(look.width(), look.height());
        return new Shown(shell, stage);
    }

    private static Shell use(Shell shell, Locale language) {
        shell.use(language);
        return shell;
    }

    private static Shown shut(Shown shown) {
        shown.shell().close();
        shown.stage().close();
        return shown;
    }

    /// And what it asks for only once it is shown.
    private void show(Shell shell, Place place) {
        onFx(() -> {
            shell.show(place);
            return place;
        });
        settle();
        watching.watch().readInspected();
        settle();
    }

    private static void settle() {
        var settled = new CompletableFuture<Boolean>();
        Platform.runLater(() -> {
            var pause = new PauseTransition(SETTLED);
            pause.setOnFinished(_ -> settled.complete(true));
            pause.play();
        });
        settled.join();
    }

    private static <T> T onFx(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Platform::runLater).join();
    }
}
