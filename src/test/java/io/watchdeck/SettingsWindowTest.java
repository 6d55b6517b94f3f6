package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.FreeShare;
import io.watchdeck.model.Money;
import io.watchdeck.settings.Keep;
import io.watchdeck.settings.Settings;
import io.watchdeck.settings.Settings.CostsWord;
import io.watchdeck.settings.SettingsFile;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The settings screen with a real settings file under it, by the keyboard alone.
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class SettingsWindowTest {

    @TempDir
    private static Path folder;

    private final Path path = folder.resolve("settings.yaml");
    private final AtomicReference<Settings> alarmed = new AtomicReference<>(Settings.none());
    private Window window;
    private FollowedSettings followed;

    @Start
    void start(Stage stage) throws IOException {
        Files.writeString(path, "# mine\ntheme: dark\n");
        window = new Window(stage, Snapshots.moment());
        stage.setWidth(1440);
        stage.setHeight(900);
        var file = new SettingsFile(path);
        followed = new FollowedSettings(file, file.read(), new FollowedSettings.Target() {
            @Override
            public void contents(SettingsFile.Contents now) {
                window.shell.choices().show(now);
            }

            @Override
            public void look(Settings wanted, boolean theme, boolean speech) {
                var preferences = Preferences.of(new Options(), wanted);
                window.shell.use(preferences.theme());
                window.shell.use(wanted.looks());
                window.shell.use(preferences.locale(), wanted.speech().zoneOr(Snapshots.ZONE));
            }

            @Override
            public void limits(Money month, FreeShare free) {
                // The fake watch has none.
            }

            @Override
            public void keep(Keep wanted) {
                // No history is kept.
            }

            @Override
            public void costs(CostsWord when) {
                // Nor does it ask.
            }

            @Override
            public void alarms(Settings settings) {
                alarmed.set(settings);
            }

            @Override
            public void unwritten(Path file) {
                window.shell.choices().refuse();
            }
        }, new FxExecutor());
        window.shell.choices().onChoice(followed::choose);
        window.shell.show(Screen.SETTINGS);
    }

    @AfterEach
    void close(FxRobot robot) {
        followed.close();
        robot.interact(window.shell::close);
    }

    /// A window costs seconds: everything here happens in one.
    @Test
    void everythingIsSetByTheKeyboardSeenAtOnceAndWritten(FxRobot robot) throws Exception {
        assertThat(focused()).as("the sections have the keyboard").isEqualTo("settings-sections");

        // Appearance: theme, density
        tabTo(robot, "settings-theme-dark");
        robot.type(KeyCode.RIGHT);
        until(() -> window.shell.themeProperty().get() == Theme.LIGHT && read().contains("theme: light"));
        tabTo(robot, "settings-density-comfortable");
        double before = height(robot, "#settings-density-comfortable");
        robot.type(KeyCode.RIGHT);
        until(() -> read().contains("density: compact"));
        until(() -> height(robot, "#settings-density-compact") < before);
        tabTo(robot, "settings-textSize-100");
        robot.type(KeyCode.RIGHT, 2);
        until(() -> read().contains("textSize: 125%")
                && window.shell.choices().enlargedProperty().get() == 1.25);
        assertThat(read()).isEqualTo("# mine\ntheme: light\ndensity: compact\ntextSize: 125%\n");
        robot.type(KeyCode.LEFT, 2);
        until(() -> window.shell.choices().enlargedProperty().get() == 1);
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(focused()).isEqualTo("settings-reset-textSize");
        robot.type(KeyCode.SPACE);
        until(() -> read().equals("# mine\ntheme: light\ndensity: compact\n"));

        // Language
        sections(robot, 1);
        tabTo(robot, "settings-language-system");
        robot.type(KeyCode.LEFT);
        until(() -> read().contains("language: ko") && window.shell.wordsProperty().get().locale()
                .equals(Locale.KOREAN));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(focused()).as("the keyboard stays where it was").isEqualTo("settings-language-ko");
        assertThat(Window.texts(robot.lookup("#settings-section-speech").query())).contains("언어와 시간");
        robot.type(KeyCode.LEFT);
        until(() -> read().contains("language: en") && window.shell.wordsProperty().get().locale()
                .equals(Locale.ENGLISH) && focused().equals("settings-language-en"));
        WaitForAsyncUtils.waitForFxEvents();

        // Name
        sections(robot, 1);
        tabTo(robot, "settings-name");
        robot.interact(() -> field(robot, "#settings-name").setText("Kim #1"));
        robot.type(KeyCode.ENTER);
        until(() -> alarmed.get().name().orElse("").equals("Kim #1"));

        // Quiet hours: wrong ones are told and not written
        sections(robot, 2);
        tabTo(robot, "settings-quiet-from");
        robot.interact(() -> field(robot, "#settings-quiet-from").setText("22"));
        robot.type(KeyCode.TAB);
        robot.interact(() -> field(robot, "#settings-quiet-to").setText("25"));
        robot.type(KeyCode.ENTER);
        until(() -> text(robot, "#settings-wrong-quiet").startsWith("Not written"));
        assertThat(read()).doesNotContain("quiet");
        robot.interact(() -> field(robot, "#settings-quiet-to").setText("7"));
        robot.type(KeyCode.ENTER);
        until(() -> read().contains("quiet: 22:00-07:00") && alarmed.get().notices().quiet().isPresent());
        until(() -> field(robot, "#settings-quiet-to").getText().equals("07:00"));
        assertThat(robot.lookup("#settings-wrong-quiet").query().isVisible()).isFalse();

        // The file is edited by hand
        Files.writeString(path, "quiet: 23:00-06:00\n");
        followed.look();
        until(() -> field(robot, "#settings-quiet-from").getText().equals("23:00"));
        Files.writeString(path, "quiet: nights\n");
        followed.look();
        until(() -> text(robot, "#settings-mistake").contains("Line 1, column 8"));
        assertThat(robot.lookup("#settings-quiet-from").query().isDisabled()).isTrue();
        assertThat(read()).isEqualTo("quiet: nights\n");
    }

    /// What the density changes it gives back, on a table too.
    @Test
    void rowsAreLowerWhileTheDensityIsCompact(FxRobot robot) throws Exception {
        robot.interact(() -> window.shell.show(Screen.STACKS));
        robot.interact(() -> window.shell.show(Screen.QUEUES));
        double usual = rows(robot);

        Files.writeString(path, "density: compact\n");
        followed.look();
        until(() -> rows(robot) == 38);
        Files.writeString(path, "density: comfortable\n");
        followed.look();
        until(() -> rows(robot) == usual);
        assertThat(usual).isEqualTo(44);
    }

    private static double rows(FxRobot robot) {
        return ((TableView<?>) robot.lookup("#queues-table").query()).getFixedCellSize();
    }

    private void sections(FxRobot robot, int down) {
        robot.interact(() -> robot.lookup("#settings-sections").query().requestFocus());
        robot.type(KeyCode.DOWN, down);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// @throws AssertionError where Tab does not lead there
    private void tabTo(FxRobot robot, String id) {
        for (int steps = 0; steps < 20 && !focused().equals(id); steps++) {
            robot.type(KeyCode.TAB);
        }
        assertThat(focused()).isEqualTo(id);
    }

    private String focused() {
        Scene scene = window.shell.scene();
        Node owner = scene.getFocusOwner();
        return owner == null || owner.getId() == null ? "" : owner.getId();
    }

    private static double height(FxRobot robot, String id) {
        return robot.lookup(id).query().getLayoutBounds().getHeight();
    }

    private static TextField field(FxRobot robot, String id) {
        return (TextField) robot.lookup(id).query();
    }

    private static String text(FxRobot robot, String id) {
        return ((Labeled) robot.lookup(id).query()).getText();
    }

    private String read() {
        try {
            return Files.readString(path);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private void until(BooleanSupplier reached) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, reached::getAsBoolean);
        } catch (TimeoutException late) {
            throw new AssertionError("the keyboard is at " + focused() + ", and the file says\n" + read(), late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
