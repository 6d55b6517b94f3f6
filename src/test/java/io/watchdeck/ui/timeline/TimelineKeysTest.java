package io.watchdeck.ui.timeline;

import static io.watchdeck.ui.timeline.TimelineStory.GLIMPSE;
import static io.watchdeck.ui.timeline.TimelineStory.LOSS;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.PageFactory;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Holds the keys that work on the timeline, on the Spot screen and in a log against the list that `?` shows.
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class TimelineKeysTest {

    /// What works in a row of any list, or in the whole window, is not told with `Shift`.
    private static final Map<KeyCode, String> OTHERS = Map.of(KeyCode.SPACE, "Space", KeyCode.LEFT, "←",
            KeyCode.RIGHT, "→", KeyCode.HOME, "Home", KeyCode.END, "End", KeyCode.ENTER, "Enter");
    /// What the toolkit's lists take and which does nothing, or no more than without the second key.
    private static final Set<String> OF_EVERY_LIST = Set.of("Ctrl+A", "Shift+Enter");
    private static final Set<KeyCode> OF_THE_WINDOW = Set.of(KeyCode.K, KeyCode.P, KeyCode.Q);

    private final FakeWatch watch = TimelineStory.watch();
    private Shell shell;
    private Stage window;

    private enum With {
        NOTHING, SHIFT, CTRL
    }

    @Start
    void start(Stage stage) {
        window = stage;
        Map<Screen, PageFactory> screens = new EnumMap<>(Window.SCREENS);
        screens.put(Screen.TIMELINE, context -> new TimelineView(context, Optional.of(TimelineStory.timeline()),
                TimelineStory.handingOver()));
        shell = new Shell(watch, Snapshots.CLOCK, new FxExecutor(), new FakeDesktop(), StoryArchive.WORDS,
                new Look(Theme.DARK, 1440, 900), screens);
        stage.setScene(shell.scene());
        stage.setWidth(1440);
        stage.setHeight(900);
        Window.toTheCorner(stage);
        stage.show();
        shell.show(Place.of(GLIMPSE, LOSS));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(shell::close);
    }

    @Test
    void everyKeyThatWorksThereIsTold(FxRobot robot) {
        Stream<KeyCode> letters = Stream.of(KeyCode.values()).filter(KeyCode::isLetterKey);
        List<KeyCode> all = Stream.concat(letters, OTHERS.keySet().stream().sorted()).toList();
        List<KeyCode> inLists = all.stream().filter(code -> code.isLetterKey() || code == KeyCode.ENTER).toList();

        Set<String> lanes = taken(robot, () -> shell.show(Place.of(GLIMPSE, LOSS)), "#timeline-lanes", all);
        assertThat(lanes).contains("P", "L", "Space", "Ctrl+E", "Ctrl+→", "Shift+←", "Home");
        Set<String> events = taken(robot, () -> shell.show(Place.of(GLIMPSE, LOSS)), "#timeline-events", inLists);
        assertThat(events).contains("C", "O", "J", "Enter");
        robot.interact(() -> {
            shell.show(Place.of(GLIMPSE, LOSS));
            watch.publish(TimelineStory.logged(LOSS));
        });
        Set<String> log = taken(robot, () -> shell.show(Place.of(GLIMPSE, LOSS)), "#log-list",
                List.of(KeyCode.C, KeyCode.ENTER, KeyCode.LEFT, KeyCode.RIGHT));
        assertThat(log).contains("Ctrl+C", "Enter", "←", "→");
        Set<String> toldThere = told(robot, "#timeline-lanes");
        assertThat(Stream.of(lanes, events, log).flatMap(Set::stream)
                .filter(key -> !toldThere.contains(key) && !OF_EVERY_LIST.contains(key)))
                .as("keys that work on the timeline and are not told").isEmpty();
        Set<String> spot = taken(robot, () -> shell.show(Screen.SPOT), "#spot-list", inLists);
        assertThat(spot).contains("T", "C");

        Set<String> told = told(robot, "#spot-list");
        assertThat(spot.stream().filter(key -> !told.contains(key) && !OF_EVERY_LIST.contains(key)))
                .as("keys that work and are not told").isEmpty();
        assertThat(told).as("those of the timeline").doesNotContain("Ctrl+E", "P");
    }

    /// The keys of the list, each on its own.
    private Set<String> told(FxRobot robot, String place) {
        robot.interact(() -> Event.fireEvent(shell.scene().lookup(place),
                new KeyEvent(KeyEvent.KEY_TYPED, "?", "?", KeyCode.UNDEFINED, false, false, false, false)));
        Set<String> told = robot.lookup("#help .key-hint").queryAllAs(Label.class).stream().map(Label::getText)
                .flatMap(text -> Stream.of(text.split(" {2,}"))).collect(Collectors.toSet());
        robot.interact(() -> shell.scene().lookup("#help").fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
        return told;
    }

    /// Those that go no further than the screen: what nobody takes reaches the window.
    private Set<String> taken(FxRobot robot, Runnable show, String place, List<KeyCode> codes) {
        var taken = new LinkedHashSet<String>();
        robot.interact(() -> {
            for (KeyCode code : codes) {
                for (With with : With.values()) {
                    if ((with != With.CTRL || !OF_THE_WINDOW.contains(code)) && isTaken(at(show, place), code, with)) {
                        taken.add(name(code, with));
                    }
                }
            }
            if (shell.scene().lookup("#timeline-hand-over") instanceof MenuButton menu) {
                menu.hide();
            }
        });
        return taken;
    }

    /// On its screen again after a key that has led to another.
    private Node at(Runnable show, String place) {
        if (shell.scene().lookup(place) == null) {
            show.run();
            shell.scene().getRoot().applyCss();
            shell.scene().getRoot().layout();
        }
        Node node = shell.scene().lookup(place);
        if (node instanceof ListView<?> list) {
            list.getSelectionModel().select(0);
        }
        return node;
    }

    private boolean isTaken(Node node, KeyCode code, With with) {
        var reached = new boolean[1];
        EventHandler<KeyEvent> further = _ -> reached[0] = true;
        window.addEventHandler(KeyEvent.KEY_PRESSED, further);
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, with == With.SHIFT, with == With.CTRL,
                false, false));
        window.removeEventHandler(KeyEvent.KEY_PRESSED, further);
        return !reached[0];
    }

    private static String name(KeyCode code, With with) {
        String key = OTHERS.getOrDefault(code, code.getName());
        return switch (with) {
            case NOTHING -> key;
            case SHIFT -> "Shift+" + key;
            case CTRL -> "Ctrl+" + key;
        };
    }
}
