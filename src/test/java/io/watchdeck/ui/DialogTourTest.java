package io.watchdeck.ui;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.Operation;
import io.watchdeck.stack.ServiceSpec.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The dialogs of operations with Tab alone: the focus stays within, all that can be pressed is reached and has a name, and
/// it is seen where the focus is.
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class DialogTourTest extends OperatedInTheSandbox {

    private static final StackId GLIMPSE = new StackId("glimpse-prod");
    private static final StackId SESAMI = new StackId("sesami-prod");
    private static final ServiceKey API = new ServiceKey("glimpse-prod", "glimpse-api");
    private static final String LETTERS = "sesami-analysis-jobs-dlq";
    /// Left out of the way with Tab, because keys do the same: Esc, and the arrows and Page Down in the body.
    private static final Set<String> WITH_KEYS_OF_THEIR_OWN = Set.of("dialog-close", "dialog-more");

    DialogTourTest() {
        super("glimpse-prod", "sesami-prod");
    }

    @Start
    void start(Stage stage) {
        open(stage);
        stage.setWidth(1100);
        stage.setHeight(700);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void everyDialogIsUsableWithoutAMouse(Locale language, FxRobot robot) throws Exception {
        robot.interact(() -> window.shell.use(language));
        var all = new SoftAssertions();
        for (Operation wish : List.of(
                new Operation.Scale(GLIMPSE, API, OptionalInt.of(4), Optional.of(new Range(2, 12))),
                new Operation.ForceDeployment(GLIMPSE, API),
                new Operation.Redrive(SESAMI, LETTERS, OptionalInt.of(10), OptionalInt.of(3)),
                new Operation.Purge(SESAMI, LETTERS))) {
            robot.interact(() -> window.shell.open(wish));
            await(() -> robot.lookup("#operation-calls").tryQuery().isPresent());
            tour(wish.kind().word(), robot, all);
            robot.type(KeyCode.ESCAPE);
            await(() -> robot.lookup("#operation-dialog").tryQuery().isEmpty());
        }
        all.assertAll();
    }

    private void tour(String dialog, FxRobot robot, SoftAssertions all) {
        var tour = new FocusTour(robot, window.shell.scene());
        FocusTour.Rings rings = tour.new Rings();
        var outside = new ArrayList<String>();
        Node first = window.shell.scene().getFocusOwner();
        List<Node> met = tour.go(false, node -> {
            if (!isWithin(node) || !FocusTour.isShown(node) || !FocusTour.seen(node)) {
                outside.add(FocusTour.what(node));
            }
            rings.picture(node);
        });
        all.assertThat(window.shell.scene().getFocusOwner()).as(dialog + " is gone around").isSameAs(first);
        all.assertThat(outside).as(dialog + ": outside or out of sight").isEmpty();
        all.assertThat(texts(rings.unmarked(Set.of()))).as(dialog + ": with and without the focus look alike")
                .isEmpty();
        all.assertThat(tour.jumps().stream().filter(jump -> !jump.startsWith("Button#dialog-")).toList())
                .as(dialog + ": not in the order of reading").isEmpty();
        all.assertThat(texts(tour.usable().stream().filter(DialogTourTest::isWithin)
                .filter(node -> !met.contains(node)
                        && !FocusTour.arrowsLead(node, met)
                        && !isBesideAField(node) && !WITH_KEYS_OF_THEIR_OWN.contains(String.valueOf(node.getId())))
                .toList())).as(dialog + ": never has the focus").isEmpty();
        all.assertThat(texts(met.stream().filter(node -> FocusTour.name(node).isBlank()).toList()))
                .as(dialog + ": has no name").isEmpty();
        List<Node> back = tour.go(true, _ -> {});
        all.assertThat(texts(back)).as(dialog + ": the way back").hasSameElementsAs(texts(met));
    }

    /// The arrows up and down in the field do the same.
    private static boolean isBesideAField(Node node) {
        return node.getParent().getChildrenUnmodifiable().stream().anyMatch(TextField.class::isInstance);
    }

    private static boolean isWithin(Node node) {
        return Stream.iterate(node, one -> one != null, Node::getParent)
                .anyMatch(one -> "operation-dialog".equals(one.getId()));
    }

    private static List<String> texts(List<Node> nodes) {
        return nodes.stream().map(FocusTour::what).toList();
    }
}
