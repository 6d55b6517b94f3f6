package io.watchdeck.ui.alarms;

import static io.watchdeck.ui.alarms.AlarmMoments.DEAD_LETTERS;
import static io.watchdeck.ui.alarms.AlarmMoments.ERRORS;
import static io.watchdeck.ui.alarms.AlarmMoments.HIT_RATE;
import static io.watchdeck.ui.alarms.AlarmMoments.MISSING;
import static io.watchdeck.ui.alarms.AlarmMoments.NOTED;
import static io.watchdeck.ui.alarms.AlarmMoments.NOW;
import static io.watchdeck.ui.alarms.AlarmMoments.PIPELINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Saying;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.watch.WatchSnapshot;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person who goes through the list of alarms, mostly by key.
@ExtendWith(ApplicationExtension.class)
class AlarmTriageViewTest {

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, AlarmMoments.moment(), new Look(Theme.DARK, 1300, 700));
        window.shell.show(Screen.ALARMS);
    }

    @BeforeEach
    void layOut(FxRobot robot) {
        settle(robot);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void afterAcknowledgingTheSelectionAndTheDetailAreOnTheNextOpenAlarm(FxRobot robot) {
        select(robot, PIPELINE);
        robot.type(KeyCode.A);
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        publish(robot, AlarmMoments.with(Snapshots.moment(), one -> one.id().equals(PIPELINE)
                ? AlarmMoments.acknowledged("sora", 1, 240, "") : one.status()));

        assertThat(window.watch.alarms().sayings()).extracting(Saying::on).containsExactly(Set.of(PIPELINE));
        assertThat(selected(robot)).isEqualTo(new AlarmLine.Key.OfAlarm(HIT_RATE));
        assertThat(list(robot).isFocused()).isTrue();
        assertThat(Window.texts(robot.lookup("#alarm-detail").query())).contains("Cache hit rate")
                .doesNotContain("Pipeline failed");

        robot.type(KeyCode.Z);
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        assertThat(window.watch.alarms().sayings()).last().isEqualTo(
                new Saying.Snooze(Set.of(HIT_RATE), NOW.plus(Duration.ofHours(1)), ""));
        assertThat(selected(robot)).isNotEqualTo(new AlarmLine.Key.OfAlarm(HIT_RATE));
    }

    @Test
    void homeAndEndSelectAlarmsRatherThanGroups(FxRobot robot) {
        select(robot, PIPELINE);

        robot.type(KeyCode.END);
        assertThat(selected(robot)).isEqualTo(new AlarmLine.Key.OfAlarm(NOTED));
        robot.type(KeyCode.HOME);
        assertThat(selected(robot)).isEqualTo(new AlarmLine.Key.OfAlarm(DEAD_LETTERS));
    }

    @Test
    void enterAndTheArrowDownLeadFromTheFilterIntoTheList(FxRobot robot) {
        for (KeyCode code : List.of(KeyCode.ENTER, KeyCode.DOWN)) {
            robot.interact(() -> list(robot).requestFocus());
            robot.write("/");
            robot.write("codemate");
            robot.type(code);

            assertThat(list(robot).isFocused()).as(code.toString()).isTrue();
            assertThat(selected(robot)).isEqualTo(new AlarmLine.Key.OfAlarm(PIPELINE));
            assertThat(filter(robot).getText()).isEqualTo("codemate");
            robot.interact(() -> filter(robot).clear());
            select(robot, DEAD_LETTERS);
        }
    }

    @Test
    void aKeyLeadsToTheAlarmsThatEndedEarlierAndBack(FxRobot robot) {
        robot.interact(list(robot)::requestFocus);
        robot.type(KeyCode.E);
        settle(robot);
        assertThat(heads(robot)).extracting(AlarmLine.Head::older).contains("Show 24 h");
        assertThat(list(robot).isFocused()).isTrue();

        robot.type(KeyCode.E);
        settle(robot);
        assertThat(heads(robot)).extracting(AlarmLine.Head::older).contains("Show 90 days");
    }

    private static List<AlarmLine.Head> heads(FxRobot robot) {
        return list(robot).getItems().stream().map(Row::facts).filter(AlarmLine.Head.class::isInstance)
                .map(AlarmLine.Head.class::cast).toList();
    }

    @Test
    void anotherLanguageKeepsFilterSelectionScrollTypedNoteAndHowFarBack(FxRobot robot) {
        robot.interact(() -> list(robot).scrollTo(list(robot).getItems().size() - 1));
        settle(robot);
        robot.interact(() -> {
            older(robot).fire();
            filter(robot).setText("!codemate");
        });
        select(robot, ERRORS);
        robot.interact(() -> {
            robot.lookup("#word-note").queryAs(TextArea.class).setText("half a thought");
            list(robot).scrollTo(4);
        });
        settle(robot);
        int top = top(robot);
        assertThat(top).isPositive();

        robot.interact(() -> window.shell.use(Locale.KOREAN));
        settle(robot);

        assertThat(filter(robot).getText()).isEqualTo("!codemate");
        assertThat(list(robot).getItems()).extracting(Row::key).doesNotContain(new AlarmLine.Key.OfAlarm(PIPELINE));
        assertThat(selected(robot)).isEqualTo(new AlarmLine.Key.OfAlarm(ERRORS));
        assertThat(top(robot)).isEqualTo(top);
        assertThat(robot.lookup("#word-note").queryAs(TextArea.class).getText()).isEqualTo("half a thought");
        assertThat(list(robot).getItems().stream().map(Row::facts).filter(AlarmLine.Head.class::isInstance)
                .map(line -> ((AlarmLine.Head) line).older())).contains("24시간 보기");
        assertThat(Window.texts(robot.lookup("#alarm-detail").query())).contains("sora 이름으로 담당");
    }

    @Test
    void anotherLanguageDoesNotGoBackToTheAlarmThatThePlaceNames(FxRobot robot) {
        robot.interact(() -> window.shell.show(Place.of(AlarmMoments.troubles(Snapshots.sesami()).getFirst().key()
                .stack(), DEAD_LETTERS)));
        select(robot, PIPELINE);
        robot.interact(() -> {
            robot.lookup("#alarm-close").queryAs(Button.class).fire();
            window.shell.use(Locale.KOREAN);
        });
        settle(robot);

        assertThat(selected(robot)).isEqualTo(new AlarmLine.Key.OfAlarm(PIPELINE));
        assertThat(robot.lookup("#alarm-detail").query().isVisible()).as("closed as it was").isFalse();
    }

    @Test
    void theDetailOfAnotherAlarmBeginsAtItsTopAndOfTheSameStays(FxRobot robot) {
        select(robot, DEAD_LETTERS);
        settle(robot);
        robot.interact(() -> scroll(robot).setVvalue(0.8));
        publish(robot, AlarmMoments.moment());
        assertThat(scroll(robot).getVvalue()).as("the same").isEqualTo(0.8);

        robot.clickOn(cell(robot, PIPELINE).lookup(".label"));
        settle(robot);
        assertThat(selected(robot)).isEqualTo(new AlarmLine.Key.OfAlarm(PIPELINE));
        assertThat(scroll(robot).getVvalue()).isZero();

        robot.interact(() -> robot.lookup("#word-note").query().requestFocus());
        robot.interact(() -> scroll(robot).setVvalue(1));
        robot.clickOn(cell(robot, DEAD_LETTERS).lookup(".label"));
        settle(robot);
        assertThat(scroll(robot).getVvalue()).isZero();
    }

    @Test
    void anotherOccurrenceOfTheSameRuleIsAnotherRowToRead(FxRobot robot) {
        window.watch.alarms().keepsChanges(one -> Collections.nCopies(40, // more than is seen at once
                new Change(one.raised(), Change.What.RAISED, true, one)));
        publish(robot, AlarmMoments.came(HIT_RATE, 2, false));
        select(robot, AlarmMoments.time(HIT_RATE, 2));
        settle(robot);
        robot.interact(() -> scroll(robot).setVvalue(0.8));

        select(robot, AlarmMoments.time(HIT_RATE, 1));
        settle(robot);

        assertThat(scroll(robot).getVvalue()).isZero();
    }

    @Test
    void escKeepsWhatWasTypedForTheSameAlarmsAndSaysSo(FxRobot robot) {
        select(robot, PIPELINE);
        robot.type(KeyCode.A);
        robot.write("half a thought");
        robot.interact(() -> robot.lookup("#dialog-24h").queryAs(ToggleButton.class).fire());
        robot.type(KeyCode.ESCAPE);
        assertThat(window.watch.alarms().sayings()).isEmpty();
        assertThat(robot.lookup("#alarms-told").queryAs(Label.class).getText())
                .startsWith("Nothing was said. What you typed is there again");

        select(robot, MISSING);
        robot.type(KeyCode.A);
        assertThat(note(robot).getText()).as("of other alarms").isEmpty();
        robot.type(KeyCode.ESCAPE);
        select(robot, PIPELINE);
        robot.type(KeyCode.Z);
        assertThat(note(robot).getText()).as("of another word").isEmpty();
        robot.type(KeyCode.ESCAPE);

        robot.type(KeyCode.A);
        assertThat(note(robot).getText()).isEqualTo("half a thought");
        robot.write(", finished");
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        assertThat(window.watch.alarms().sayings()).containsExactly(new Saying.Acknowledge(Set.of(PIPELINE),
                Optional.of(NOW.plus(Duration.ofDays(1))), "half a thought, finished"));

        select(robot, PIPELINE);
        robot.type(KeyCode.A);
        assertThat(note(robot).getText()).as("said by now").isEmpty();
    }

    @Test
    void theBoxOfANewOccurrenceIsNotChecked(FxRobot robot) {
        publish(robot, AlarmMoments.came(HIT_RATE, 3, false));
        UUID before = AlarmMoments.time(HIT_RATE, 3);
        robot.clickOn(cell(robot, before).lookup(".check-box"));
        assertThat(cell(robot, before).lookup(".check-box")).matches(box -> ((CheckBox) box).isSelected());

        publish(robot, AlarmMoments.came(HIT_RATE, 4, false));

        assertThat(cell(robot, AlarmMoments.time(HIT_RATE, 4)).lookup(".check-box"))
                .matches(box -> !((CheckBox) box).isSelected());
        assertThat(robot.lookup("#alarms-acknowledge").queryAs(Button.class).isDisabled()).isTrue();
    }

    @Test
    void arrowsChooseHowLongAWordHoldsAndWhichEnvironmentsAreListed(FxRobot robot) {
        select(robot, PIPELINE);
        robot.interact(() -> robot.lookup("#word-4h").query().requestFocus());
        robot.type(KeyCode.RIGHT);
        assertThat(robot.lookup("#word-8h").queryAs(ToggleButton.class).isSelected()).isTrue();
        assertThat(robot.lookup("#word-say").queryAs(Button.class).getText()).isEqualTo("Acknowledge for 8 h");
        robot.type(KeyCode.LEFT).type(KeyCode.LEFT);
        assertThat(robot.lookup("#word-say").queryAs(Button.class).getText()).isEqualTo("Acknowledge for 1 h");

        robot.interact(() -> robot.lookup("#scope-all").query().requestFocus());
        robot.type(KeyCode.RIGHT);
        settle(robot);
        assertThat(robot.lookup("#scope-production").queryAs(ToggleButton.class).isSelected()).isTrue();
        assertThat(robot.lookup("#scope-production").query().isFocused()).isTrue();
        assertThat(list(robot).getItems()).extracting(Row::key).doesNotContain(new AlarmLine.Key.OfAlarm(PIPELINE))
                .contains(new AlarmLine.Key.OfAlarm(MISSING));
        robot.type(KeyCode.LEFT);
        assertThat(robot.lookup("#scope-all").queryAs(ToggleButton.class).isSelected()).isTrue();
        assertThat(list(robot).getItems()).extracting(Row::key).contains(new AlarmLine.Key.OfAlarm(PIPELINE));
    }

    private void publish(FxRobot robot, WatchSnapshot next) {
        robot.interact(() -> window.watch.publish(next));
        settle(robot);
    }

    private void settle(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            window.shell.scene().getRoot().applyCss();
            window.shell.scene().getRoot().layout();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void select(FxRobot robot, UUID id) {
        robot.interact(() -> {
            list(robot).requestFocus();
            list(robot).getItems().stream().filter(row -> row.key().equals(new AlarmLine.Key.OfAlarm(id))).findFirst()
                    .ifPresent(row -> list(robot).getSelectionModel().select(row));
        });
    }

    private static AlarmLine.Key selected(FxRobot robot) {
        return list(robot).getSelectionModel().getSelectedItem().key();
    }

    private static ListView<Row<AlarmLine.Key, AlarmLine>> list(FxRobot robot) {
        return robot.lookup("#alarms-list").query();
    }

    private static TextField filter(FxRobot robot) {
        return robot.lookup("#alarms-filter").query();
    }

    private static TextArea note(FxRobot robot) {
        return robot.lookup("#dialog-note").query();
    }

    private static ScrollPane scroll(FxRobot robot) {
        return (ScrollPane) robot.lookup("#alarm-detail").query().lookup(".detail-scroll");
    }

    private static int top(FxRobot robot) {
        return ((VirtualFlow<?>) list(robot).lookup(".virtual-flow")).getFirstVisibleCell().getIndex();
    }

    private static Button older(FxRobot robot) {
        return list(robot).lookupAll(".older").stream().map(Button.class::cast)
                .filter(one -> one.isVisible() && !one.getText().isEmpty()).findFirst().orElseThrow();
    }

    private static Node cell(FxRobot robot, UUID id) {
        return list(robot).lookupAll(".alarm-cell").stream().map(ListCell.class::cast)
                .filter(cell -> cell.getItem() instanceof Row<?, ?> row
                        && row.key().equals(new AlarmLine.Key.OfAlarm(id)))
                .findFirst().orElseThrow();
    }
}
