package io.watchdeck.ui.signin;

import io.watchdeck.identity.Attempt;
import io.watchdeck.identity.DeviceCode;
import io.watchdeck.identity.Door;
import io.watchdeck.identity.FakeSignIn;
import io.watchdeck.identity.Outcome;
import io.watchdeck.identity.Profile;
import io.watchdeck.identity.SignInDesk;
import io.watchdeck.identity.SignInState.Step;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Region;
import io.watchdeck.refresh.Background;
import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.FakeOperationDesk;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Shots;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Picture;
import io.watchdeck.ui.operations.OperationDialogs;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Application;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// Draws the ways to sign in, the lock of a stack, and what the console says of itself to `target/ui`. Arguments choose by
/// the begins of the names.
public final class SignInGallery {

    private SignInGallery() {}

    public static void main(String[] names) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Application.launch(Pictures.class, names);
    }

    public static final class Pictures extends Application {

        private static final Region SEOUL = new Region("ap-northeast-2");
        private static final Door.Sso COMPANY = new Door.Sso(Optional.of("company"),
                "https://company.awsapps.com/start", SEOUL, List.of());
        private static final Door.Mfa CAREFUL = new Door.Mfa("default", "arn:aws:iam::210987654321:mfa/sora");
        private static final DeviceCode CODE = new DeviceCode("BHDF-XQJL",
                URI.create("https://device.sso.ap-northeast-2.amazonaws.com/"),
                URI.create("https://device.sso.ap-northeast-2.amazonaws.com/?user_code=BHDF-XQJL"),
                Snapshots.NOW.plusSeconds(600));
        private static final Duration LONG = Duration.ofHours(1);

        private final Shots shots = new Shots();

        @Override
        public void start(Stage stage) {
            signIns();
            everywhere("lock", List.of(Snapshots.tiketi()), COMPANY, shell -> shell.show(place()));
            everywhere("unlocked", List.of(Snapshots.tiketi()), COMPANY, shell -> {
                shell.show(place());
                unlock(shell);
            });
            everywhere("unlocked-overview", List.of(Snapshots.tiketi(), Snapshots.sesami()), COMPANY, shell -> {
                shell.show(place());
                unlock(shell);
                shell.show(Screen.OVERVIEW);
            });
            everywhere("about", List.of(Snapshots.tiketi()), COMPANY,
                    shell -> shell.show(Place.ofSettings("support")));
            everywhere("profiles", List.of(Snapshots.tiketi()), COMPANY,
                    shell -> shell.show(Place.ofSettings("signin")));
            shots.begin();
        }

        private void signIns() {
            List<StackSnapshot> expired = List.of(Snapshots.expiredTiketi(), Snapshots.sesami());
            everywhere("banner", expired, COMPANY, _ -> {});
            everywhere("banner-code", List.of(Snapshots.sesamiWithoutCredentials("failure.aws.mfa"),
                    Snapshots.tiketi()), CAREFUL, _ -> {});
            device("asking", attempt -> wait(attempt));
            device("code", attempt -> {
                attempt.confirm(CODE);
                return wait(attempt);
            });
            device("lost", attempt -> {
                attempt.confirm(CODE);
                attempt.lost(CODE);
                return wait(attempt);
            });
            device("late", _ -> new Outcome.Refused(Phrase.of("signIn.tooLate")));
            device("ended", _ -> new Outcome.Refused(Phrase.of("signIn.lost")));
            device("denied", _ -> new Outcome.Refused(Phrase.of("signIn.denied")));
            device("away", _ -> new Outcome.Refused(Phrase.of("failure.aws.noAnswer",
                    "oidc.ap-northeast-2.amazonaws.com", "sso-oauth:RegisterClient")));
            device("command", attempt -> wait(attempt));
            mfa("mfa", "", _ -> new Outcome.GivenUp());
            mfa("mfa-typed", "482913", _ -> new Outcome.GivenUp());
            mfa("mfa-sent", "482913", attempt -> wait(attempt));
            mfa("mfa-wrong", "482913", _ -> new Outcome.Refused(Phrase.of("signIn.code.wrong")));
        }

        private static Outcome wait(Attempt attempt) {
            attempt.rest(LONG);
            return new Outcome.GivenUp();
        }

        private void device(String name, Function<Attempt, Outcome> outcome) {
            everywhere(name, List.of(Snapshots.expiredTiketi(), Snapshots.sesami()), COMPANY, outcome, shell -> {
                fire(shell, "#banner-sign-in");
                if (name.equals("command")) {
                    settle(shell);
                    fire(shell, "#sign-in-command");
                }
            });
        }

        private void mfa(String name, String typed, Function<Attempt, Outcome> outcome) {
            everywhere(name, List.of(Snapshots.sesamiWithoutCredentials("failure.aws.mfa"), Snapshots.tiketi()),
                    CAREFUL, outcome, shell -> {
                        fire(shell, "#banner-sign-in");
                        settle(shell);
                        ((TextField) shell.scene().lookup("#sign-in-typed")).setText(typed);
                        if (!name.equals("mfa-typed") && !typed.isEmpty()) {
                            fire(shell, "#dialog-primary");
                        }
                    });
        }

        private static Place place() {
            return Place.of(Snapshots.tiketi().file().id());
        }

        private static void unlock(Shell shell) {
            settle(shell);
            Event.fireEvent(shell.scene(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.U, true, true, false,
                    false));
        }

        private static void fire(Shell shell, String id) {
            settle(shell);
            ((Button) shell.scene().lookup(id)).fire();
        }

        private static void settle(Shell shell) {
            shell.scene().getRoot().applyCss();
            shell.scene().getRoot().layout();
        }

        private void everywhere(String name, List<StackSnapshot> stacks, Door door, Consumer<Shell> act) {
            everywhere(name, stacks, door, _ -> new Outcome.GivenUp(), act);
        }

        private void everywhere(String name, List<StackSnapshot> stacks, Door door,
                Function<Attempt, Outcome> outcome, Consumer<Shell> act) {
            for (Theme theme : Theme.values()) {
                for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
                    for (int width : new int[] {1440, 1100}) {
                        String file = String.join("-", "signin", name, theme.name().toLowerCase(Locale.ROOT),
                                language.getLanguage(), String.valueOf(width));
                        var wanted = getParameters().getRaw();
                        if (wanted.isEmpty() || wanted.stream().anyMatch(file::startsWith)) {
                            draw(file, new Look(theme, width, width == 1440 ? 900 : 700), language, stacks,
                                    service(door, outcome), act);
                        }
                    }
                }
            }
        }

        private static FakeSignIn service(Door door, Function<Attempt, Outcome> outcome) {
            Optional<Door.Mfa> code = door instanceof Door.Mfa mfa ? Optional.of(mfa) : Optional.empty();
            var service = new FakeSignIn(Snapshots.NOW,
                    new Profile("default", code.isEmpty() ? Profile.Kind.SSO : Profile.Kind.ROLE, Optional.of(SEOUL),
                            Optional.of(COMPANY), code),
                    new Profile("company-read", Profile.Kind.ROLE, Optional.of(SEOUL), Optional.of(COMPANY),
                            Optional.empty()),
                    new Profile("america", Profile.Kind.STATIC, Optional.of(new Region("us-east-1")),
                            Optional.empty(), Optional.empty()),
                    new Profile("careful", Profile.Kind.ROLE, Optional.of(SEOUL), Optional.empty(),
                            Optional.of(new Door.Mfa("careful", CAREFUL.serial()))));
            service.command = true;
            service.outcome = outcome;
            service.until.put(new Door.Mfa("careful", CAREFUL.serial()), Snapshots.NOW.plusSeconds(2400));
            return service;
        }

        /// What another thread brings is there in the turn after.
        private void draw(String name, Look look, Locale language, List<StackSnapshot> stacks, FakeSignIn service,
                Consumer<Shell> act) {
            var desk = new SignInDesk(service, service, work -> Background.run("sign-in", work, _ -> {}), () -> {});
            var told = new AtomicReference<>(desk.state()); // after the window, which listens before
            var shown = new Shell[1];
            var stage = new Stage[1];
            shots.add(() -> {
                shown[0] = new Shell(new FakeWatch(Snapshots.of(stacks)), Snapshots.CLOCK, new FxExecutor(),
                        new FakeDesktop(), new Words(language, Snapshots.ZONE), look, Window.SCREENS);
                stage[0] = new Stage();
                stage[0].setScene(shown[0].scene());
                stage[0].show();
                shown[0].operate(new FakeOperationDesk(stacks.getFirst(), Snapshots.NOW), OperationDialogs::new);
                shown[0].signIn(desk, SignInDialogs::new);
                desk.subscribe(told::set);
                desk.look();
                await(() -> told.get().read());
            });
            shots.add(() -> {
                act.accept(shown[0]);
                await(() -> told.get().progress().filter(one -> one.step() instanceof Step.Asking).isEmpty()
                        || name.contains("asking") || name.contains("sent"));
            });
            shots.add(() -> {
                settle(shown[0]);
                settle(shown[0]);
                Picture.of(shown[0].scene(), 1).save(Path.of("target/ui/" + name + ".png"));
                stage[0].close();
                shown[0].close();
            });
        }

        private static void await(java.util.function.BooleanSupplier there) {
            long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
            while (!there.getAsBoolean() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }
    }
}
