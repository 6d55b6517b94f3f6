package io.watchdeck.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;

/// The screens in the smallest window while there is nothing to show, or not everything, or more than usual, in both
/// languages: no text is cut off without being explained, clipped, or drawn over another, none is left in English, and no
/// word for a figure that is absent is cut off.
@Tag("texts")
@ExtendWith(ApplicationExtension.class)
class StateTextTest {

    private static final Duration SETTLED = Duration.millis(60);

    private final Set<String> fixed = EnglishWords.fixed();
    private final EnglishWords english = new EnglishWords(Snapshots.moment().stacks().stream()
            .map(StackSnapshot::file).flatMap(file -> Stream.concat(file.rules().stream().map(rule -> rule.name()),
                    Stream.concat(file.contradictions().stream(), Stream.of(ShownState.longName(file.name())))))
            .toList());

    @ParameterizedTest
    @EnumSource
    void everyTextCanBeRead(ShownState state) {
        Shown shown = onFx(() -> open(state.snapshot()));
        var found = new ArrayList<String>();
        for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            onFx(() -> use(shown.shell(), language));
            for (Place place : places(state)) {
                onFx(() -> show(shown.shell(), place));
                settle();
                String where = place.screen().word() + place.stack().map(one -> " " + one).orElse("") + " " + state
                        + " " + language + ": ";
                onFx(() -> findings(shown.shell(), language)).forEach(one -> found.add(where + one));
            }
        }
        onFx(() -> shut(shown));
        assertThat(found).isEmpty();
    }

    private static List<Place> places(ShownState state) {
        List<StackId> stacks = state.stacks();
        return Stream.of(Screen.values()).flatMap(screen -> screen != Screen.STACKS || stacks.isEmpty()
                ? Stream.of(Place.of(screen)) : stacks.stream().map(Place::of)).toList();
    }

    private List<TextFinding> findings(Shell shell, Locale language) {
        Parent root = shell.scene().getRoot();
        root.applyCss();
        root.layout();
        var found = new ArrayList<>(TextFindings.in(root, fixed));
        if (language.equals(Locale.KOREAN)) {
            found.addAll(english.in(root));
        }
        return found.stream().filter(one -> !TextAllowances.allow(one)).toList();
    }

    private record Shown(Shell shell, Stage stage) {}

    private static Shown open(WatchSnapshot snapshot) {
        var look = new Look(Theme.DARK, 1100, 700);
        var shell = new Shell(new FakeWatch(snapshot), Snapshots.CLOCK, new FxExecutor(), new FakeDesktop(),
                new Words(Locale.ENGLISH, Snapshots.ZONE), look, Window.SCREENS);
        var stage = new Stage();
        stage.setScene(shell.scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(look.width());
        stage.setHeight(look.height());
        stage.show();
        shell.scene().getRoot().resize(look.width(), look.height());
        return new Shown(shell, stage);
    }

    private static Shown shut(Shown shown) {
        shown.shell().close();
        shown.stage().close();
        return shown;
    }

    private static Shell use(Shell shell, Locale language) {
        shell.use(language);
        return shell;
    }

    private static Shell show(Shell shell, Place place) {
        shell.show(place);
        return shell;
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
