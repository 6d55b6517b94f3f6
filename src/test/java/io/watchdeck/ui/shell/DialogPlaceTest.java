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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
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

/// Where a dialog is drawn, on every pulse, whatever happens in it and beside it.
@ExtendWith(ApplicationExtension.class)
class DialogPlaceTest {

    private final AtomicReference<PageContext> context = new AtomicReference<>();
    private final List<Bounds> places = new CopyOnWriteArrayList<>();
    private final Runnable seen = this::see;
    private Optional<Shell> window = Optional.empty();
    private Optional<DialogFrame> shown = Optional.empty();

    @Start
    void start(Stage stage) {
        PageFactory page = made -> {
            context.set(made);
            return new OnePage(new VBox(new TextField()));
        };
        var shell = new Shell(new FakeWatch(Snapshots.moment()), Snapshots.CLOCK, new FxExecutor(), new FakeDesktop(),
                new Words(Locale.ENGLISH, Snapshots.ZONE), new Look(Theme.DARK, 900, 700),
                Map.of(Screen.STACKS, page));
        stage.setScene(shell.scene());
        stage.sizeToScene(); // the tests share one stage, and some change its size
        Window.toTheCorner(stage);
        stage.show();
        shell.show(Screen.STACKS);
        window = Optional.of(shell);
    }

    @BeforeEach
    void ask(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            var frame = new DialogFrame("asked", DialogFrame.Width.WIDE, shell().wordsProperty().get());
            frame.title("Deploy tiketi-backend-service anew");
            frame.environment(Environment.PRODUCTION);
            var rows = new VBox();
            rows.setId("rows");
            var name = new TextField();
            name.setId("name");
            frame.body(rows, name);
            frame.startWith(name);
            frame.primary().setText("Deploy");
            context.get().dialogs().show(frame, () -> {});
            shown = Optional.of(frame);
            shell().scene().getRoot().layout();
            shell().scene().addPostLayoutPulseListener(seen);
        });
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            shell().scene().removePostLayoutPulseListener(seen);
            shell().close();
        });
    }

    @Test
    void keepsItsTopAndSidesWhileItGrowsAndShrinks(FxRobot robot) {
        for (int count : List.of(3, 40, 5, 60, 0)) {
            robot.interact(() -> fill(count));
            WaitForAsyncUtils.waitForFxEvents();
        }

        assertThat(places).hasSizeGreaterThan(4).allSatisfy(this::isWhereItBegan);
    }

    @Test
    void staysThereWhenTheFocusGoesToWhatIsOutOfSight(FxRobot robot) {
        robot.interact(() -> fill(60));
        WaitForAsyncUtils.waitForFxEvents();
        for (int step = 0; step < 8; step++) {
            robot.type(KeyCode.TAB);
            robot.interact(() -> fill(rows().getChildren().size() == 60 ? 30 : 60));
            WaitForAsyncUtils.waitForFxEvents();
        }

        assertThat(places).hasSizeGreaterThan(8).allSatisfy(this::isWhereItBegan);
    }

    @Test
    void aClickBesideItChangesNothing(FxRobot robot) {
        robot.interact(() -> {
            name().setText("tiketi-backend");
            name().positionCaret(6);
        });

        robot.clickOn("#rail");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(context.get().dialogs().isOpen()).isTrue();
        assertThat(name().isFocused()).isTrue();
        assertThat(name().getSelectedText()).isEmpty();
        assertThat(name().getCaretPosition()).isEqualTo(6);
        assertThat(places).allSatisfy(this::isWhereItBegan);
    }

    @Test
    void whatAScreenBelowDoesLeavesTheCaretWhereItIs(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            name().setText("tiketi-backend");
            name().selectRange(3, 6);
        });

        robot.interact(() -> shell().scene().lookup("#rail-stacks").requestFocus());
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> name().getAnchor() == 3);

        assertThat(name().isFocused()).isTrue();
        assertThat(name().getAnchor()).isEqualTo(3);
        assertThat(name().getCaretPosition()).isEqualTo(6);
    }

    private void fill(int count) {
        var made = new ArrayList<Label>();
        for (int row = 0; row < count; row++) {
            made.add(new Label("Consequence " + row));
        }
        rows().getChildren().setAll(made);
    }

    private void see() {
        shown.ifPresent(frame -> {
            Bounds in = frame.localToScene(frame.getLayoutBounds());
            places.add(new BoundingBox(in.getMinX(), in.getMinY(), in.getWidth(), in.getHeight()));
        });
    }

    private void isWhereItBegan(Bounds place) {
        assertThat(place.getCenterX()).isBetween(449.0, 451.0);
        assertThat(place.getMinY()).isEqualTo(places.getFirst().getMinY());
        assertThat(place.getWidth()).isEqualTo(820);
        assertThat(place.getMinY()).isGreaterThanOrEqualTo(23);
        assertThat(place.getMaxY()).isLessThanOrEqualTo(677);
    }

    private VBox rows() {
        return (VBox) shell().scene().lookup("#rows");
    }

    private TextField name() {
        return (TextField) shell().scene().lookup("#name");
    }

    private Shell shell() {
        return window.orElseThrow();
    }

    private record OnePage(Parent node) implements Page {
        @Override
        public void shown(Place place) {}

        @Override
        public void hidden() {}
    }
}
