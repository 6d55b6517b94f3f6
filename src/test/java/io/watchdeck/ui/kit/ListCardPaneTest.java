package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Window;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ListCardPaneTest {

    private final Rows<String, String> rows = new Rows<>(Function.identity());
    private Stage stage;
    private ListCardPane<String, String> card;

    @Start
    void start(Stage shown) {
        stage = shown;
        rows.show(Stream.concat(Stream.of("# first"), Stream.concat(IntStream.range(0, 60)
                .mapToObj(row -> "row " + row), Stream.of("# last"))).toList());
        card = card();
        put(card);
    }

    private ListCardPane<String, String> card() {
        var made = new ListCardPane<String, String>("letters", "Letters");
        made.rows(line -> !line.startsWith("#"));
        made.list().setItems(rows.shown());
        return made;
    }

    private void put(ListCardPane<String, String> shown) {
        stage.setScene(new Scene(shown, 400, 500));
        Window.toTheCorner(stage);
        stage.show();
        shown.applyCss();
        shown.layout();
    }

    @Test
    void homeAndEndGoToTheFirstAndTheLastRowRatherThanToAHead(FxRobot robot) {
        robot.interact(card::focusList);

        robot.type(KeyCode.END);
        assertThat(selected()).isEqualTo("row 59");
        robot.interact(card::layout);
        assertThat(top(card)).as("the last row is in sight").isGreaterThan(45);

        robot.type(KeyCode.HOME);
        assertThat(selected()).isEqualTo("row 0");
        robot.interact(card::layout);
        assertThat(top(card)).as("with its head above it").isZero();
    }

    @Test
    void whoComesIntoTheListIsOnTheFirstRowOrWhereHeWas(FxRobot robot) {
        robot.interact(card::enter);
        assertThat(card.list().isFocused()).isTrue();
        assertThat(selected()).isEqualTo("row 0");

        robot.interact(() -> {
            card.list().getSelectionModel().clearAndSelect(7);
            card.enter();
        });
        assertThat(selected()).isEqualTo("row 6");
    }

    @Test
    void aListThatGoesOnIsScrolledAsTheOneBefore(FxRobot robot) {
        robot.interact(() -> {
            card.list().scrollTo(23);
            card.layout();
        });
        assertThat(top(card)).isEqualTo(23);
        ListCardPane<String, String> next = card();

        robot.interact(() -> {
            next.goOn(card);
            put(next);
        });
        robot.interact(next::layout);

        assertThat(top(next)).isEqualTo(23);
    }

    private String selected() {
        return card.list().getSelectionModel().getSelectedItem().key();
    }

    /// The index of the line that is seen first.
    private static int top(ListCardPane<?, ?> card) {
        ListView<?> list = card.list();
        return ((VirtualFlow<?>) list.lookup(".virtual-flow")).getFirstVisibleCell().getIndex();
    }
}
