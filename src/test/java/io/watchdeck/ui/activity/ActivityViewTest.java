package io.watchdeck.ui.activity;

import static io.watchdeck.ui.activity.JournalStory.BOUNCED;
import static io.watchdeck.ui.activity.JournalStory.OLD;
import static io.watchdeck.ui.activity.JournalStory.PURGED;
import static io.watchdeck.ui.activity.JournalStory.REFUSED;
import static io.watchdeck.ui.activity.JournalStory.ROLLING;
import static io.watchdeck.ui.activity.JournalStory.SCALED;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Finding;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.shell.Covering;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.watch.StackSnapshot;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javafx.event.Event;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
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
class ActivityViewTest {

    private final JournalDesk desk = new JournalDesk(JournalStory.all());
    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.moment());
        window.shell.operate(desk, _ -> _ -> {});
        window.shell.show(Screen.ACTIVITY);
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
    void theNewestIsSelectedAndToldInFull(FxRobot robot) {
        assertThat(list(robot).getSelectionModel().getSelectedItem().key()).isEqualTo(ROLLING);
        assertThat(detail(robot)).contains("Deploy tiketi-backend-service anew", "running", "for 4 min so far",
                "picks up the rotated database secret", "1 was shown before, and accepted", "ecs:UpdateService",
                "forceNewDeployment", "on", "AWS took it at 13:38:13: ecs-svc/4712", "backend:88: 2 of 5 run.");
        assertThat(Window.texts(list(robot))).contains("jmin", "worked", "9 of 9 run.", "5 → 9, 2–10 → 2–12",
                "not done", "cancelled", "done in part");
    }

    @Test
    void whatIsToldOfAnAlarmLiesOnNoButtonOfWhicheverEntry(FxRobot robot) {
        StackSnapshot stack = Snapshots.moment().stacks().getFirst();
        Condition condition = stack.verdict().open().getFirst();
        Finding found = Finding.of(condition);
        var alarm = new Occurrence(new UUID(1, 1), AlarmKey.of(stack.file().id(), condition), Snapshots.NOW, found,
                found.severity(), found.value(), new Status.Open(Snapshots.NOW, Snapshots.NOW), Optional.empty());
        robot.interact(() -> window.watch.alarms()
                .tell(List.of(new Change(Snapshots.NOW, Change.What.RAISED, true, alarm))));
        for (int row = 0; row < list(robot).getItems().size(); row++) {
            robot.interact(list(robot)::requestFocus);
            robot.type(KeyCode.DOWN);
            layOut(robot);
            layOut(robot);

            assertThat(robot.lookup("#alarm-card").query().isVisible()).isTrue();
            robot.interact(() -> assertThat(Covering.byCards(window.shell.scene(), "#activity")).isEmpty());
        }
    }

    @Test
    void theButtonsBelowTheDetailsHaveRoomThere(FxRobot robot) {
        Region foot = robot.lookup(".activity-detail-foot").queryAs(Region.class);
        double pane = ((Region) foot.getParent()).getWidth();

        assertThat(foot.getWidth()).isLessThanOrEqualTo(pane);
        assertThat(foot.getChildrenUnmodifiable()).allSatisfy(button -> assertThat(
                button.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(pane - foot.getInsets().getRight()));
    }

    @Test
    void everyCommandIsCopiedAloneAndAllOfThemTogether(FxRobot robot) {
        robot.interact(() -> select(robot, SCALED));
        robot.interact(() -> button(robot, "#activity-copy").fire());
        robot.interact(() -> robot.lookup("#entry-requests .request-copy").queryAllAs(ButtonBase.class).stream().skip(1)
                .findFirst().orElseThrow().fire());
        robot.interact(() -> key(robot, KeyCode.C, true));

        assertThat(window.desktop.copied).hasSize(3);
        assertThat(window.desktop.copied.getFirst().lines()).hasSize(2)
                .allSatisfy(line -> assertThat(line).endsWith("--region ap-northeast-2 --profile sora"));
        assertThat(window.desktop.copied.get(1)).isEqualTo("aws ecs update-service --cluster tiketi-cluster-prod "
                + "--service tiketi-backend-service --desired-count 9 --region ap-northeast-2 --profile sora");
        assertThat(window.desktop.copied.getLast()).isEqualTo(window.desktop.copied.getFirst());
    }

    @Test
    void aRowCopiesItsArnAndLeadsToItsServiceAndAQueueToTheQueues(FxRobot robot) {
        robot.interact(() -> select(robot, SCALED));
        robot.interact(() -> key(robot, KeyCode.C, false));
        assertThat(window.desktop.copied).singleElement().asString().endsWith("/tiketi-backend-service");

        robot.interact(() -> key(robot, KeyCode.ENTER, true));
        assertThat(window.shell.navigator().place())
                .isEqualTo(Place.of(JournalStory.TIKETI, "tiketi-backend-service"));
        robot.interact(() -> window.shell.show(Screen.ACTIVITY));
        robot.interact(() -> select(robot, BOUNCED));
        robot.interact(() -> button(robot, "#activity-go").fire());
        assertThat(window.shell.navigator().place()).isEqualTo(new Place(Screen.QUEUES,
                Optional.of(JournalStory.SESAMI), Optional.of(JournalStory.LETTERS), Optional.empty()));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> window.shell.scene().getRoot().layout());
        assertThat(robot.lookup("#queues-table").queryTableView().getSelectionModel().getSelectedItem())
                .extracting(row -> ((Row<?, ?>) row).key().toString()).asString().contains("sesami");
    }

    @Test
    void whereTheStackIsWatchedNoLongerItLeadsNowhere(FxRobot robot) {
        robot.interact(() -> {
            button(robot, "#activity-span-all").fire();
            select(robot, OLD);
        });
        assertThat(button(robot, "#activity-go").isDisabled()).isTrue();
        assertThat(detail(robot)).contains("shop-prod", "failed", "after 13 min");

        robot.interact(() -> key(robot, KeyCode.ENTER, true));
        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.ACTIVITY);
    }

    @Test
    void theMenuOfARowHasWhatTheKeysDo(FxRobot robot) {
        List<MenuItem> items = list(robot).getContextMenu().getItems();

        assertThat(items).extracting(MenuItem::getId).contains("ui-row-open", "ui-activity-copyAll", "ui-activity-go",
                "ui-row-copyArn", "ui-row-console", "ui-row-export");
        robot.interact(() -> {
            select(robot, PURGED);
            items.stream().filter(item -> "ui-activity-copyAll".equals(item.getId())).findFirst().orElseThrow().fire();
        });
        assertThat(window.desktop.copied).singleElement().asString().startsWith("aws sqs purge-queue --queue-url");
    }

    @Test
    void verdictStackKindAndWordsFilterTheListAndEscClears(FxRobot robot) {
        robot.interact(() -> button(robot, "#activity-only-look").fire());
        assertThat(ids(robot)).hasSize(4).contains(REFUSED).doesNotContain(SCALED, ROLLING);
        assertThat(((Labeled) robot.lookup("#activity-only-look").query()).getText()).isEqualTo("Needs a look 4");

        robot.interact(() -> choose(robot, "#activity-stack", "activity-stack-tiketi-prod"));
        assertThat(ids(robot)).containsExactly(REFUSED);
        assertThat(robot.lookup("#activity-stack").queryAs(MenuButton.class).getText()).isEqualTo("Tiketi PROD");
        robot.interact(() -> choose(robot, "#activity-kind", "activity-kind-purge"));
        assertThat(ids(robot)).isEmpty();
        assertThat(((Labeled) robot.lookup("#activity-empty").query()).getText())
                .startsWith("None of the 9 operations of the last 30 days");

        robot.interact(() -> key(robot, KeyCode.ESCAPE, false));
        assertThat(ids(robot)).as("only F, or the mouse, ends that what worked is hidden").hasSize(4);
        robot.interact(() -> key(robot, KeyCode.F, false));
        assertThat(ids(robot)).hasSize(9);
        robot.type(KeyCode.SLASH);
        robot.interact(() -> robot.lookup("#activity-filter").queryAs(TextField.class).setText("who:jmin"));
        assertThat(ids(robot)).containsExactly(SCALED, REFUSED, PURGED);
        robot.type(KeyCode.ESCAPE);
        assertThat(ids(robot)).hasSize(9);
    }

    @Test
    void theKeyboardGoesToAllWhereEscTakesTheOutcomeBack(FxRobot robot) {
        robot.interact(() -> robot.lookup("#activity-only-all").query().requestFocus());
        robot.type(KeyCode.RIGHT);
        assertThat(window.shell.scene().getFocusOwner().getId()).isEqualTo("activity-only-worked");

        robot.type(KeyCode.ESCAPE);

        assertThat(robot.lookup("#activity-only-all").queryAs(ToggleButton.class).isSelected()).isTrue();
        assertThat(window.shell.scene().getFocusOwner().getId()).isEqualTo("activity-only-all");
    }

    @Test
    void theListIsSavedAsATable(FxRobot robot) {
        robot.interact(() -> {
            button(robot, "#activity-only-worked").fire();
            button(robot, "#activity-export").fire();
        });

        assertThat(window.desktop.savedNames).containsExactly("watchdeck-journal.csv");
        List<String> lines = window.desktop.saved.getFirst().lines().toList();
        assertThat(lines.getFirst()).contains("begun,ended,seconds,stack");
        assertThat(lines).filteredOn(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT.*")).hasSize(4);
    }

    @Test
    void whatTheDeskTellsIsShownWithoutTakingTheSelectionAway(FxRobot robot) {
        robot.interact(() -> select(robot, SCALED));

        desk.tell(List.of(), List.of(JournalStory.ended(JournalStory.rolling(), Result.WORKED, 260,
                "proof.rollout.workedLater", "backend:88")));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> window.shell.scene().getRoot().layout());

        assertThat(list(robot).getSelectionModel().getSelectedItem().key()).isEqualTo(SCALED);
        assertThat(Window.texts(list(robot))).contains("backend:88 was rolled out.").doesNotContain("running");
        assertThat(detail(robot)).contains("Scale tiketi-backend-service");
    }

    @Test
    void anotherLanguageKeepsFiltersTimeAndSelection(FxRobot robot) {
        robot.interact(() -> {
            button(robot, "#activity-span-all").fire();
            robot.lookup("#activity-filter").queryAs(TextField.class).setText("!spot");
            choose(robot, "#activity-stack", "activity-stack-tiketi-prod");
            button(robot, "#activity-only-worked").fire();
            select(robot, SCALED);
        });
        List<UUID> before = ids(robot);

        robot.interact(() -> window.shell.use(Locale.KOREAN));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup("#activity-filter").queryAs(TextField.class).getText()).isEqualTo("!spot");
        assertThat(robot.lookup("#activity-span-all").queryAs(ToggleButton.class).isSelected()).isTrue();
        assertThat(robot.lookup("#activity-only-worked").queryAs(ToggleButton.class).isSelected()).isTrue();
        assertThat(ids(robot)).containsExactlyElementsOf(before).isNotEmpty();
        assertThat(list(robot).getSelectionModel().getSelectedItem().key()).isEqualTo(SCALED);
        assertThat(((Labeled) robot.lookup("#activity-go").query()).getText()).isEqualTo("서비스로 이동");
    }

    private static List<String> detail(FxRobot robot) {
        return Window.texts(robot.lookup("#activity-detail").query());
    }

    @SuppressWarnings("unchecked")
    private static ListView<Row<UUID, ActivityLine>> list(FxRobot robot) {
        return robot.lookup("#activity-list").queryAs(ListView.class);
    }

    private static List<UUID> ids(FxRobot robot) {
        return list(robot).getItems().stream().map(Row::key).toList();
    }

    private static void select(FxRobot robot, UUID id) {
        Optional<Row<UUID, ActivityLine>> row =
                list(robot).getItems().stream().filter(one -> one.key().equals(id)).findFirst();
        list(robot).getSelectionModel().select(row.orElseThrow());
    }

    private static void key(FxRobot robot, KeyCode code, boolean shift) {
        Event.fireEvent(list(robot), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
    }

    private static ButtonBase button(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ButtonBase.class);
    }

    /// As a click does it, which marks the item and then acts.
    private static void choose(FxRobot robot, String menu, String id) {
        CheckMenuItem item = robot.lookup(menu).queryAs(MenuButton.class).getItems().stream()
                .filter(one -> id.equals(one.getId())).map(CheckMenuItem.class::cast).findFirst().orElseThrow();
        item.setSelected(!item.isSelected());
        item.fire();
    }
}
