package io.watchdeck.ui.connect;

import io.watchdeck.identity.Door;
import io.watchdeck.identity.FakeSignIn;
import io.watchdeck.identity.Profile;
import io.watchdeck.identity.SignInDesk;
import io.watchdeck.model.Region;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Shots;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Picture;
import io.watchdeck.ui.shell.Connecting;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.ui.signin.SignInDialogs;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/// Draws the dialog in which an account is connected to `target/ui`. Arguments choose by the begins of the names.
public final class ConnectGallery {

    private ConnectGallery() {}

    public static void main(String[] names) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Application.launch(Pictures.class, names);
    }

    public static final class Pictures extends Application {

        private final Shots shots = new Shots();

        @Override
        public void start(Stage first) {
            everywhere("banner", _ -> {}, _ -> {});
            everywhere("profile", _ -> {}, shell -> fire(shell, "#banner-connect"));
            everywhere("reading", _ -> {}, shell -> fire(shell, "#banner-connect"));
            everywhere("account", _ -> {}, shell -> {
                fire(shell, "#banner-connect");
                fire(shell, "#dialog-primary");
                settle(shell);
                ((CheckBox) shell.scene().lookup("#connect-cluster-tiketi-cluster-prod")).fire();
            });
            everywhere("stack", _ -> {}, shell -> stack(shell, "#connect-cluster-tiketi-cluster-prod"));
            everywhere("denied", prospects -> prospects.role = Optional.of("arn:aws:iam::222222222222:role/ops"),
                    shell -> stack(shell, "#connect-cluster-codemate-cluster"));
            everywhere("edited", _ -> {}, shell -> {
                stack(shell, "#connect-cluster-tiketi-cluster-prod");
                settle(shell);
                ((TextArea) shell.scene().lookup("#connect-text")).setText("stack: Tiketi\nenvironment: productin\n");
            });
            everywhere("write", _ -> {}, shell -> {
                stack(shell, "#connect-cluster-tiketi-cluster-prod");
                settle(shell);
                ((ToggleButton) shell.scene().lookup("#connect-environment-" + Environment.PRODUCTION.word())).fire();
                fire(shell, "#dialog-primary");
                fire(shell, "#dialog-primary");
            });
            shots.begin();
        }

        private static void stack(Shell shell, String cluster) {
            fire(shell, "#banner-connect");
            fire(shell, "#dialog-primary");
            settle(shell);
            ((CheckBox) shell.scene().lookup(cluster)).setSelected(true);
            fire(shell, "#dialog-primary");
        }

        private static void fire(Shell shell, String id) {
            settle(shell);
            ((Button) shell.scene().lookup(id)).fire();
        }

        private static void settle(Shell shell) {
            shell.scene().getRoot().applyCss();
            shell.scene().getRoot().layout();
        }

        private void everywhere(String name, Consumer<SandboxProspects> change, Consumer<Shell> act) {
            shoot("connect-" + name + "-dark", Theme.DARK, Locale.ENGLISH, new double[] {1440, 900}, change, act);
            shoot("connect-" + name + "-ko", Theme.LIGHT, Locale.KOREAN, new double[] {1100, 700}, change, act);
        }

        private void shoot(String name, Theme theme, Locale language, double[] size,
                Consumer<SandboxProspects> change, Consumer<Shell> act) {
            shots.add(() -> draw(name, theme, language, size, change, act));
        }

        private void draw(String name, Theme theme, Locale language, double[] size,
                Consumer<SandboxProspects> change, Consumer<Shell> act) {
            List<String> wanted = getParameters().getRaw();
            if (!wanted.isEmpty() && wanted.stream().noneMatch(name::startsWith)) {
                return;
            }
            var shell = new Shell(new FakeWatch(Snapshots.sandbox()), Snapshots.CLOCK, Runnable::run,
                    new FakeDesktop(), new Words(language, Snapshots.ZONE), new Look(theme, size[0], size[1]),
                    Window.SCREENS);
            var prospects = new SandboxProspects();
            change.accept(prospects);
            var company = new Door.Sso(Optional.of("company"), "https://company.awsapps.com/start",
                    SandboxProspects.SEOUL, List.of());
            var service = new FakeSignIn(Snapshots.NOW,
                    new Profile("america", Profile.Kind.STATIC, Optional.of(new Region("us-east-1")), Optional.empty(),
                            Optional.empty()),
                    new Profile("company-ops", Profile.Kind.SSO, Optional.of(SandboxProspects.SEOUL),
                            Optional.of(company), Optional.empty()),
                    new Profile("company-read", Profile.Kind.ROLE, Optional.of(SandboxProspects.SEOUL),
                            Optional.of(company), Optional.empty()));
            try {
                Path folder = Files.createTempDirectory("stacks");
                shell.connecting().begin(new Connecting.Way(Optional.of(() -> new SignInDesk(service, service,
                        name.startsWith("connect-reading") ? _ -> {} : Runnable::run, () -> {})), () -> {}),
                        SignInDialogs::new, context -> new ConnectDialogs(context,
                                prospects.desk(folder, Runnable::run, Runnable::run)));
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
            var stage = new Stage();
            stage.setScene(shell.scene());
            stage.show();
            settle(shell);
            act.accept(shell);
            settle(shell);
            settle(shell);
            Picture.of(shell.scene(), 1).save(Path.of("target/ui/" + name + ".png"));
            stage.close();
            shell.close();
        }
    }
}
