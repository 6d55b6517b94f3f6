package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Snapshots;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FilterFieldTest {

    private final List<String> typed = new ArrayList<>();
    private final TableView<String> table = new TableView<>();
    private FilterField field;

    @Start
    void start(Stage stage) {
        field = FilterField.ofScreen(new Words(Locale.ENGLISH, Snapshots.ZONE), "rows-filter", "Filter rows",
                "Words of a row", typed::add);
        stage.setScene(new Scene(new VBox(field, table), 400, 300));
        stage.show();
    }

    @Test
    void saysWhatItFiltersWhatCanBeTypedAndWhichKeyLeadsToIt() {
        assertThat(field.getId()).isEqualTo("rows-filter");
        assertThat(field.getPromptText()).isEqualTo("Filter rows");
        assertThat(field.getAccessibleText()).isEqualTo("Filter rows");
        assertThat(field.getTooltip().getText()).isEqualTo("Words of a row");
        assertThat(((Label) field.getRight()).getText()).isEqualTo("/");
    }

    @Test
    void tellsWhatStandsInItAtOnceAndWithEveryLetter(FxRobot robot) {
        robot.clickOn(field).write("ap");

        assertThat(typed).containsExactly("", "a", "ap");
    }

    @Test
    void takesTheKeyboardSoThatTypingReplacesWhatWasThere(FxRobot robot) {
        robot.interact(() -> field.setText("api"));
        robot.interact(field::focusAll);

        assertThat(field.isFocused()).isTrue();
        assertThat(field.getSelectedText()).isEqualTo("api");

        robot.write("db");

        assertThat(field.getText()).isEqualTo("db");
    }

    @Test
    void isLeftAndClearedOnlyWhereItHasTheKeyboard(FxRobot robot) {
        robot.interact(() -> {
            field.setText("api");
            table.requestFocus();
            assertThat(field.leave(() -> typed.add("left"))).isFalse();
            assertThat(field.getText()).isEqualTo("api");
            field.focusAll();
            assertThat(field.leave(table::requestFocus)).isTrue();
        });

        assertThat(field.getText()).isEmpty();
        assertThat(table.isFocused()).isTrue();
        assertThat(typed).containsExactly("", "api", "");
    }

    @Test
    void enterAndTheArrowDownLeadIntoWhatIsFiltered(FxRobot robot) {
        var entered = new ArrayList<String>();
        robot.interact(() -> field.leadsTo(() -> entered.add(field.getText())));

        robot.clickOn(field).write("ap").type(KeyCode.ENTER).type(KeyCode.UP).type(KeyCode.DOWN);
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);

        assertThat(entered).containsExactly("ap", "ap");
        assertThat(field.getText()).isEqualTo("ap");
    }

    @Test
    void saysWhetherThereWasAnythingToClear(FxRobot robot) {
        robot.interact(() -> {
            assertThat(field.clearTyped()).isFalse();
            field.setText("api");
            assertThat(field.clearTyped()).isTrue();
            assertThat(field.getText()).isEmpty();
        });
    }
}
