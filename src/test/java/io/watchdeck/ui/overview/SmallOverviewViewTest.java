package io.watchdeck.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The smallest window that the screens are made for: what matters is all there, and no number is cut off.
@ExtendWith(ApplicationExtension.class)
class SmallOverviewViewTest {

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.moment(), new Look(Theme.DARK, 1100, 700));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void showsAllSixStacksWithoutScrolling(FxRobot robot) {
        TableView<?> table = robot.lookup("#overview-table").queryTableView();
        Bounds place = table.localToScene(table.getBoundsInLocal());

        List<Double> bottoms = rows(table).map(row -> row.localToScene(row.getBoundsInLocal()).getMaxY()).toList();
        assertThat(bottoms).hasSize(6).allSatisfy(bottom -> assertThat(bottom).isLessThanOrEqualTo(place.getMaxY()));
    }

    @Test
    void cutsOffNoNumber(FxRobot robot) {
        assertThat(cutOff(robot)).isEmpty();
    }

    @Test
    void cutsOffNoNumberInKorean(FxRobot robot) {
        robot.interact(() -> window.shell.use(Locale.KOREAN));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(cutOff(robot)).isEmpty();
    }

    @Test
    void cutsOffNoReasonAndNoSentenceOfWhatIsOpen(FxRobot robot) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            robot.interact(() -> window.shell.use(language));
            WaitForAsyncUtils.waitForFxEvents();

            assertThat(cutOff(robot, "#overview-table")).as("%s", language).isEmpty();
            assertThat(cutOff(robot, "#open-list")).as("%s", language).isEmpty();
        }
    }

    @Test
    void aLongSentenceOfWhatIsOpenLeavesTheColumnBesideItInItsPlace(FxRobot robot) {
        List<Label> components = labels(robot, ".open-cell").filter(label -> label.getGraphic() != null
                && label.getGraphic().getStyleClass().contains("source-icon")).toList();
        List<Double> before = components.stream().map(label -> label.getLayoutX()).toList();
        assertThat(before).hasSizeGreaterThan(1).allSatisfy(x -> assertThat(x).isEqualTo(before.getFirst()));
        String first = drawn(labels(robot, ".open-cell").filter(label -> drawn(label).endsWith("limit 90")).findFirst()
                .orElseThrow());

        robot.interact(() -> {
            labels(robot, ".open-cell").filter(label -> label.getText().equals(first))
                    .forEach(label -> label.setText(first.repeat(9)));
            window.shell.scene().getRoot().layout();
        });

        assertThat(components).extracting(label -> label.getLayoutX()).isEqualTo(before);
    }

    private static java.util.stream.Stream<Label> labels(FxRobot robot, String in) {
        return robot.lookup(in).queryAll().stream().flatMap(cell -> cell.lookupAll(".label").stream())
                .map(Label.class::cast).filter(label -> label.isVisible());
    }

    @Test
    void tellsTheReasonOfWhatIsDeniedInTheVerdict(FxRobot robot) {
        Label completeness = robot.lookup("#verdict-completeness").queryAs(Label.class);

        assertThat(drawn(completeness)).contains("rds:DescribeDBInstances");
    }

    @Test
    void theRailTellsStacksOfOneNameApart(FxRobot robot) {
        assertThat(Window.texts(robot.lookup("#rail-stack-codemate-dev").query())).startsWith("D");
        assertThat(Window.texts(robot.lookup("#rail-stack-codemate-prod").query())).startsWith("P");
        assertThat(Window.texts(robot.lookup("#rail-stack-sesami-prod").query())).last().asString().startsWith("Sesa");
    }

    private static java.util.stream.Stream<TableRow<?>> rows(TableView<?> table) {
        return table.lookupAll(".table-row-cell").stream().<TableRow<?>>map(TableRow.class::cast)
                .filter(row -> !row.isEmpty() && row.isVisible());
    }

    /// Texts with digits of which a part is not drawn.
    private static List<String> cutOff(FxRobot robot) {
        return cutOff(robot, "#overview-table").stream().filter(text -> text.matches("(?s).*[0-9].*")).toList();
    }

    private static List<String> cutOff(FxRobot robot, String part) {
        var cut = new ArrayList<String>();
        for (Node node : robot.lookup(part).query().lookupAll(".label")) {
            if (node instanceof Label label && Window.texts(label).contains(label.getText())
                    && !drawn(label).equals(label.getText())) {
                cut.add(label.getText() + " as " + drawn(label));
            }
        }
        return cut;
    }

    private static String drawn(Label label) {
        return label.lookup(".text") instanceof Text text ? text.getText() : "";
    }
}
