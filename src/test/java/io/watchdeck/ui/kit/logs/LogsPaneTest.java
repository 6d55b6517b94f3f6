package io.watchdeck.ui.kit.logs;

import static io.watchdeck.ui.OtherMoments.tail;
import static io.watchdeck.ui.OtherMoments.tailedTiketi;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.logs.LogLine;
import io.watchdeck.logs.LogQuery;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.OtherMoments;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.watch.Inspection;
import io.watchdeck.watch.LogTail;
import io.watchdeck.watch.TailWish;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class LogsPaneTest {

    private static final TailWish ALL = TailWish.everything();

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.moment());
        stage.setWidth(1440);
        stage.setHeight(900);
        window.shell.show(Place.of(new StackId("tiketi-prod")));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void itFollowsIsHeldByScrollingUpAndGoesOnByTheButton(FxRobot robot) {
        publish(robot, ALL, tail(1, 100));
        assertThat(lastInSight(robot)).isEqualTo(" line 100");

        publish(robot, ALL, tail(1, 105));
        assertThat(lastInSight(robot)).isEqualTo(" line 105");
        assertThat(logs(robot)).contains("/ecs/tiketi-backend", "following");

        robot.interact(() -> list(robot).getSelectionModel().select(101));
        robot.interact(() -> wheel(robot, 200));
        settle(robot);
        String seen = lastInSight(robot);
        assertThat(seen).isNotEqualTo(" line 105");
        assertThat(logs(robot)).contains("held");

        publish(robot, ALL, tail(20, 112));
        assertThat(lastInSight(robot)).as("what is read does not move").isEqualTo(seen);
        assertThat(list(robot).getSelectionModel().getSelectedItem().after()).isEqualTo(" line 102");
        assertThat(news(robot).getText()).isEqualTo("7 new lines");

        robot.interact(() -> news(robot).fire());
        settle(robot);
        assertThat(lastInSight(robot)).isEqualTo(" line 112");
        assertThat(list(robot).getSelectionModel().getSelectedItem().after()).isEqualTo(" line 102");
        assertThat(news(robot).isVisible()).isFalse();

        robot.interact(() -> wheel(robot, 200));
        settle(robot);
        robot.interact(() -> wheel(robot, -2000));
        settle(robot);
        assertThat(logs(robot)).as("back at the end").contains("following");
    }

    @Test
    void aLineIsUnfoldedAndFoldedWithTheKeysOfATree(FxRobot robot) {
        publish(robot, ALL, json());
        robot.interact(() -> {
            list(robot).requestFocus();
            list(robot).getSelectionModel().clearAndSelect(1);
            list(robot).getFocusModel().focus(1);
            key(list(robot), KeyCode.RIGHT);
        });
        settle(robot);
        assertThat(list(robot).getItems()).hasSize(6);
        assertThat(logs(robot)).contains("held", "\"job\"", ": 7");

        robot.interact(() -> {
            list(robot).getSelectionModel().clearAndSelect(3);
            list(robot).getFocusModel().focus(3);
            key(list(robot), KeyCode.LEFT);
        });
        settle(robot);
        assertThat(list(robot).getItems()).hasSize(3);
        assertThat(list(robot).getSelectionModel().getSelectedIndex()).isEqualTo(1);

        robot.interact(() -> key(list(robot), KeyCode.ENTER));
        assertThat(list(robot).getItems()).hasSize(6);
        robot.interact(() -> key(list(robot), KeyCode.ENTER));
        assertThat(list(robot).getItems()).hasSize(3);
    }

    private static Loadable<LogTail> json() {
        return new Loadable.Ready<>(new LogTail(OtherMoments.TIKETI_LOG,
                List.of("first", "{\"job\":7}", "last").stream()
                        .map(text -> new LogLine(Snapshots.NOW.minusSeconds(60), "api/1", text)).toList(),
                Snapshots.NOW.minusSeconds(900), false), Snapshots.NOW);
    }

    @Test
    void aFilterIsSentByEnterAndLeftByEscape(FxRobot robot) {
        publish(robot, ALL, tail(1, 20));
        robot.interact(() -> {
            filter(robot).requestFocus();
            filter(robot).setText("?502 {");
        });
        assertThat(window.watch.inspected().flatMap(Inspection::tail)).as("not before Enter").contains(ALL);

        robot.interact(() -> filter(robot).fireEvent(new ActionEvent()));
        var asked = new TailWish(Optional.empty(), "?502 {");
        assertThat(window.watch.inspected().flatMap(Inspection::tail)).contains(asked);
        LogQuery query = LogQuery.tail("/ecs/tiketi-backend", TimeRange.last(Duration.ofMinutes(15), Snapshots.NOW), 1)
                .withPattern(asked.pattern());
        publish(robot, asked, new Loadable.Failed<>(query.notUnderstood("Invalid filter pattern"), Snapshots.NOW));
        assertThat(logs(robot)).contains("Not understood: Invalid filter pattern");

        robot.interact(() -> key(window.shell.scene().getFocusOwner(), KeyCode.ESCAPE));
        assertThat(filter(robot).getText()).isEmpty();
        assertThat(window.watch.inspected().flatMap(Inspection::tail)).contains(ALL);
        assertThat(window.shell.scene().getFocusOwner()).isSameAs(list(robot));
    }

    @Test
    void theLetterLOpensTheLogAndFoldedAwayItIsNotRead(FxRobot robot) {
        robot.interact(() -> robot.lookup("#log-head").queryAs(Button.class).fire());
        assertThat(window.watch.inspected().map(Inspection::tail)).contains(Optional.empty());
        robot.interact(() -> list(robot).getScene().getWindow().setWidth(1100));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window.watch.inspected()).as("the drawer is closed").isEmpty();

        robot.interact(() -> key(robot.lookup("#services-table").query(), KeyCode.L));

        assertThat(window.watch.inspected().flatMap(Inspection::tail)).contains(ALL);
        assertThat(window.shell.scene().getFocusOwner()).isSameAs(list(robot));
        robot.interact(() -> {
            filter(robot).requestFocus();
            key(filter(robot), KeyCode.L);
        });
        assertThat(window.shell.scene().getFocusOwner()).as("a letter in a field is a letter")
                .isSameAs(filter(robot));
    }

    @Test
    void aRefusalNamesTheActionInThePlaceOfTheLines(FxRobot robot) {
        publish(robot, ALL, new Loadable.Failed<>(Failure.denied("logs:FilterLogEvents"), Snapshots.NOW));

        assertThat(logs(robot)).contains("Denied", "logs:FilterLogEvents");
    }

    @Test
    void linesAreCopiedWithTheirTimeInUtc(FxRobot robot) {
        publish(robot, ALL, tail(998, 999));
        robot.interact(() -> {
            list(robot).getSelectionModel().select(1);
            list(robot).fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.C, false, true, false, false));
        });
        assertThat(window.desktop.copied.getLast()).isEqualTo("2026-09-22T04:42:11Z INFO line 999");

        robot.interact(() -> {
            list(robot).getSelectionModel().clearSelection();
            robot.lookup("#log-copy").queryAs(Button.class).fire();
        });
        assertThat(window.desktop.copied.getLast()).contains("line 998\n", "line 999");
    }

    private void publish(FxRobot robot, TailWish wish, Loadable<LogTail> lines) {
        robot.interact(() -> window.watch.publish(tailedTiketi(wish, lines)));
        settle(robot);
    }

    /// A list that is scrolled needs two layouts: one for its lines and one for where it stands.
    private void settle(FxRobot robot) {
        for (int layouts = 0; layouts < 2; layouts++) {
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> {
                window.shell.scene().getRoot().applyCss();
                window.shell.scene().getRoot().layout();
            });
        }
    }

    private static String lastInSight(FxRobot robot) {
        ListView<TailLine> list = list(robot);
        double bottom = list.localToScene(0, list.getHeight()).getY();
        return list.lookupAll(".list-cell").stream().map(TailCell.class::cast)
                .filter(cell -> cell.isVisible() && !cell.isEmpty()
                        && cell.localToScene(0, cell.getHeight()).getY() <= bottom + 1)
                .map(TailCell::getItem).max(Comparator.comparing(TailLine::at)).orElseThrow().after();
    }

    private static void wheel(FxRobot robot, double delta) {
        Node cell = list(robot).lookup(".list-cell");
        Event.fireEvent(cell, new ScrollEvent(ScrollEvent.SCROLL, 5, 5, 5, 5, false, false, false, false, false, false,
                0, delta, 0, delta, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, new PickResult(cell, 5, 5)));
    }

    private static void key(Node node, KeyCode code) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    @SuppressWarnings("unchecked")
    private static ListView<TailLine> list(FxRobot robot) {
        return robot.lookup("#log-list").queryAs(ListView.class);
    }

    private static TextField filter(FxRobot robot) {
        return robot.lookup("#log-filter").queryAs(TextField.class);
    }

    private static Button news(FxRobot robot) {
        return robot.lookup("#log-news").queryAs(Button.class);
    }

    private static List<String> logs(FxRobot robot) {
        return Window.texts(robot.lookup("#drawer-logs").query());
    }
}
