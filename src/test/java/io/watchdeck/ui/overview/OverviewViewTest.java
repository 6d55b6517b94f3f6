package io.watchdeck.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.watch.StackSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@Tag("slow")
class OverviewViewTest {

    private static final double NEAR = 12;

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.moment());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void showsARowForEachStackAndAllThatIsOpen(FxRobot robot) {
        assertThat(table(robot).getItems()).hasSize(6);
        assertThat(robot.lookup("#open-list").<ListView<?>>query().getItems()).hasSize(9);
        assertThat(texts(robot)).contains("Not fine: Sesami prod needs someone now", "DLQ 27 messages", "17/18");
    }

    @Test
    void aDeniedFigureShowsThePadlocksWordAndTheAction(FxRobot robot) {
        assertThat(texts(robot)).contains("Denied", "cloudwatch:\nGetMetricData");
    }

    @Test
    void aRefreshKeepsSelectionFilterAndSort(FxRobot robot) {
        robot.interact(() -> {
            robot.lookup("#filter").<TextField>query().setText("prod");
            table(robot).getSortOrder().setAll(List.of(table(robot).getColumns().get(1)));
            table(robot).getSelectionModel().select(row(robot, "glimpse-prod"));
        });
        List<Row<StackId, StackFacts>> before = List.copyOf(table(robot).getItems());

        robot.interact(() -> window.watch.publish(Snapshots.of(List.of(Snapshots.glimpse(), Snapshots.expiredTiketi(),
                Snapshots.codemateDev(), Snapshots.bowwow(), Snapshots.codemateProd(), Snapshots.sesami()))));

        assertThat(table(robot).getItems()).containsExactlyElementsOf(before);
        assertThat(table(robot).getSelectionModel().getSelectedItem().key().value()).isEqualTo("glimpse-prod");
        assertThat(robot.lookup("#filter").<TextField>query().getText()).isEqualTo("prod");
    }

    @Test
    void theSelectionFollowsItsStackWhenTheOrderChanges(FxRobot robot) {
        robot.interact(() -> table(robot).getSelectionModel().select(row(robot, "tiketi-prod")));

        robot.interact(() -> window.watch.publish(Snapshots.of(List.of(Snapshots.sesami(), Snapshots.bowwow(),
                Snapshots.codemateDev(), Snapshots.codemateProd(), Snapshots.glimpse(), Snapshots.expiredTiketi()))));

        assertThat(table(robot).getItems()).extracting(row -> row.key().value()).containsExactly("sesami-prod",
                "bowwow-prod", "codemate-dev", "tiketi-prod", "codemate-prod", "glimpse-prod");
        assertThat(table(robot).getSelectionModel().getSelectedItem().key().value()).isEqualTo("tiketi-prod");
    }

    @Test
    void aStaleStackTurnsNotKnownAndShowsItsAge(FxRobot robot) {
        robot.interact(() -> window.watch.publish(Snapshots.of(List.of(Snapshots.expiredTiketi()))));

        assertThat(texts(robot)).contains("Not known", "9 min", "5/5");
        assertThat(Window.texts(window.shell.scene().getRoot())).contains("Signed out");
    }

    @Test
    void aRowThatStaysInItsPlaceSaysWhatIsNew(FxRobot robot) {
        robot.interact(() -> window.watch.publish(Snapshots.of(List.of(Snapshots.tiketi()))));
        WaitForAsyncUtils.waitForFxEvents();

        robot.interact(() -> window.watch.publish(Snapshots.of(List.of(Snapshots.expiredTiketi()))));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(Window.texts(table(robot))).contains("Not known", "9 min");
    }

    /// Styles, then layout, then the picture: what the layout gives another item is in that picture already.
    @Test
    void aRowHasTheColoursOfItsOwnItemInTheFirstPicture(FxRobot robot) {
        List<StackSnapshot> stacks = Snapshots.moment().stacks();
        for (List<StackSnapshot> next : List.of(stacks.reversed(), stacks.subList(2, 5), stacks)) {
            var first = new ArrayList<String>();
            var later = new ArrayList<String>();
            robot.interact(() -> {
                window.watch.publish(Snapshots.of(next));
                pulse(table(robot).getScene().getRoot());
                first.addAll(drawn(table(robot)));
                pulse(table(robot).getScene().getRoot());
                later.addAll(drawn(table(robot)));
            });

            assertThat(first).isNotEmpty().isEqualTo(later);
            assertThat(shownRows(robot)).isNotEmpty().allSatisfy(row -> assertThat(row.getPseudoClassStates()
                    .contains(PseudoClass.getPseudoClass("critical")))
                    .isEqualTo(row.getItem().facts().state().severity() == Severity.CRITICAL));
        }
    }

    private static void pulse(Parent root) {
        root.applyCss();
        root.layout();
    }

    private static List<TableRow<Row<StackId, StackFacts>>> shownRows(FxRobot robot) {
        return robot.from(table(robot)).lookup(".table-row-cell").<TableRow<Row<StackId, StackFacts>>>queryAll()
                .stream().filter(row -> row.isVisible() && row.getItem() != null).toList();
    }

    /// Each text of the table with its colour, and each row with its background.
    private static List<String> drawn(Node node) {
        var all = new ArrayList<String>();
        if (!node.isVisible()) {
            return all;
        }
        if (node instanceof Text text) {
            all.add(text.getText() + " " + text.getFill() + " " + text.getFont().getStyle());
        }
        if (node instanceof TableRow<?> row) {
            all.add(row.getIndex() + " " + (row.getBackground() == null ? "" : row.getBackground().getFills().stream()
                    .map(fill -> fill.getFill().toString()).toList()));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all.addAll(drawn(child)));
        }
        return all;
    }

    @Test
    void theKeyboardChoosesAndOpensARow(FxRobot robot) {
        robot.interact(table(robot)::requestFocus);
        robot.type(KeyCode.J).type(KeyCode.J);
        assertThat(table(robot).getSelectionModel().getSelectedItem().key().value()).isEqualTo("tiketi-prod");

        robot.type(KeyCode.K).type(KeyCode.C).type(KeyCode.O);
        assertThat(window.desktop.copied).containsExactly(
                "arn:aws:ecs:ap-northeast-2:333344445555:cluster/sesami-cluster");
        assertThat(window.desktop.opened.getFirst().getHost()).isEqualTo("ap-northeast-2.console.aws.amazon.com");

        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.STACKS);
        assertThat(window.shell.navigator().place().stack()).map(StackId::value).contains("tiketi-prod");
    }

    @Test
    void whatIsCopiedIsToldInTheStatusBar(FxRobot robot) {
        robot.interact(table(robot)::requestFocus);
        robot.type(KeyCode.J).type(KeyCode.C);

        assertThat(Window.texts(robot.lookup("#status-bar").query()))
                .contains("Copied arn:aws:ecs:ap-northeast-2:333344445555:cluster/sesami-cluster");
    }

    @Test
    void shiftF10OpensTheMenuOfTheSelectedRow(FxRobot robot) {
        robot.interact(table(robot)::requestFocus);
        robot.type(KeyCode.J).type(KeyCode.J);

        robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);

        ContextMenu menu = table(robot).getContextMenu();
        assertThat(menu.isShowing()).isTrue();
        assertThat(menu.getAnchorY()).isCloseTo(bottom(robot, "tiketi-prod"), within(NEAR));
        robot.interact(menu::hide);
    }

    @Test
    void theMenuKeysEventOpensTheMenuOfTheSelectedRow(FxRobot robot) {
        robot.interact(() -> {
            table(robot).getSelectionModel().select(row(robot, "bowwow-prod"));
            table(robot).fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true,
                    null));
        });

        ContextMenu menu = table(robot).getContextMenu();
        assertThat(menu.isShowing()).isTrue();
        assertThat(menu.getAnchorY()).isCloseTo(bottom(robot, "bowwow-prod"), within(NEAR));
        robot.interact(menu::hide);
    }

    @Test
    void aDeniedLimitShowsAPadlockThatNamesTheAction(FxRobot robot) {
        robot.interact(() -> window.watch.publish(Snapshots.of(List.of(Snapshots.deniedLimit()))));
        WaitForAsyncUtils.waitForFxEvents();

        Label mark = robot.from(table(robot)).lookup(".absence-mark").match(Node::isVisible).queryAs(Label.class);
        assertThat(texts(robot)).contains("9", "open", "limit: Denied");
        assertThat(Texts.explanation(mark)).contains("rds:DescribeDBInstances");
    }

    @Test
    void slashFiltersAndEscapeClears(FxRobot robot) {
        robot.interact(table(robot)::requestFocus);
        robot.write("/");
        robot.write("codemate");
        assertThat(table(robot).getItems()).hasSize(2);

        robot.type(KeyCode.ESCAPE);
        assertThat(table(robot).getItems()).hasSize(6);
    }

    @Test
    void countersFilter(FxRobot robot) {
        robot.interact(() -> robot.lookup("#count-warning").queryAs(javafx.scene.control.ToggleButton.class).fire());

        assertThat(table(robot).getItems()).extracting(row -> row.key().value())
                .containsExactly("bowwow-prod", "codemate-dev");
    }

    @Test
    void exportsTheTable(FxRobot robot) {
        robot.interact(() -> table(robot).getContextMenu().getItems().stream()
                .filter(item -> "ui-row-export".equals(item.getId())).findFirst().orElseThrow().fire());

        assertThat(window.desktop.savedNames).containsExactly("watchdeck-overview.csv");
        assertThat(window.desktop.saved.getFirst().lines()).hasSize(7);
    }

    @Test
    void speaksKorean(FxRobot robot) {
        robot.interact(() -> window.shell.use(Locale.KOREAN));

        assertThat(texts(robot)).contains("이상 있음: Sesami prod에 지금 담당자가 필요합니다", "담당자 없음", "권한 없음");
    }

    @Test
    void stopsFollowingWhenHidden(FxRobot robot) {
        TableView<Row<StackId, StackFacts>> table = table(robot);
        robot.interact(() -> window.shell.show(Screen.STACKS));

        robot.interact(() -> window.watch.publish(Snapshots.of(List.of(Snapshots.glimpse()))));

        assertThat(table.getItems()).hasSize(6);
    }

    private static TableView<Row<StackId, StackFacts>> table(FxRobot robot) {
        return robot.lookup("#overview-table").query();
    }

    private static Row<StackId, StackFacts> row(FxRobot robot, String id) {
        return table(robot).getItems().stream().filter(row -> row.key().value().equals(id)).findFirst().orElseThrow();
    }

    /// Of the row, on the desktop.
    private static double bottom(FxRobot robot, String id) {
        return table(robot).lookupAll(".table-row-cell").stream().map(TableRow.class::cast)
                .filter(shown -> shown.getItem() == row(robot, id)).findFirst()
                .map(shown -> shown.localToScreen(shown.getBoundsInLocal()).getMaxY()).orElseThrow();
    }

    private static List<String> texts(FxRobot robot) {
        return Window.texts(robot.lookup("#overview").query());
    }
}
