package io.watchdeck.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.Series;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.StackId;
import io.watchdeck.settings.Looks;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Theme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The services beside the drawer, where the window has little more room than both need.
@ExtendWith(ApplicationExtension.class)
class NarrowServicesViewTest {

    private static final Looks LARGER = new Looks(Optional.empty(), Optional.empty(), OptionalInt.of(110));

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.moment(), new Look(Theme.DARK, 1440, 900));
        window.shell.use(LARGER);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void noFigureIsCutOffWithLargerText(FxRobot robot) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            robot.interact(() -> window.shell.use(language));
            for (String stack : List.of("tiketi-prod", "bowwow-prod", "codemate-prod", "glimpse-prod")) {
                robot.interact(() -> window.shell.show(Place.of(new StackId(stack))));
                window.layout();
                window.layout();

                assertThat(robot.lookup("#drawer").query().isVisible()).isTrue();
                assertThat(cutOff(robot.lookup("#services-table").query())).as("%s in %s", stack, language).isEmpty();
            }
        }
    }

    @Test
    void whatIsPendingAndItsAgeGoBelowTheFigureWhereTheyHaveNoRoomBesideIt(FxRobot robot) {
        for (double width : new double[] {112, 120, 160, 230}) {
            robot.interact(() -> {
                var cell = new FleetCell.Running();
                cell.resize(width, 44);
                Region content = (Region) cell.content(late());
                var root = new StackPane(content);
                var scene = new Scene(root, width - 13, 44);
                scene.getStylesheets().setAll(sheets());
                root.applyCss();
                root.layout();

                assertThat(Window.texts(content)).as("%s", width).contains("12 / 16", "10 pending");
                assertThat(cutOff(content)).as("%s", width).isEmpty();
                assertThat(content.lookupAll(".freshness")).hasSize(1);
            });
        }
    }

    @Test
    void howOldTheLoadIsGoesBelowTheFigureWhereThatIsLate(FxRobot robot) {
        for (double width : new double[] {62, 75, 118, 160}) {
            robot.interact(() -> {
                var cell = new FleetCell.Load(FleetLine::cpu);
                cell.resize(width, 44);
                Region content = (Region) cell.content(late());
                var scene = new Scene(new StackPane(content), width - 13, 44);
                scene.getStylesheets().setAll(sheets());
                scene.getRoot().applyCss();
                scene.getRoot().layout();

                assertThat(Window.texts(content)).as("%s", width).contains("100 %");
                assertThat(cutOff(content)).as("%s", width).isEmpty();
                Node age = content.lookup(".freshness");
                assertThat(age).isInstanceOfSatisfying(FreshnessLabel.class,
                        shown -> assertThat(Texts.explanation(shown)).isEqualTo("12 min ago"));
                assertThat(age.isVisible()).as("%s", width).isTrue();

                cell.content(onTime());
                assertThat(age.isVisible()).as("%s", width).isFalse();
            });
        }
    }

    /// Those of the window and those of the screens that it has shown.
    private List<String> sheets() {
        var sheets = new ArrayList<>(window.shell.scene().getStylesheets());
        sheets.addAll(((Parent) window.shell.scene().lookup(".content")).getStylesheets());
        return sheets;
    }

    private static FleetLine onTime() {
        return line(new FleetLine.Load(Optional.empty(), "100 %", Tone.PLAIN, Series.empty(), Optional.empty(),
                Snapshots.NOW, Optional.empty()));
    }

    private static FleetLine late() {
        return line(new FleetLine.Load(Optional.empty(), "100 %", Tone.PLAIN, Series.empty(), Optional.empty(),
                Snapshots.NOW, Optional.of(new Age(Freshness.LATE, "12 min", "12 min", "12 min ago"))));
    }

    private static FleetLine line(FleetLine.Load load) {
        return new FleetLine("s", "s", false, "s", "", "", Tone.PLAIN, Optional.empty(), "12 / 16", Tone.WARNING,
                "10 pending", List.of(), "", "", load, FleetLine.Load.none(), Optional.empty(), "",
                Tone.PLAIN, "", Optional.of(new Age(Freshness.LATE, "12 min", "12 min", "12 min ago")),
                new AwsReference("s", Optional.empty(), URI.create("https://aws.example")));
    }

    /// Texts with digits of which a part is not drawn, or is drawn beyond the cell.
    private static List<String> cutOff(Node part) {
        var cut = new ArrayList<String>();
        for (Node node : part.lookupAll(".label")) {
            if (node instanceof Label label && Window.texts(part).contains(label.getText())
                    && label.getText().matches("(?s).*[0-9].*")) {
                String drawn = label.lookup(".text") instanceof Text text ? text.getText() : "";
                if (!drawn.replaceAll("\\s", "").equals(label.getText().replaceAll("\\s", ""))) {
                    cut.add(label.getText() + " as " + drawn);
                } else if (isBeyond(label)) {
                    cut.add(label.getText() + " beyond its cell");
                }
            }
        }
        return cut;
    }

    private static boolean isBeyond(Label label) {
        for (Node one = label; one != null; one = one.getParent()) {
            if (one instanceof FleetCell || one.getParent() == one.getScene().getRoot()) {
                Bounds place = label.localToScene(label.getLayoutBounds());
                return place.getMaxX() > one.localToScene(one.getLayoutBounds()).getMaxX() + 0.5;
            }
        }
        return false;
    }
}
