package io.watchdeck.ui.alarms;

import static io.watchdeck.ui.alarms.AlarmMoments.CONNECTIONS;
import static io.watchdeck.ui.alarms.AlarmMoments.CPU;
import static io.watchdeck.ui.alarms.AlarmMoments.DEAD_LETTERS;
import static io.watchdeck.ui.alarms.AlarmMoments.ERRORS;
import static io.watchdeck.ui.alarms.AlarmMoments.HIT_RATE;
import static io.watchdeck.ui.alarms.AlarmMoments.NOW;
import static io.watchdeck.ui.alarms.AlarmMoments.PIPELINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Saying;
import io.watchdeck.model.StackId;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.watch.AlarmDesk.Said;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class AlarmsViewTest {

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, AlarmMoments.moment());
        window.shell.show(Screen.ALARMS);
    }

    @BeforeEach
    void layOut(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> window.shell.scene().getRoot().layout());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void showsTheWorstThatNobodyHasInDetail(FxRobot robot) {
        assertThat(Window.texts(robot.lookup("#alarm-detail").query())).contains("Dead letters near destruction",
                "OPEN", "since 11:42, nobody has had it for 2 h", "Acknowledge as sora");
        assertThat(texts(robot)).contains("OPEN, nobody has it", "ACKNOWLEDGED, somebody has it", "jmin until 14:30",
                "22 h left");
    }

    @Test
    void theButtonOfARowAsksForThatAlarmAlone(FxRobot robot) {
        robot.interact(() -> button(robot, PIPELINE, ".row-acknowledge").fire());

        assertThat(dialog(robot)).contains("Acknowledge this alarm as sora", "Pipeline failed", "since 13:21")
                .doesNotContain("Dead letters");
        assertThat(window.watch.alarms().sayings()).isEmpty();
        robot.interact(() -> {
            robot.lookup("#dialog-1h").queryAs(ToggleButton.class).fire();
            robot.lookup("#dialog-note").queryAs(TextArea.class).setText("build agent is full");
            fire(robot, "#dialog-primary");
        });

        assertThat(window.watch.alarms().sayings()).containsExactly(new Saying.Acknowledge(Set.of(PIPELINE),
                Optional.of(NOW.plus(Duration.ofHours(1))), "build agent is full"));
        assertThat(isOpen(robot)).isFalse();
    }

    @Test
    void theDetailAcknowledgesWhatItShows(FxRobot robot) {
        robot.interact(() -> {
            robot.lookup("#word-note").queryAs(TextArea.class).setText("Redrive at 15:00");
            fire(robot, "#word-say");
        });

        assertThat(window.watch.alarms().sayings()).containsExactly(new Saying.Acknowledge(Set.of(DEAD_LETTERS),
                Optional.of(NOW.plus(Duration.ofHours(4))), "Redrive at 15:00"));
        assertThat(robot.lookup("#word-note").queryAs(TextArea.class).getText()).isEmpty();
    }

    @Test
    void theDetailOfAHeldAlarmTellsWhoHasItAndReplacesTheWord(FxRobot robot) {
        robot.interact(() -> select(robot, ERRORS));

        assertThat(Window.texts(robot.lookup("#alarm-word").query())).anyMatch(
                text -> text.startsWith("jmin until 14:30, given 13:30. A new word takes its place."));
        robot.interact(() -> fire(robot, "#word-say"));
        assertThat(window.watch.alarms().sayings()).extracting(Saying::on).containsExactly(Set.of(ERRORS));
    }

    @Test
    void manyAreAcknowledgedInADialogThatListsExactlyThem(FxRobot robot) {
        window.watch.alarms().answers(saying -> new Said(List.of(AlarmMoments.troubles(Snapshots.sesami()).getFirst(),
                AlarmMoments.troubles(Snapshots.sesami()).getLast()), List.of(PIPELINE), false));
        robot.interact(() -> {
            for (UUID id : List.of(PIPELINE, DEAD_LETTERS, HIT_RATE)) {
                select(robot, id);
                key(robot, KeyCode.SPACE, false);
            }
        });
        assertThat(robot.lookup("#alarms-acknowledge").queryAs(Button.class).getText())
                .isEqualTo("Acknowledge 3 selected...");

        robot.interact(() -> key(robot, KeyCode.A, false));
        assertThat(listed(robot)).containsExactly(DEAD_LETTERS, PIPELINE, HIT_RATE);
        robot.interact(() -> fire(robot, "#dialog-primary"));

        assertThat(window.watch.alarms().sayings()).extracting(Saying::on)
                .containsExactly(Set.of(PIPELINE, HIT_RATE, DEAD_LETTERS));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#alarms-told").queryAs(Label.class).getText())
                .isEqualTo("2 acknowledged, 1 was over already");
        assertThat(robot.lookup("#alarms-acknowledge").queryAs(Button.class).isDisabled()).isTrue();
    }

    @Test
    void whatAFilterHidesIsNeverTouched(FxRobot robot) {
        robot.interact(() -> {
            key(robot, KeyCode.A, true);
            robot.lookup("#alarms-filter").queryAs(TextField.class).setText("stack:tiketi");
            key(robot, KeyCode.S, false);
        });

        assertThat(listed(robot)).containsExactlyInAnyOrder(HIT_RATE, CONNECTIONS, ERRORS, CPU);
        assertThat(robot.lookup("#alarms-told").queryAs(Label.class).getText()).contains("no longer selected");
        robot.interact(() -> fire(robot, "#dialog-primary"));
        assertThat(window.watch.alarms().sayings()).containsExactly(new Saying.Snooze(
                Set.of(HIT_RATE, CONNECTIONS, ERRORS, CPU), NOW.plus(Duration.ofHours(1)), ""));
    }

    @Test
    void cancelAndEscapeChangeNothing(FxRobot robot) {
        robot.interact(() -> button(robot, PIPELINE, ".row-snooze").fire());
        assertThat(dialog(robot)).contains("Snooze this alarm as sora");
        robot.interact(() -> fire(robot, "#dialog-cancel"));
        assertThat(isOpen(robot)).isFalse();

        robot.interact(() -> key(robot, KeyCode.A, false));
        assertThat(isOpen(robot)).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(isOpen(robot)).isFalse();
        assertThat(list(robot).isFocused()).as("where it was").isTrue();

        assertThat(window.watch.alarms().sayings()).isEmpty();
        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.ALARMS);
    }

    @Test
    void noKeyLeavesADialogWithANoteInIt(FxRobot robot) {
        robot.interact(() -> key(robot, KeyCode.A, false));
        robot.write("half a thought");

        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT1).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).type(KeyCode.RIGHT).release(KeyCode.ALT);

        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.ALARMS);
        assertThat(isOpen(robot)).isTrue();
        assertThat(robot.lookup("#dialog-note").queryAs(TextArea.class).getText()).isEqualTo("half a thought");
    }

    @Test
    void aRefreshKeepsSelectionMarksAndTheTypedNote(FxRobot robot) {
        robot.interact(() -> {
            select(robot, HIT_RATE);
            key(robot, KeyCode.SPACE, false);
            robot.lookup("#word-note").queryAs(TextArea.class).setText("half a thought");
            window.watch.publish(AlarmMoments.with(Snapshots.moment(), one -> one.id().equals(PIPELINE)
                    ? AlarmMoments.acknowledged("jmin", 1, 30, "") : one.status()));
        });
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(list(robot).getSelectionModel().getSelectedItem().key())
                .isEqualTo(new AlarmLine.Key.OfAlarm(HIT_RATE));
        assertThat(robot.lookup("#word-note").queryAs(TextArea.class).getText()).isEqualTo("half a thought");
        assertThat(robot.lookup("#alarms-acknowledge").queryAs(Button.class).getText())
                .isEqualTo("Acknowledge 1 selected...");
        assertThat(robot.lookup("#alarms-only-acknowledged").queryAs(ToggleButton.class).getText())
                .isEqualTo("Acknowledged 1");
    }

    @Test
    void slashFiltersAndEscapeClears(FxRobot robot) {
        robot.interact(() -> list(robot).requestFocus());
        robot.write("/");
        robot.write("codemate");
        assertThat(list(robot).getItems()).extracting(Row::key).contains(new AlarmLine.Key.OfAlarm(PIPELINE))
                .doesNotContain(new AlarmLine.Key.OfAlarm(ERRORS));

        robot.type(KeyCode.ESCAPE);
        assertThat(list(robot).getItems()).extracting(Row::key).contains(new AlarmLine.Key.OfAlarm(ERRORS));
    }

    @Test
    void groupsFoldByKeyAndMarksGo(FxRobot robot) {
        robot.interact(() -> {
            list(robot).getSelectionModel().select(0);
            key(robot, KeyCode.LEFT, false);
        });
        assertThat(list(robot).getItems()).extracting(Row::key).doesNotContain(new AlarmLine.Key.OfAlarm(PIPELINE));

        robot.interact(() -> key(robot, KeyCode.RIGHT, false));
        assertThat(list(robot).getItems()).extracting(Row::key).contains(new AlarmLine.Key.OfAlarm(PIPELINE));
    }

    @Test
    void theSameConditionWatchedTwiceIsOneRowThatNamesBoth(FxRobot robot) {
        robot.interact(() -> window.watch.publish(AlarmMoments.with(Snapshots.of(List.of(Snapshots.twiceTold())),
                one -> one.status())));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> window.shell.scene().getRoot().layout());

        assertThat(list(robot).getItems().stream().filter(row -> row.key() instanceof AlarmLine.Key.OfAlarm))
                .hasSize(2);
        assertThat(robot.from(list(robot)).lookup(".label").match((Label label) -> Texts.explanation(label)
                .equals("Rule of this console: Dead letters about to be destroyed\n"
                        + "Rule of this console: Dead letters destroyed soon"))
                .queryAll()).isNotEmpty();
    }

    @Test
    void opensTheAlarmOfAPlaceAndItsMetricInTheExplorer(FxRobot robot) {
        robot.interact(() -> {
            window.shell.show(Screen.OVERVIEW);
            window.shell.show(new Place(Screen.ALARMS, Optional.of(new StackId("tiketi-prod")),
                    Optional.of("tiketi-db"), Optional.empty()));
        });
        assertThat(Window.texts(robot.lookup("#alarm-detail").query())).contains("RDS connections");

        robot.interact(() -> Event.fireEvent(robot.lookup("#alarm-chart").query(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.EXPLORER);
    }

    @Test
    void copiesTheArnAndExportsTheList(FxRobot robot) {
        robot.interact(() -> {
            select(robot, CONNECTIONS);
            key(robot, KeyCode.C, false);
            list(robot).getContextMenu().getItems().stream()
                    .filter(item -> "ui-row-export".equals(item.getId())).findFirst().orElseThrow().fire();
        });

        assertThat(window.desktop.copied).containsExactly("arn:aws:rds:ap-northeast-2:210987654321:db:tiketi-db");
        assertThat(window.desktop.savedNames).containsExactly("watchdeck-alarms.csv");
        assertThat(window.desktop.saved.getFirst().lines()).hasSize(13);
    }

    @Test
    void closesItsDetailsAndOpensThemAgain(FxRobot robot) {
        robot.interact(() -> robot.lookup("#alarm-close").queryAs(Button.class).fire());
        assertThat(robot.lookup("#alarm-detail").query().isVisible()).isFalse();

        robot.interact(() -> key(robot, KeyCode.ENTER, false));
        assertThat(robot.lookup("#alarm-detail").query().isVisible()).isTrue();
    }

    @Test
    void speaksKorean(FxRobot robot) {
        robot.interact(() -> window.shell.use(Locale.KOREAN));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> window.shell.scene().getRoot().layout());

        assertThat(texts(robot)).contains("열림, 담당자 없음", "담당 중, 담당자 있음", "jmin, 14:30까지", "경보",
                "sora 이름으로 담당");
    }

    private List<UUID> listed(FxRobot robot) {
        return robot.lookup("#dialog-rows").<ListView<AlarmFacts>>query().getItems().stream().map(AlarmFacts::id)
                .toList();
    }

    private static List<String> texts(FxRobot robot) {
        return Window.texts(robot.lookup("#alarms").query());
    }

    private static List<String> dialog(FxRobot robot) {
        robot.interact(() -> robot.lookup("#word-dialog").query().getScene().getRoot().layout());
        return Window.texts(robot.lookup("#word-dialog").query());
    }

    private static boolean isOpen(FxRobot robot) {
        return robot.lookup("#word-dialog").tryQuery().filter(AlarmsViewTest::isSeen).isPresent();
    }

    private static boolean isSeen(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static ListView<Row<AlarmLine.Key, AlarmLine>> list(FxRobot robot) {
        return robot.lookup("#alarms-list").query();
    }

    private static void select(FxRobot robot, UUID id) {
        list(robot).getItems().stream().filter(row -> row.key().equals(new AlarmLine.Key.OfAlarm(id))).findFirst()
                .ifPresent(row -> list(robot).getSelectionModel().select(row));
    }

    /// In the row of an alarm.
    private static Button button(FxRobot robot, UUID id, String style) {
        return list(robot).lookupAll(".alarm-cell").stream().map(ListCell.class::cast)
                .filter(cell -> cell.getItem() instanceof Row<?, ?> row
                        && row.key().equals(new AlarmLine.Key.OfAlarm(id)))
                .flatMap(cell -> cell.lookupAll(style).stream()).map(Button.class::cast).findFirst().orElseThrow();
    }

    private static void key(FxRobot robot, KeyCode code, boolean shortcut) {
        Event.fireEvent(list(robot), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false));
    }

    private static void fire(FxRobot robot, String id) {
        robot.lookup(id).queryAs(Button.class).fire();
    }
}
