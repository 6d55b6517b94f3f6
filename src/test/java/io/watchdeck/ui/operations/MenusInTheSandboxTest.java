package io.watchdeck.ui.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.ui.OperatedInTheSandbox;
import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Operations from the menus and keys of rows, entries of the drawer and cards: each opens the same dialog.
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class MenusInTheSandboxTest extends OperatedInTheSandbox {

    private static final StackId GLIMPSE = new StackId("glimpse-prod");
    private static final StackId SESAMI = new StackId("sesami-prod");

    MenusInTheSandboxTest() {
        super("glimpse-prod", "sesami-prod");
    }

    @Start
    void start(Stage stage) {
        open(stage);
        stage.setWidth(1440);
        window.shell.show(Screen.OVERVIEW);
    }

    @Test
    void aRowOfOverviewOffersWhatItsServicesCanDo(FxRobot robot) throws Exception {
        select(robot, GLIMPSE);
        robot.type(KeyCode.CONTEXT_MENU);

        assertThat(texts(flat(menu(robot).getItems()))).contains("Scale…    S", "Deploy…    D", "Roll back…    R",
                "Spot weight…", "Stop a task", "Unlock writes for 15 min (Ctrl+Shift+U)");
        fire(robot, "overview-row-scale");
        await(() -> title(robot).startsWith("Scale glimpse-"));
    }

    @Test
    void aLockedStacksEntriesCarryAPadlockUntilItIsUnlocked(FxRobot robot) throws Exception {
        select(robot, GLIMPSE);
        robot.type(KeyCode.CONTEXT_MENU);
        assertThat(padlocks(robot)).contains("Scale…    S", "Deploy…    D", "Roll back…    R", "Spot weight…");
        fire(robot, "overview-row-lock");
        await(() -> desk.state().locks().get(GLIMPSE).isOpen());

        robot.type(KeyCode.CONTEXT_MENU);

        assertThat(padlocks(robot)).isEmpty();
        assertThat(texts(menu(robot).getItems())).contains("Lock writes (Ctrl+Shift+U)");
    }

    @Test
    void readOnlyEntriesCarryAPadlockAndOfferNoUnlocking(FxRobot robot) {
        robot.interact(() -> {
            desk.close();
            operate(true);
        });
        select(robot, GLIMPSE);
        robot.type(KeyCode.CONTEXT_MENU);

        assertThat(padlocks(robot)).contains("Scale…    S");
        assertThat(texts(flat(menu(robot).getItems()))).noneMatch(text -> text.startsWith("Unlock"));
    }

    @Test
    void theKeysOfARowOfOverviewOpenTheDialogsOfItsService(FxRobot robot) throws Exception {
        select(robot, GLIMPSE);
        for (var one : List.of(java.util.Map.entry(KeyCode.S, "Scale "), java.util.Map.entry(KeyCode.D, "Deploy "),
                java.util.Map.entry(KeyCode.R, "Roll back "))) {
            robot.type(one.getKey());
            await(() -> title(robot).startsWith(one.getValue()));
            robot.type(KeyCode.ESCAPE);
            await(() -> robot.lookup("#operation-dialog").tryQuery().isEmpty());
            robot.interact(() -> showing().ifPresent(ContextMenu::hide));
        }

        assertThat(journal.size()).isZero();
    }

    @Test
    void aServicesRowHasTheSameMenu(FxRobot robot) throws Exception {
        robot.interact(() -> window.shell.show(Place.of(GLIMPSE)));
        robot.clickOn("#services-table").type(KeyCode.CONTEXT_MENU);

        assertThat(texts(menu(robot).getItems())).contains("Scale…    S", "Deploy…    D", "Roll back…    R");
        fire(robot, "row-deploy");
        await(() -> title(robot).startsWith("Deploy glimpse-"));
    }

    @Test
    void aTaskInTheDrawerIsStoppedFromItsMenu(FxRobot robot) throws Exception {
        robot.interact(() -> window.shell.show(Place.of(GLIMPSE)));
        Node entry = robot.lookup(".drawer-entry").queryAll().stream()
                .filter(one -> io.watchdeck.ui.Window.texts(one).stream().anyMatch(text -> text.contains("running")))
                .reduce((_, last) -> last).orElseThrow();
        robot.interact(entry::requestFocus);
        robot.type(KeyCode.CONTEXT_MENU);

        Menu tasks = (Menu) menu(robot).getItems().stream().filter(Menu.class::isInstance).findFirst().orElseThrow();
        assertThat(tasks.getText()).isEqualTo("Stop a task");
        robot.interact(() -> tasks.getItems().getFirst().fire());
        await(() -> title(robot).startsWith("Stop a task of glimpse-"));
    }

    @Test
    void aPairsMenuRedrivesPurgesAndResubmits(FxRobot robot) throws Exception {
        robot.interact(() -> window.shell.show(Screen.QUEUES));
        robot.type(KeyCode.CONTEXT_MENU);

        assertThat(texts(menu(robot).getItems())).contains("Redrive…    R", "Purge…",
                "Resubmit failed Batch jobs…");
        assertThat(padlocks(robot)).contains("Redrive…    R", "Purge…");
        fire(robot, "queues-row-purge");
        await(() -> title(robot).equals("Purge sesami-analysis-jobs-dlq"));
        robot.type(KeyCode.ESCAPE);
        await(() -> robot.lookup("#operation-dialog").tryQuery().isEmpty());
        robot.type(KeyCode.R);
        await(() -> title(robot).equals("Redrive sesami-analysis-jobs-dlq"));
    }

    @Test
    void theCardsOfQueuesAndBatchHaveTheirMenusToo(FxRobot robot) throws Exception {
        robot.interact(() -> window.shell.show(Place.of(SESAMI)));
        robot.interact(() -> robot.lookup("#card-queue").query().requestFocus());
        robot.type(KeyCode.CONTEXT_MENU);
        assertThat(texts(menu(robot).getItems())).contains("Redrive…    R", "Purge…");
        robot.interact(() -> menu(robot).hide());
        robot.interact(() -> robot.lookup("#card-batch-queue").query().requestFocus());
        robot.type(KeyCode.CONTEXT_MENU);

        fire(robot, "row-resubmit");
        await(() -> title(robot).startsWith("Resubmit failed jobs of sesami-job-queue"));
    }

    @Test
    void theFailedJobsAreSubmittedAgainFromTheCardOfTheirQueue(FxRobot robot) throws Exception {
        int before = jobs();
        robot.interact(() -> window.shell.show(Place.of(SESAMI)));
        robot.interact(() -> robot.lookup("#card-batch-queue").query().requestFocus());
        robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
        assertThat(padlocks(robot)).contains("Resubmit failed Batch jobs…");
        fire(robot, "row-resubmit");
        await(() -> robot.lookup("#operation-calls").tryQuery().isPresent());
        robot.clickOn("#operation-unlock");
        robot.clickOn("#dialog-primary");
        await(() -> robot.lookup("#operation-dialog").tryQuery().isEmpty());
        sent();

        int submitted = ((Operation.Resubmit) journal.only().operation()).jobs().size();
        assertThat(submitted).isPositive();
        await(() -> jobs() == before + submitted);
        assertThat(followed().verdict().map(Verdict::result)).contains(Verdict.Result.WORKED);
    }

    /// Jobs of the queue, however they fare.
    private int jobs() {
        return seen(SESAMI, stack -> stack.batchQueue("sesami-job-queue").orElseThrow().view().jobs().values().stream()
                .mapToInt(Integer::intValue).sum());
    }

    private void select(FxRobot robot, StackId stack) {
        TableView<?> table = robot.lookup("#overview-table").query();
        robot.interact(() -> {
            for (int index = 0; index < table.getItems().size(); index++) {
                if (((io.watchdeck.ui.kit.Row<?, ?>) table.getItems().get(index)).key().equals(stack)) {
                    table.getSelectionModel().select(index);
                }
            }
            table.requestFocus();
        });
    }

    private static Optional<ContextMenu> showing() {
        return Window.getWindows().stream().filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast)
                .filter(Window::isShowing).findFirst();
    }

    private static ContextMenu menu(FxRobot robot) {
        return showing().orElseThrow(() -> new AssertionError("no menu is open"));
    }

    private static Stream<MenuItem> flat(List<MenuItem> items) {
        return items.stream().filter(item -> !(item instanceof SeparatorMenuItem))
                .flatMap(item -> item instanceof Menu menu && menu.getId() != null
                        && menu.getId().contains("-service-") ? flat(menu.getItems()) : Stream.of(item));
    }

    private static List<String> texts(List<MenuItem> items) {
        return texts(items.stream());
    }

    private static List<String> texts(Stream<MenuItem> items) {
        return items.map(MenuItem::getText).filter(text -> text != null).toList();
    }

    private static List<String> padlocks(FxRobot robot) {
        return texts(flat(menu(robot).getItems()).filter(item -> item.getGraphic() instanceof FontIcon icon
                && icon.glyph() == Glyph.LOCK_OUTLINE));
    }

    /// What a click on the entry does.
    private static void fire(FxRobot robot, String id) {
        ContextMenu menu = menu(robot);
        MenuItem item = flat(menu.getItems()).filter(one -> id.equals(one.getId())).findFirst().orElseThrow();
        robot.interact(() -> {
            menu.hide();
            item.fire();
        });
    }

    private static String title(FxRobot robot) {
        return robot.lookup("#dialog-title").tryQueryAs(Label.class).map(Label::getText).orElse("");
    }
}
