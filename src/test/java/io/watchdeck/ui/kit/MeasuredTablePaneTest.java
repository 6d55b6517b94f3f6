package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Window;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MeasuredTablePaneTest {

    private record Fact(String key, int value) {}

    private final Rows<String, Fact> rows = new Rows<>(Fact::key);
    private final AtomicInteger measured = new AtomicInteger();
    private TableView<Row<String, Fact>> table;
    private MeasuredTablePane<Fact> pane;

    @Start
    void start(Stage stage) {
        rows.show(List.of(new Fact("a", 1), new Fact("b", 1), new Fact("c", 1)));
        table = new TableView<>(rows.shown());
        table.setFixedCellSize(20);
        pane = new MeasuredTablePane<>(table, 2, measured::incrementAndGet);
        stage.setScene(new Scene(new VBox(pane), 400, 300));
        Window.toTheCorner(stage);
        stage.show();
    }

    private int measuredBy(FxRobot robot, Runnable change) {
        robot.interact(() -> pane.getScene().getRoot().layout());
        int before = measured.get();
        robot.interact(() -> {
            change.run();
            assertThat(measured).as("before the layout").hasValue(before);
            pane.getScene().getRoot().layout();
        });
        return measured.get() - before;
    }

    @Test
    void measuresOnceHoweverManyRowsSaySomethingElse(FxRobot robot) {
        assertThat(measuredBy(robot, () -> rows.show(List.of(new Fact("a", 2), new Fact("b", 2), new Fact("c", 2)))))
                .isOne();
        assertThat(measuredBy(robot, pane::requestLayout)).as("nothing has changed").isZero();
    }

    @Test
    void measuresWhenThereIsAnotherWidth(FxRobot robot) {
        assertThat(measuredBy(robot, () -> pane.setMaxWidth(300))).isOne();
    }

    @Test
    void whatIsGoneIsNotListenedToAndWhatIsNewIs(FxRobot robot) {
        Row<String, Fact> gone = rows.find("c").orElseThrow();
        measuredBy(robot, () -> rows.show(List.of(new Fact("a", 1), new Fact("b", 1), new Fact("d", 1))));

        assertThat(measuredBy(robot, () -> gone.say(new Fact("c", 2)))).isZero();
        assertThat(measuredBy(robot, () -> rows.find("d").orElseThrow().say(new Fact("d", 2)))).isOne();
    }

    @Test
    void wantsToBeAsHighAsItsRowsAndNeverLowerThanTheFewest(FxRobot robot) {
        assertThat(table.getPrefHeight()).isEqualTo(30 + 3 * 20 + 2);

        robot.interact(() -> rows.show(List.of(new Fact("a", 1))));

        assertThat(table.getPrefHeight()).isEqualTo(30 + 2 * 20 + 2);
    }
}
