package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Window;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The segmented choices of [Segment].
@ExtendWith(ApplicationExtension.class)
class SegmentTest {

    private final List<String> chosen = new ArrayList<>();
    private final ToggleGroup group = new ToggleGroup();
    private final List<ToggleButton> buttons = new ArrayList<>();

    @Start
    void start(Stage stage) {
        for (String one : List.of("1h", "4h", "8h")) {
            buttons.add(Segment.of(one, group, () -> chosen.add(one)));
        }
        buttons.getFirst().setSelected(true);
        var row = new HBox();
        row.getChildren().addAll(buttons);
        row.setFocusTraversable(true);
        stage.setScene(new Scene(row, 300, 60));
        Window.toTheCorner(stage);
        stage.show();
    }

    @Test
    void anArrowSelectsTheNeighbourAndActsAsAPressDoes(FxRobot robot) {
        robot.interact(() -> buttons.getFirst().requestFocus());

        robot.type(KeyCode.RIGHT);
        assertThat(group.getSelectedToggle()).isSameAs(buttons.get(1));
        assertThat(buttons.get(1).isFocused()).isTrue();
        assertThat(chosen).containsExactly("4h");
        assertThat(hasRing(buttons.get(1))).isTrue();

        robot.type(KeyCode.RIGHT).type(KeyCode.LEFT);
        assertThat(group.getSelectedToggle()).isSameAs(buttons.get(1));
        assertThat(chosen).containsExactly("4h", "8h", "4h");
        assertThat(hasRing(buttons.get(1))).isTrue();
    }

    @Test
    void anArrowPassesWhatCannotBeChosen(FxRobot robot) {
        robot.interact(() -> {
            buttons.get(1).setDisable(true);
            buttons.getFirst().requestFocus();
        });

        robot.type(KeyCode.RIGHT);

        assertThat(group.getSelectedToggle()).isSameAs(buttons.getLast());
        assertThat(hasRing(buttons.getLast())).isTrue();
    }

    @Test
    void theRingGoesWithTheFocus(FxRobot robot) {
        robot.interact(() -> buttons.getFirst().requestFocus());
        assertThat(hasRing(buttons.getFirst())).as("nobody went there by a key").isFalse();

        robot.type(KeyCode.RIGHT);
        robot.interact(() -> buttons.getLast().requestFocus());

        assertThat(buttons).noneMatch(SegmentTest::hasRing);
    }

    private static boolean hasRing(ToggleButton button) {
        return button.getPseudoClassStates().contains(PseudoClass.getPseudoClass("focus-visible"));
    }

    @Test
    void atTheEndsAnArrowDoesNothing(FxRobot robot) {
        robot.interact(() -> buttons.getFirst().requestFocus());

        robot.type(KeyCode.LEFT);

        assertThat(group.getSelectedToggle()).isSameAs(buttons.getFirst());
        assertThat(buttons.getFirst().isFocused()).isTrue();
        assertThat(chosen).isEmpty();
    }

    @Test
    void theFocusGoesToWhatAKeyOfTheScreenHasChosen(FxRobot robot) {
        robot.interact(() -> buttons.getFirst().requestFocus());
        robot.type(KeyCode.RIGHT);

        robot.interact(() -> buttons.getFirst().setSelected(true));

        assertThat(buttons.getFirst().isFocused()).isTrue();
        assertThat(hasRing(buttons.getFirst())).isTrue();
        assertThat(hasRing(buttons.get(1))).isFalse();
        assertThat(chosen).as("nobody pressed it").containsExactly("4h");
    }

    @Test
    void theFocusStaysElsewhereWhereAnotherIsChosen(FxRobot robot) {
        robot.interact(() -> {
            buttons.getFirst().getParent().requestFocus();
            buttons.getLast().setSelected(true);
        });

        assertThat(buttons.getFirst().getParent().isFocused()).isTrue();
    }

    @Test
    void whatIsChosenStaysSoWhenItIsPressedAgain(FxRobot robot) {
        robot.interact(() -> buttons.getFirst().fire());

        assertThat(group.getSelectedToggle()).isSameAs(buttons.getFirst());
        assertThat(chosen).containsExactly("1h");
    }
}
