package io.watchdeck.ui.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.OperationDesk.Revision;
import io.watchdeck.ui.EnglishWords;
import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.FakeOperationDesk;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.TextAllowances;
import io.watchdeck.ui.TextFinding;
import io.watchdeck.ui.TextFindings;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.QueueWishes;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// The dialog of every operation in the smallest window, in both languages, locked and unlocked: no text is cut off without
/// being explained, clipped, or drawn over another, and none is left in English.
@Tag("texts")
@ExtendWith(ApplicationExtension.class)
class OperationTextTest {

    private static final String ARN = "arn:aws:ecs:ap-northeast-2:210987654321:task-definition/tiketi-backend-service:";

    private final StackSnapshot tiketi = Snapshots.tiketi();
    private final StackSnapshot sesami = Snapshots.sesami();
    private final EnglishWords english = new EnglishWords(List.of("tiketi-backend-service"));

    private List<Operation> wishes() {
        StackId id = tiketi.file().id();
        var service = new ServiceKey(tiketi.file().cluster(), "tiketi-backend-service");
        StackId queues = sesami.file().id();
        String letters = sesami.queues().getFirst().deadLetters().orElseThrow().name();
        return List.of(new Operation.Scale(id, service, OptionalInt.of(9), Optional.empty()),
                new Operation.Scale(id, service, OptionalInt.of(12), Optional.empty()),
                new Operation.ForceDeployment(id, service), new Operation.RollBack(id, service, ARN + "88"),
                new Operation.SpotWeight(id, service,
                        List.of(new CapacityShare("FARGATE_SPOT", 90, 0), new CapacityShare("FARGATE", 10, 0)), true),
                new Operation.StopTask(id, service,
                        tiketi.services().getFirst().tasks().state().latest().orElseThrow().getFirst().arn()),
                new Operation.StopDeployment(id, service, ""),
                new Operation.Redrive(queues, letters, OptionalInt.of(10), OptionalInt.of(5)),
                new Operation.CancelRedrive(queues, letters, "AQEB6nR4"),
                new QueueWishes(queues).resubmit("sesami-job-queue",
                        QueueWishes.failed(sesami.batchQueues().getFirst(), Snapshots.NOW)),
                new Operation.Purge(queues, letters));
    }

    @ParameterizedTest
    @CsvSource({"en, false", "en, true", "ko, false", "ko, true"})
    void everyTextCanBeRead(String language, boolean unlocked, FxRobot robot) {
        var found = new ArrayList<String>();
        for (StackSnapshot stack : List.of(tiketi, sesami)) {
            robot.interact(() -> {
                var desk = new FakeOperationDesk(stack, Snapshots.NOW);
                desk.revisions(new Revision(ARN + "87", Optional.of(Snapshots.NOW.minusSeconds(90_000))),
                        new Revision(ARN + "85", Optional.of(Snapshots.NOW.minusSeconds(900_000))));
                var shell = new Shell(new FakeWatch(Snapshots.moment()), Snapshots.CLOCK, Runnable::run,
                        new FakeDesktop(), new Words(Locale.of(language), Snapshots.ZONE),
                        new Look(Theme.DARK, 1100, 700), Window.SCREENS);
                var stage = new Stage();
                stage.setScene(shell.scene());
                stage.show();
                shell.operate(desk, OperationDialogs::new);
                if (unlocked) {
                    desk.unlock(stack.file().id());
                }
                wishes().stream().filter(wish -> wish.stack().equals(stack.file().id())).forEach(wish -> findings(
                        shell, desk, wish).forEach(
                                one -> found.add("operation " + wish.kind().word() + " " + language
                                        + " 1100x700: " + one)));
                stage.close();
                shell.close();
            });
        }
        assertThat(found).isEmpty();
    }

    private List<TextFinding> findings(Shell shell, FakeOperationDesk desk, Operation wish) {
        shell.open(wish);
        settle(shell);
        desk.answerFacts(Snapshots.NOW);
        settle(shell);
        settle(shell);
        Parent dialog = (Parent) shell.scene().lookup(".dialog");
        assertThat(Window.texts(dialog)).as(wish.toString()).hasSizeGreaterThan(4);
        var found = new ArrayList<>(TextFindings.in(dialog, EnglishWords.fixed()));
        if (shell.wordsProperty().get().locale().equals(Locale.KOREAN)) {
            found.addAll(english.in(dialog));
        }
        ((Button) shell.scene().lookup("#dialog-cancel")).fire();
        settle(shell);
        return found.stream().filter(one -> !TextAllowances.allow(one)).toList();
    }

    private static void settle(Shell shell) {
        shell.scene().getRoot().applyCss();
        shell.scene().getRoot().layout();
    }
}
