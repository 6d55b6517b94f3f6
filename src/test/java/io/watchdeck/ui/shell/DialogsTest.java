package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.stack.Environment;
import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
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
class DialogsTest {

    private final FakeWatch watch = new FakeWatch(Snapshots.moment());
    private final AtomicReference<PageContext> context = new AtomicReference<>();
    private final List<String> told = new ArrayList<>();
    private Optional<Shell> window = Optional.empty();
    private Optional<DialogFrame> shown = Optional.empty();

    @Start
    void start(Stage stage) {
        PageFactory page = made -> {
            context.set(made);
            var below = new TextField();
            below.setId("below");
            return new OnePage(new VBox(below));
        };
        var shell = new Shell(watch, Snapshots.CLOCK, new FxExecutor(), new FakeDesktop(),
                new Words(Locale.ENGLISH, Snapshots.ZONE), new Look(Theme.DARK, 1100, 700),
                Map.of(Screen.OVERVIEW, page, Screen.STACKS, page));
        stage.setScene(shell.scene());
        stage.sizeToScene();
        Window.toTheCorner(stage);
        stage.show();
        shell.show(Screen.STACKS);
        window = Optional.of(shell);
    }

    @BeforeEach
    void ask(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            shell().scene().getRoot().layout();
            below().requestFocus();
            shown = Optional.of(show("first"));
            shell().scene().getRoot().layout();
        });
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(shell()::close);
    }

    @Test
    void escapeAndEveryButtonTellItsOwnerAndGiveTheFocusBack(FxRobot robot) {
        for (Runnable way : List.<Runnable>of(() -> robot.type(KeyCode.ESCAPE), () -> fire(robot, "#dialog-cancel"),
                () -> fire(robot, "#dialog-close"), () -> robot.interact(() -> dialogs().close(frame())))) {
            assertThat(name().isFocused()).isTrue();
            told.clear();

            way.run();

            assertThat(told).containsExactly("first closed");
            assertThat(dialogs().isOpen()).isFalse();
            assertThat(below().isFocused()).isTrue();
            ask(robot);
        }
    }

    @Test
    void noKeyLeadsAwayFromWhatIsTyped(FxRobot robot) {
        robot.write("tik");

        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT1).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        robot.write("eti/?");

        assertThat(shell().navigator().place().screen()).isEqualTo(Screen.STACKS);
        assertThat(dialogs().isOpen()).isTrue();
        assertThat(name().getText()).isEqualTo("tiketi/?");
        assertThat(told).isEmpty();
    }

    @Test
    void whatChangesNothingOfTheQuestionStillWorks(FxRobot robot) {
        robot.type(KeyCode.F5);
        robot.press(KeyCode.CONTROL).press(KeyCode.SHIFT).type(KeyCode.T).release(KeyCode.SHIFT)
                .release(KeyCode.CONTROL);

        assertThat(watch.refreshes()).isEqualTo(1);
        assertThat(shell().themeProperty().get()).isEqualTo(Theme.LIGHT);
        assertThat(name().isFocused()).isTrue();
    }

    @Test
    void tabGoesRoundWithinItAndOutOfTheNote(FxRobot robot) {
        var order = new ArrayList<Optional<String>>();
        for (int step = 0; step < 5; step++) {
            robot.type(KeyCode.TAB);
            order.add(focused());
        }
        assertThat(order).extracting(one -> one.orElse("")).containsExactly("note", "dialog-cancel",
                "dialog-primary", "name", "note");

        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).type(KeyCode.TAB).release(KeyCode.SHIFT);
        assertThat(focused()).contains("dialog-primary");
    }

    @Test
    void noScreenBelowTakesTheFocusAway(FxRobot robot) {
        robot.interact(() -> note().requestFocus());

        robot.interact(() -> below().requestFocus());

        assertThat(note().isFocused()).isTrue();
    }

    @Test
    void enterPressesTheDefaultButtonAndInTheNoteOnlyWithControl(FxRobot robot) {
        robot.type(KeyCode.ENTER);
        assertThat(told).containsExactly("first done");

        robot.interact(() -> note().requestFocus());
        robot.type(KeyCode.ENTER);
        assertThat(told).hasSize(1);
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        assertThat(told).containsExactly("first done", "first done");

        robot.interact(() -> robot.lookup("#dialog-cancel").query().requestFocus());
        robot.type(KeyCode.ENTER);
        assertThat(told).last().isEqualTo("first closed");
    }

    @Test
    void aLockedButtonIsNeverPressedAndSaysWhy(FxRobot robot) {
        robot.interact(() -> frame().lock(Optional.of("Production is locked.")));

        robot.type(KeyCode.ENTER);
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);

        assertThat(told).isEmpty();
        assertThat(robot.lookup("#dialog-primary").queryButton().isDisabled()).isTrue();
        assertThat(robot.lookup("#dialog-why").queryAs(Label.class).getText()).isEqualTo("Production is locked.");

        robot.interact(() -> frame().lock(Optional.empty()));
        robot.type(KeyCode.ENTER);
        assertThat(told).containsExactly("first done");
    }

    @Test
    void whereItDefaultsToCancelEnterInAFieldKeepsItOpenAndSaysWhatIsMissing(FxRobot robot) {
        robot.interact(() -> {
            frame().defaultsToCancel();
            frame().lock(Optional.of("Type the name to confirm."));
        });

        robot.type(KeyCode.ENTER);

        assertThat(told).isEmpty();
        assertThat(name().isFocused()).isTrue();
        assertThat(why(robot).getText()).isEqualTo("Type the name to confirm.");
        assertThat(isLoud(robot)).isTrue();

        robot.interact(() -> frame().lock(Optional.empty()));
        assertThat(isLoud(robot)).isFalse();
        robot.type(KeyCode.ENTER);
        assertThat(told).isEmpty();
        assertThat(why(robot).getText()).contains("Ctrl+Enter");

        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        assertThat(told).containsExactly("first done");
    }

    @Test
    void whereItDefaultsToCancelTheFocusBeginsThereAndEnterCancels(FxRobot robot) {
        robot.interact(() -> {
            dialogs().close(frame());
            told.clear();
            var frame = new DialogFrame("careful", DialogFrame.Width.NORMAL, shell().wordsProperty().get());
            frame.body(new Label("Nothing to set"));
            frame.defaultsToCancel();
            frame.destructive();
            frame.onPrimary(() -> told.add("done"));
            dialogs().show(frame, () -> told.add("closed"));
        });
        assertThat(focused()).contains("dialog-cancel");

        robot.type(KeyCode.ENTER);

        assertThat(told).containsExactly("closed");
    }

    @Test
    void whatConfirmsItIsSeenHoweverLongItIs(FxRobot robot) {
        var typed = new AtomicReference<TextField>();
        robot.interact(() -> {
            var rows = new VBox();
            for (int row = 0; row < 60; row++) {
                rows.getChildren().add(new Label("Consequence " + row));
            }
            frame().body(rows);
            typed.set(new TextField());
            frame().confirmation(typed.get());
            shell().scene().getRoot().layout();
        });

        ScrollPane body = robot.lookup(".dialog-scroll").query();
        assertThat(place(typed.get()).getMinY()).isGreaterThanOrEqualTo(place(body).getMaxY());
        assertThat(place(typed.get()).getMaxY())
                .isLessThanOrEqualTo(place(robot.lookup("#dialog-primary").query()).getMinY());
        assertThat(place(frame()).getMaxY()).isLessThanOrEqualTo(677);
    }

    @Test
    void isNeverCutHoweverLongItIs(FxRobot robot) {
        robot.interact(() -> {
            var rows = new VBox();
            for (int row = 0; row < 60; row++) {
                rows.getChildren().add(new Label("Consequence " + row));
            }
            frame().body(rows, name(), note());
            shell().scene().getRoot().layout();
        });

        assertThat(place(frame()).getWidth()).isEqualTo(920);
        assertThat(place(frame()).getMinY()).isGreaterThanOrEqualTo(23);
        assertThat(place(frame()).getMaxY()).isLessThanOrEqualTo(677);
        assertThat(place(robot.lookup("#dialog-primary").query()).getMaxY()).isLessThanOrEqualTo(677);
        ScrollPane body = robot.lookup(".dialog-scroll").query();
        assertThat(body.getViewportBounds().getHeight()).isLessThan(body.getContent().getLayoutBounds().getHeight());
        assertThat(body.isFocusTraversable()).isTrue();

        robot.interact(() -> frame().body(new Label("One line")));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> shell().scene().getRoot().layout());
        assertThat(place(frame()).getHeight()).isLessThan(220);
        assertThat(body.isFocusTraversable()).isFalse();
    }

    @Test
    void beginsWithItsBodyWhereItsFieldIsOutOfSight(FxRobot robot) {
        robot.interact(() -> {
            dialogs().close(frame());
            shown = Optional.of(show("long", new Region()));
        });
        assertThat(name().isFocused()).isTrue();

        robot.interact(() -> {
            dialogs().close(frame());
            var rows = new Region();
            rows.setMinHeight(900);
            shown = Optional.of(show("longer", rows));
        });
        ScrollPane body = robot.lookup(".dialog-scroll").query();
        assertThat(body.isFocused()).isTrue();
        assertThat(body.getVvalue()).isZero();

        robot.type(KeyCode.TAB);
        assertThat(name().isFocused()).isTrue();
        robot.interact(() -> shell().scene().getRoot().layout());
        assertThat(place(name()).getMaxY()).isLessThanOrEqualTo(place(body).getMaxY());
    }

    @Test
    void whyItIsLockedAtLengthStandsAboveTheButtonsNotBetweenThem(FxRobot robot) {
        robot.interact(() -> {
            frame().beside(new Button("Copy as CLI"), new Button("Unlock for 15 min"));
            frame().primary().setText("Change the weights and force a deployment");
            frame().lock(Optional.of("tiketi-backend-service is locked. ".repeat(5)));
            shell().scene().getRoot().layout();
        });

        Bounds why = place(why(robot));
        assertThat(why.getMaxY()).isLessThanOrEqualTo(place(robot.lookup("#dialog-primary").query()).getMinY());
        assertThat(why.getWidth()).isGreaterThan(800);
        assertThat(why.getHeight()).isLessThan(40);
    }

    @Test
    void theButtonsStayWhereTheyAreWhenNothingIsMissingAnyMore(FxRobot robot) {
        robot.interact(() -> {
            frame().lock(Optional.of("Type the name to confirm."));
            shell().scene().getRoot().layout();
        });
        Bounds locked = place(robot.lookup("#dialog-primary").query());
        robot.interact(() -> {
            frame().lock(Optional.empty());
            shell().scene().getRoot().layout();
        });

        assertThat(why(robot).isVisible()).isFalse();
        Bounds open = place(robot.lookup("#dialog-primary").query());
        assertThat(open.getMinY()).isEqualTo(locked.getMinY());
        assertThat(open.getMaxX()).isEqualTo(locked.getMaxX());
    }

    @Test
    void saysThatThereIsMoreBelowUntilItIsSeen(FxRobot robot) {
        Node more = robot.lookup("#dialog-more").query();
        assertThat(more.isVisible()).isFalse();
        robot.interact(() -> {
            var rows = new Region();
            rows.setMinHeight(900);
            frame().body(rows, name(), note());
            shell().scene().getRoot().layout();
            shell().scene().getRoot().layout();
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(more.isVisible()).isTrue();
        assertThat(place(more).getMaxY()).isLessThanOrEqualTo(
                place(robot.lookup("#dialog-primary").query()).getMinY());

        ScrollPane body = robot.lookup(".dialog-scroll").query();
        robot.clickOn("#dialog-more");
        assertThat(body.getVvalue()).isPositive();
        robot.interact(() -> body.setVvalue(1));
        assertThat(more.isVisible()).isFalse();
    }

    @Test
    void theSignThatThereIsMoreLiesOverNothingThatIsSaid(FxRobot robot) {
        robot.interact(() -> {
            var rows = new Region();
            rows.setMinHeight(900);
            frame().body(rows);
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> shell().scene().getRoot().layout());

        assertThat(place(robot.lookup("#dialog-more").query()).getMinY())
                .isGreaterThanOrEqualTo(place(robot.lookup(".dialog-scroll").query()).getMaxY());
    }

    /// Snapshots come several times a second, while what was done is read anew.
    @Test
    void anEscThatComesJustAfterItHasClosedByItselfIsForIt(FxRobot robot) {
        robot.interact(() -> {
            dialogs().tick(Snapshots.NOW);
            dialogs().finish(frame(), () -> told.add("too late"));
            for (int snapshot = 1; snapshot <= 10; snapshot++) {
                dialogs().tick(Snapshots.NOW.plusMillis(100 * snapshot));
            }
        });
        robot.type(KeyCode.ESCAPE);
        assertThat(told).containsExactly("first closed", "too late");
        assertThat(shell().navigator().place().screen()).isEqualTo(Screen.STACKS);

        robot.interact(() -> {
            shown = Optional.of(show("second"));
            dialogs().finish(frame(), () -> told.add("too late again"));
            dialogs().tick(Snapshots.NOW.plusSeconds(5));
        });
        robot.type(KeyCode.ESCAPE);
        assertThat(told).doesNotContain("too late again");
    }

    @Test
    void isNarrowerWhereTheWindowIs(FxRobot robot) {
        robot.interact(() -> shell().scene().getWindow().setWidth(900));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> shell().scene().getRoot().layout());
        Bounds narrow = place(frame());
        robot.interact(() -> ((Stage) shell().scene().getWindow()).sizeToScene()); // as the next test expects it

        assertThat(narrow.getMinX()).isEqualTo(24);
        assertThat(narrow.getMaxX()).isEqualTo(900 - 24);
    }

    @Test
    void theListOfKeysGoesWhenSomebodyGoesElsewhere(FxRobot robot) {
        robot.type(KeyCode.ESCAPE);
        robot.interact(() -> shell().scene().getRoot().requestFocus());
        robot.write("?");
        assertThat(shell().covered()).isTrue();

        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT1).release(KeyCode.CONTROL);

        assertThat(shell().navigator().place().screen()).isEqualTo(Screen.OVERVIEW);
        assertThat(shell().covered()).isFalse();
    }

    @Test
    void anotherLanguageWaitsUntilItIsAnswered(FxRobot robot) {
        robot.interact(() -> shell().use(Locale.KOREAN));
        assertThat(shell().wordsProperty().get().locale()).isEqualTo(Locale.ENGLISH);
        assertThat(dialogs().isOpen()).isTrue();

        robot.type(KeyCode.ESCAPE);
        assertThat(shell().wordsProperty().get().locale()).isEqualTo(Locale.KOREAN);
    }

    @Test
    void goesWithItsWindowAndTellsItsOwner(FxRobot robot) {
        robot.interact(() -> shell().use(Locale.KOREAN));

        robot.interact(shell()::close);

        assertThat(told).containsExactly("first closed");
        assertThat(dialogs().isOpen()).isFalse();
        assertThat(shell().wordsProperty().get().locale()).as("nothing is made anew").isEqualTo(Locale.ENGLISH);
    }

    @Test
    void oneThatIsShownInPlaceOfAnotherClosesIt(FxRobot robot) {
        robot.interact(() -> show("second"));
        assertThat(told).containsExactly("first closed");

        robot.type(KeyCode.ESCAPE);
        assertThat(told).containsExactly("first closed", "second closed");
        assertThat(below().isFocused()).isTrue();
    }

    private DialogFrame show(String called, Node... above) {
        var frame = new DialogFrame(called, DialogFrame.Width.WIDEST, shell().wordsProperty().get());
        frame.title("Scale tiketi-backend-service");
        frame.subtitle("Tiketi, tiketi-cluster-prod, ap-northeast-2");
        frame.environment(Environment.PRODUCTION);
        var name = new TextField();
        name.setId("name");
        var note = new TextArea();
        note.setId("note");
        frame.body(Stream.concat(Stream.of(above), Stream.of(name, note)).toArray(Node[]::new));
        frame.startWith(name);
        frame.primary().setText("Scale to 9 tasks");
        frame.onPrimary(() -> told.add(called + " done"));
        dialogs().show(frame, () -> told.add(called + " closed"));
        return frame;
    }

    private Shell shell() {
        return window.orElseThrow();
    }

    private Node below() {
        return shell().scene().lookup("#below");
    }

    private TextField name() {
        return (TextField) shell().scene().lookup("#name");
    }

    private TextArea note() {
        return (TextArea) shell().scene().lookup("#note");
    }

    private static Label why(FxRobot robot) {
        return robot.lookup("#dialog-why").queryAs(Label.class);
    }

    private static boolean isLoud(FxRobot robot) {
        return why(robot).getPseudoClassStates().stream().anyMatch(one -> one.getPseudoClassName().equals("asked"));
    }

    private DialogFrame frame() {
        return shown.orElseThrow();
    }

    private Dialogs dialogs() {
        return context.get().dialogs();
    }

    private Optional<String> focused() {
        return Optional.ofNullable(shell().scene().getFocusOwner()).map(Node::getId);
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
    }

    private record OnePage(Parent node) implements Page {
        @Override
        public void shown(Place place) {}

        @Override
        public void hidden() {}
    }
}
