package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Snapshots;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FilterFieldTest {

    private static final Map<String, String> ROW = Map.of("name", "api 1", "state", "fine");

    private final Words words = new Words(Locale.ENGLISH, Snapshots.ZONE);
    /// Whether each filter wants the row.
    private final List<Boolean> typed = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private TableView<String> table;
    private FilterField field;

    @Start
    void start(Stage stage) {
        table = new TableView<>();
        field = FilterField.ofScreen(words, "rows-filter", "Filter rows", "Words of a row",
                FilterColumns.of(words, List.of("state", "env")), filter -> typed.add(filter.matches(ROW)));
        stage.setScene(new Scene(new VBox(field, table), 400, 300));
        stage.show();
    }

    @Test
    void saysWhatItFiltersWhatCanBeTypedAndWhichKeyLeadsToIt() {
        assertThat(field.getId()).isEqualTo("rows-filter");
        assertThat(field.getPromptText()).isEqualTo("Filter rows");
        assertThat(field.getAccessibleText()).isEqualTo("Filter rows");
        assertThat(field.getTooltip().getText()).startsWith("Words of a row\n").contains("~^api-[0-9]")
                .endsWith("state, env (environment)");
        assertThat(((Label) field.getRight()).getText()).isEqualTo("/");
    }

    @Test
    void tellsWhatStandsInItAtOnceAndWithEveryLetter(FxRobot robot) {
        robot.clickOn(field).write("ax");

        assertThat(typed).containsExactly(true, true, false);
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
            assertThat(field.leave(() -> left.add("left"))).isFalse();
            assertThat(field.getText()).isEqualTo("api");
            field.focusAll();
            assertThat(field.leave(table::requestFocus)).isTrue();
        });

        assertThat(field.getText()).isEmpty();
        assertThat(table.isFocused()).isTrue();
        assertThat(left).isEmpty();
        assertThat(typed).hasSize(3);
    }

    @Test
    void whatDoesNotDoWhatWasMeantIsToldInTheFieldBelowItAndToAScreenReader(FxRobot robot) {
        robot.clickOn(field).write("~(api");

        String said = "“(api” is not a complete regular expression: it is left out.";
        assertThat(field.wrong()).isEqualTo(said);
        assertThat(field.getAccessibleText()).isEqualTo("Filter rows. " + said);
        assertThat(field.getTooltip().getText()).startsWith(said + "\n\nWords of a row");
        assertThat(field.getRight().getStyleClass()).contains("filter-sign");
        assertThat(field.getPseudoClassStates()).extracting(Object::toString).contains("wrong");
        assertThat(Window.getWindows()).hasSize(2);
        assertThat(typed).doesNotContain(false);

        robot.write("|web)");

        assertThat(field.wrong()).isEmpty();
        assertThat(field.getAccessibleText()).isEqualTo("Filter rows");
        assertThat(((Label) field.getRight()).getText()).isEqualTo("/");
        assertThat(field.getPseudoClassStates()).extracting(Object::toString).doesNotContain("wrong");
        assertThat(Window.getWindows()).hasSize(1);
    }

    @Test
    void aColumnThatIsNotThereIsToldOnlyWhileTheFieldHasTheKeyboardOrThePointer(FxRobot robot) {
        robot.clickOn(field).write("nme:api");

        assertThat(field.wrong()).isEqualTo("There is no column “nme”: it is looked for as typed, with its colon. "
                + "Columns: state, env (environment)");
        assertThat(Window.getWindows()).hasSize(2);

        robot.interact(table::requestFocus);

        assertThat(Window.getWindows()).hasSize(1);
        assertThat(field.wrong()).isNotEmpty();
    }

    @Test
    void whatTakesTooLongIsToldAndTheRowsAreAskedAgainWithoutIt(FxRobot robot) {
        var slow = Map.of("name", "a".repeat(3_000) + "!");
        var wanted = new ArrayList<Boolean>();
        robot.interact(() -> {
            var other = FilterField.ofScreen(words, "others", "Filter", "Help",
                    FilterColumns.of(words, List.of("state")), filter -> {
                        wanted.add(filter.matches(ROW));
                        filter.matches(slow);
                    });
            other.setText("~(a+)+$");
            assertThat(other.wrong()).startsWith("Looking for “(a+)+$” takes too long");
        });

        assertThat(wanted).containsExactly(true, false, true);
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
