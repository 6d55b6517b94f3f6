package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Window;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class CellContentTest {

    private final List<StringProperty> ages = List.of(new SimpleStringProperty("1 min"),
            new SimpleStringProperty("2 min"));
    private ListView<StringProperty> list;

    /// The list gets another width, never the window: the tests after this one have the same window.
    @Start
    void start(Stage stage) {
        list = new ListView<>(FXCollections.observableArrayList(ages));
        list.setFixedCellSize(35);
        list.setCellFactory(_ -> new AgeCell());
        list.setMaxWidth(400);
        stage.setScene(new Scene(new StackPane(list), 1440, 900));
        Window.toTheCorner(stage);
        stage.show();
    }

    @Test
    void aRowThatGotAnotherWidthGoesOnTellingItsAge(FxRobot robot) {
        robot.interact(() -> {
            list.setMaxWidth(500);
            list.getScene().getRoot().layout();
        });

        robot.interact(() -> {
            ages.forEach(age -> age.set("12 min"));
            list.getScene().getRoot().layout();
        });

        assertThat(drawn(robot)).containsExactly("12 min", "12 min");
    }

    /// What the labels have drawn, which is what they were told before the last layout.
    private static List<String> drawn(FxRobot robot) {
        return robot.lookup(".age").queryAll().stream().map(label -> ((Text) label.lookup(".text")).getText()).toList();
    }

    private static final class AgeCell extends ListCell<StringProperty> {

        private final Label age = new Label();
        private final HBox line = new HBox(age);
        private final CellContent content = CellContent.filling(this);

        AgeCell() {
            age.getStyleClass().add("age");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable StringProperty item, boolean empty) {
            super.updateItem(item, empty);
            if (item == null || empty) {
                content.hide();
            } else {
                item.subscribe(age::setText);
                content.show(line, () -> line);
            }
        }
    }
}
