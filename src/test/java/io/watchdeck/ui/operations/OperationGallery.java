package io.watchdeck.ui.operations;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.operations.gate.OperationDesk.Revision;
import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.FakeOperationDesk;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Shots;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Picture;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.QueueWishes;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/// Draws the dialogs of operations to `target/ui`. Arguments choose them by the begins of their names.
public final class OperationGallery {

    private OperationGallery() {}

    public static void main(String[] names) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Application.launch(Pictures.class, names);
    }

    public static final class Pictures extends Application {

        private final Shots shots = new Shots();

        private static final String ARN =
                "arn:aws:ecs:ap-northeast-2:210987654321:task-definition/tiketi-backend-service:";

        @Override
        public void start(Stage first) {
            StackSnapshot tiketi = Snapshots.tiketi();
            var service = new ServiceKey(tiketi.file().cluster(), "tiketi-backend-service");
            var id = tiketi.file().id();
            var scale = new Operation.Scale(id, service, OptionalInt.of(9), Optional.empty());
            everywhere("scale", tiketi, scale, (shell, desk) -> {
                desk.unlock(id);
                type(shell, "#operation-name", "tiketi-backend-service");
                type(shell, "#operation-note", "Sale opens 15:00, double traffic. Agreed with jmin.");
            });
            shoot("operation-scale-locked", tiketi, scale, Theme.DARK, Locale.ENGLISH, 1440, 900, (_, _) -> {});
            shoot("operation-scale-refused", tiketi,
                    new Operation.Scale(id, service, OptionalInt.of(12), Optional.empty()), Theme.LIGHT, Locale.KOREAN,
                    1440, 900, (_, _) -> {});
            shoot("operation-scale-range", tiketi, scale, Theme.DARK, Locale.ENGLISH, 1440, 900, (shell, desk) -> {
                desk.unlock(id);
                ((CheckBox) shell.scene().lookup("#scale-range")).fire();
                ((CheckBox) shell.scene().lookup("#scale-remind")).fire();
                type(shell, "#scale-max", "14");
            });
            blocked(tiketi, scale);
            everywhere("deploy", tiketi, new Operation.ForceDeployment(id, service), (_, _) -> {});
            everywhere("rollback", tiketi, new Operation.RollBack(id, service, ARN + "88"), (_, _) -> {});
            everywhere("spot", tiketi, new Operation.SpotWeight(id, service,
                    List.of(new CapacityShare("FARGATE_SPOT", 90, 0), new CapacityShare("FARGATE", 10, 0)), true),
                    (_, _) -> {});
            everywhere("stop-task", tiketi, new Operation.StopTask(id, service, tiketi.services().getFirst().tasks()
                    .state().latest().orElseThrow().getFirst().arn()), (_, _) -> {
                    });
            everywhere("stop-deployment", tiketi, new Operation.StopDeployment(id, service, ""), (_, _) -> {
            });
            StackSnapshot sesami = Snapshots.sesami();
            String letters = sesami.queues().getFirst().deadLetters().orElseThrow().name();
            everywhere("redrive", sesami, new Operation.Redrive(sesami.file().id(), letters, OptionalInt.of(10),
                    OptionalInt.of(5)), (_, _) -> {});
            everywhere("cancel", sesami, new Operation.CancelRedrive(sesami.file().id(), letters, "AQEB6nR4"),
                    (_, _) -> {
                    });
            everywhere("resubmit", sesami, new QueueWishes(sesami.file().id()).resubmit("sesami-job-queue",
                    QueueWishes.failed(sesami.batchQueues().getFirst(), Snapshots.NOW)), (_, _) -> {});
            everywhere("purge", sesami, new Operation.Purge(sesami.file().id(), letters), (_, _) -> {});
            cards(tiketi, scale);
            shots.begin();
        }

        private void blocked(StackSnapshot stack, Operation scale) {
            everywhere("blocked", stack, scale, (shell, desk) -> {
                desk.cannotRead(Failure.denied("ecs:DescribeServices"));
                desk.unlock(stack.file().id());
                ((Button) shell.scene().lookup("#dialog-cancel")).fire();
                shell.open(scale);
                shell.scene().lookup("#dialog-cancel").requestFocus();
            });
        }

        private void cards(StackSnapshot stack, Operation scale) {
            for (Theme theme : Theme.values()) {
                shoot("operation-cards-" + theme.name().toLowerCase(Locale.ROOT), stack, Optional.empty(), theme,
                        Locale.ENGLISH, 1440, 900, (_, desk) -> {
                            desk.unlock(stack.file().id());
                            desk.reminds(Entries.reminding(Entries.begun(scale), Snapshots.NOW));
                            desk.ended(
                                    Entries.begun(scale).ended(new Verdict(Result.WORKED,
                                            Phrase.of("proof.scale.worked", 9, 9), Snapshots.NOW)),
                                    Entries.begun(scale).ended(new Verdict(Result.FAILED,
                                            Phrase.of("proof.scale.setBack", 9, 5), Snapshots.NOW)),
                                    Entries.begun(scale).ended(new Verdict(Result.NOT_KNOWN,
                                            Phrase.of("proof.rollout.gone", "ecs-svc/1"), Snapshots.NOW)));
                        });
            }
        }

        private void everywhere(String name, StackSnapshot stack, Operation wish,
                BiConsumer<Shell, FakeOperationDesk> act) {
            shoot("operation-" + name + "-dark", stack, wish, Theme.DARK, Locale.ENGLISH, 1440, 900, act);
            shoot("operation-" + name + "-light", stack, wish, Theme.LIGHT, Locale.ENGLISH, 1440, 900, act);
            shoot("operation-" + name + "-dark-small", stack, wish, Theme.DARK, Locale.ENGLISH, 1100, 700, act);
            shoot("operation-" + name + "-light-small", stack, wish, Theme.LIGHT, Locale.ENGLISH, 1100, 700, act);
            shoot("operation-" + name + "-ko", stack, wish, Theme.LIGHT, Locale.KOREAN, 1440, 900, act);
        }

        private static ServiceDeployment rollout(String revision, String status, int ago) {
            Instant at = Snapshots.NOW.minusSeconds(ago);
            boolean over = status.equals("SUCCESSFUL");
            return new ServiceDeployment("arn:aws:ecs:ap-northeast-2:210987654321:service-deployment/"
                    + "tiketi-cluster-prod/tiketi-backend-service/dCq1" + revision + "kLmn0pQrStUvWxYz", status, "", at,
                    Optional.of(at), over ? Optional.of(at.plusSeconds(300)) : Optional.empty(),
                    Optional.of(ARN + revision), Optional.empty());
        }

        private static void type(Shell shell, String field, String text) {
            ((TextField) shell.scene().lookup(field)).setText(text);
        }

        private static void settle(Shell shell) {
            shell.scene().getRoot().applyCss();
            shell.scene().getRoot().layout();
        }

        private void shoot(String name, StackSnapshot stack, Operation wish, Theme theme, Locale language,
                double width, double height, BiConsumer<Shell, FakeOperationDesk> act) {
            shoot(name, stack, Optional.of(wish), theme, language, width, height, act);
        }

        private void shoot(String name, StackSnapshot stack, Optional<Operation> wish, Theme theme, Locale language,
                double width, double height, BiConsumer<Shell, FakeOperationDesk> act) {
            shots.add(() -> draw(name, stack, wish, theme, language, width, height, act));
        }

        private void draw(String name, StackSnapshot stack, Optional<Operation> wish, Theme theme, Locale language,
                double width, double height, BiConsumer<Shell, FakeOperationDesk> act) {
            var wanted = getParameters().getRaw();
            if (!wanted.isEmpty() && wanted.stream().noneMatch(name::startsWith)) {
                return;
            }
            var desk = new FakeOperationDesk(stack, Snapshots.NOW);
            desk.revisions(new Revision(ARN + "87", Optional.of(Snapshots.NOW.minusSeconds(90_000))),
                    new Revision(ARN + "85", Optional.of(Snapshots.NOW.minusSeconds(900_000))));
            desk.rollouts(rollout("88", "IN_PROGRESS", 1080), rollout("87", "SUCCESSFUL", 9600));
            var shell = new Shell(new FakeWatch(Snapshots.moment()), Snapshots.CLOCK, Runnable::run, new FakeDesktop(),
                    new Words(language, Snapshots.ZONE), new Look(theme, width, height), Window.SCREENS);
            var stage = new Stage();
            stage.setScene(shell.scene());
            stage.show();
            shell.operate(desk, context -> {
                var dialogs = new OperationDialogs(context);
                return opened -> {
                    dialogs.accept(opened);
                    desk.answerFacts(Snapshots.NOW);
                };
            });
            shell.show(Place.of(stack.file().id()));
            settle(shell);
            wish.ifPresent(shell::open);
            settle(shell);
            desk.answerFacts(Snapshots.NOW);
            act.accept(shell, desk);
            settle(shell);
            desk.answerFacts(Snapshots.NOW);
            Platform.requestNextPulse();
            settle(shell);
            settle(shell);
            Picture.of(shell.scene(), 1).save(Path.of("target/ui/" + name + ".png"));
            stage.close();
            shell.close();
        }
    }
}
