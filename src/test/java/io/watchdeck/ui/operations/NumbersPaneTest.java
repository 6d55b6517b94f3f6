package io.watchdeck.ui.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.Operation;
import io.watchdeck.ui.FakeOperationDesk;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Numbers that are typed: nothing is sent that the field does not show.
@ExtendWith(ApplicationExtension.class)
class NumbersPaneTest {

    private static final StackSnapshot TIKETI = Snapshots.tiketi();
    private static final StackId ID = TIKETI.file().id();
    private static final Words ENGLISH = new Words(Locale.ENGLISH, Snapshots.ZONE);

    private final FakeOperationDesk desk = new FakeOperationDesk(TIKETI, Snapshots.NOW);
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        stage.setScene(new Scene(new Pane(), 900, 300));
        Window.toTheCorner(stage);
        stage.show();
    }

    private OperationViewModel checked(Operation wish) {
        return checked(desk, TIKETI, wish);
    }

    private static OperationViewModel checked(FakeOperationDesk desk, StackSnapshot stack, Operation wish) {
        desk.unlock(stack.file().id());
        var model = new OperationViewModel(desk, stack, wish, ENGLISH, Snapshots.NOW);
        model.check();
        desk.answerFacts(Snapshots.NOW);
        model.type(wish.target());
        return model;
    }

    private void show(FxRobot robot, Parent pane) {
        robot.interact(() -> stage.getScene().setRoot(pane));
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.interact(() -> robot.lookup("#" + field).queryAs(TextField.class).setText(text));
    }

    private static void tick(FxRobot robot, String box, boolean on) {
        robot.interact(() -> robot.lookup("#" + box).queryAs(CheckBox.class).setSelected(on));
    }

    private static final Operation.Scale SCALE = new Operation.Scale(ID,
            new ServiceKey(TIKETI.file().cluster(), "tiketi-backend-service"), OptionalInt.of(9), Optional.empty());

    @Test
    void aCountThatIsTooHighOrMissingIsNotSentAsTheOneBefore(FxRobot robot) {
        OperationViewModel model = checked(SCALE);
        robot.interact(() -> show(robot, new ScalePane(model, SCALE, ENGLISH)));
        assertThat(model.lockedProperty().get()).isEmpty();

        for (String wrong : new String[] {"6000", ""}) {
            type(robot, "scale-desired", wrong);
            assertThat(model.lockedProperty().get()).as(wrong)
                    .contains("Desired tasks: a whole number from 0 to 5000");
            robot.interact(() -> {
                model.check();
                desk.answerFacts(Snapshots.NOW);
            });
            assertThat(robot.lookup("#scale-desired").queryAs(TextField.class).getText()).as("it stays as typed")
                    .isEqualTo(wrong);
            type(robot, "scale-desired", "8");
            assertThat(model.lockedProperty().get()).isEmpty();
        }
    }

    private static final Operation.Scale UNKNOWN =
            new Operation.Scale(ID, SCALE.service(), OptionalInt.empty(), Optional.empty());

    @Test
    void aCountThatIsNotKnownIsNotShownAsNoneAndCannotBeTyped(FxRobot robot) {
        desk.cannotRead(io.watchdeck.model.Failure.denied("ecs:DescribeServices"));
        OperationViewModel model = checked(UNKNOWN);
        robot.interact(() -> show(robot, new ScalePane(model, UNKNOWN, ENGLISH)));

        TextField field = robot.lookup("#scale-desired").queryAs(TextField.class);
        assertThat(field.getText()).isEmpty();
        assertThat(field.isDisabled()).isTrue();
        assertThat(robot.lookup("#scale-slider").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#scale-remind").query().isDisabled()).isTrue();
        assertThat(model.lockedProperty().get()).contains("This cannot be done as things stand.");
    }

    @Test
    void whatIsTypedBeforeTheCountIsReadStays(FxRobot robot) {
        desk.unlock(ID);
        var model = new OperationViewModel(desk, TIKETI, UNKNOWN, ENGLISH, Snapshots.NOW);
        robot.interact(() -> show(robot, new ScalePane(model, UNKNOWN, ENGLISH)));
        type(robot, "scale-desired", "7");
        robot.interact(() -> {
            model.check();
            desk.answerFacts(Snapshots.NOW);
        });

        assertThat(robot.lookup("#scale-desired").queryAs(TextField.class).getText()).isEqualTo("7");
        assertThat(model.operationProperty().get())
                .isEqualTo(new Operation.Scale(ID, SCALE.service(), OptionalInt.of(7), Optional.empty()));
    }

    @Test
    void theReminderThatIsKeptIsTheOneThatIsShownAlsoAfterAnotherLook(FxRobot robot) {
        OperationViewModel model = checked(SCALE);
        robot.interact(() -> show(robot, new ScalePane(model, SCALE, ENGLISH)));
        tick(robot, "scale-remind", true);
        robot.interact(() -> {
            desk.desired(6);
            model.tick(Snapshots.NOW.plusSeconds(600));
            desk.answerFacts(Snapshots.NOW.plusSeconds(600));
        });
        var kept = model.back().reminderProperty().get().orElseThrow();

        assertThat(kept.desired()).hasValue(6);
        assertThat(robot.lookup("#scale-remind").queryAs(CheckBox.class).getText())
                .isEqualTo("Remind me to go back to 6 at");
        assertThat(robot.lookup("#scale-later .label").queryAs(javafx.scene.control.Label.class).getText())
                .startsWith(ENGLISH.clock(kept.at()) + ", in 4");
    }

    @Test
    void aRangeThatIsWishedForNeedsBothEnds(FxRobot robot) {
        OperationViewModel model = checked(SCALE);
        robot.interact(() -> show(robot, new ScalePane(model, SCALE, ENGLISH)));

        tick(robot, "scale-range", true);
        type(robot, "scale-max", "");
        assertThat(model.lockedProperty().get()).isPresent();

        tick(robot, "scale-range", false);
        assertThat(model.lockedProperty().get()).isEmpty();
    }

    @Test
    void aLimitThatIsTickedAndBlankIsNoLimitAndKeepsTheRedriveFromRunning(FxRobot robot) {
        StackSnapshot sesami = Snapshots.sesami();
        StackId id = sesami.file().id();
        var wish = new Operation.Redrive(id, "sesami-analysis-jobs-dlq", OptionalInt.of(10), OptionalInt.of(5));
        OperationViewModel model = checked(new FakeOperationDesk(sesami, Snapshots.NOW), sesami, wish);
        Optional<String> before = model.lockedProperty().get();
        robot.interact(() -> show(robot, new RedrivePane(model, wish, ENGLISH)));

        type(robot, "redrive-bounces", "");
        type(robot, "redrive-rate", "11");
        assertThat(model.lockedProperty().get().orElse("")).contains("a whole number from 1 to 99999");

        tick(robot, "redrive-ends", false);
        assertThat(model.lockedProperty().get()).as("nobody wishes for that limit").isEqualTo(before);
        assertThat(model.operationProperty().get()).isEqualTo(
                new Operation.Redrive(id, "sesami-analysis-jobs-dlq", OptionalInt.of(11), OptionalInt.empty()));
    }

    private static final Operation.SpotWeight WEIGHT =
            new Operation.SpotWeight(ID, SCALE.service(), List.of(), false);

    @Test
    void whoIsInAFieldAsItsNumberArrivesTypesAnotherInItsPlace(FxRobot robot) {
        desk.unlock(ID);
        var model = new OperationViewModel(desk, TIKETI, WEIGHT, ENGLISH, Snapshots.NOW);
        robot.interact(() -> show(robot, new SpotPane(model, ENGLISH)));
        TextField field = robot.lookup("#spot-weight").queryAs(TextField.class);
        robot.interact(field::requestFocus);
        robot.interact(() -> {
            model.check();
            desk.answerFacts(Snapshots.NOW);
        });
        assertThat(field.getText()).isNotEmpty();

        robot.write("70");
        assertThat(field.getText()).isEqualTo("70");
    }

    @Test
    void nothingIsToldOrCopiedWhileAWeightCannotBeTaken(FxRobot robot) {
        OperationViewModel model = checked(new Operation.SpotWeight(ID, SCALE.service(), List.of(), true));
        robot.interact(() -> show(robot, new VBox(new SpotPane(model, ENGLISH), new ConsequencesPane(model, ENGLISH))));
        type(robot, "spot-weight", "80");
        assertThat(model.commands()).contains("weight=80");
        String before = model.commands();

        type(robot, "spot-weight", "7090");
        assertThat(model.consequences()).isEmpty();
        assertThat(model.callsProperty().get()).isEmpty();
        assertThat(model.commands()).isEmpty();
        assertThat(model.warningsProperty().get()).isEmpty();
        assertThat(robot.lookup("#operation-untold").queryLabeled().getText()).startsWith("Cannot be told");
        assertThat(robot.lookup("#operation-calls").queryAll()).isEmpty();

        type(robot, "spot-weight", "80");
        assertThat(model.commands()).isEqualTo(before);
        assertThat(robot.lookup("#operation-untold").queryAll()).isEmpty();
        assertThat(robot.lookup("#operation-calls").queryAll()).hasSize(1);
    }

    @Test
    void whatFollowsAndTheCallFollowTheBoxOfAForcedDeployment(FxRobot robot) {
        OperationViewModel model = checked(WEIGHT);
        robot.interact(() -> show(robot, new SpotPane(model, ENGLISH)));
        type(robot, "spot-weight", "80");
        assertThat(model.callsProperty().get()).doesNotContain("forceNewDeployment");
        assertThat(model.consequences()).extracting(ConsequenceLine::sentence)
                .anyMatch(said -> said.contains("stay where they are"));

        type(robot, "spot-weight", "7090");
        tick(robot, "spot-force", true);
        type(robot, "spot-weight", "70");
        assertThat(model.callsProperty().get()).contains("forceNewDeployment", "weight=70");
        assertThat(model.consequences()).extracting(ConsequenceLine::sentence)
                .noneMatch(said -> said.contains("stay where they are"));

        tick(robot, "spot-force", false);
        assertThat(model.callsProperty().get()).doesNotContain("forceNewDeployment");
    }
}
