package io.watchdeck.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.identity.Attempt;
import io.watchdeck.identity.DeviceCode;
import io.watchdeck.identity.Door;
import io.watchdeck.identity.FakeSignIn;
import io.watchdeck.identity.Outcome;
import io.watchdeck.identity.Profile;
import io.watchdeck.identity.SignInDesk;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Region;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.shell.Place;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SignInDialogTest {

    private static final Door.Sso COMPANY = new Door.Sso(Optional.of("company"), "https://company.example/start",
            new Region("ap-northeast-2"), List.of());
    private static final Door.Mfa CAREFUL = new Door.Mfa("default", "device");
    private static final DeviceCode CODE = new DeviceCode("BHDF-XQJL", URI.create("https://device.example/"),
            URI.create("https://device.example/?user_code=BHDF-XQJL"), Snapshots.NOW.plusSeconds(600));

    private final FakeSignIn service = new FakeSignIn(Snapshots.NOW,
            new Profile("default", Profile.Kind.SSO, Optional.empty(), Optional.of(COMPANY), Optional.of(CAREFUL)),
            new Profile("keys", Profile.Kind.STATIC, Optional.empty(), Optional.empty(), Optional.empty()));
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final SignInDesk desk = new SignInDesk(service, service, waiting::add, () -> {});
    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.of(List.of(Snapshots.expiredTiketi(),
                Snapshots.sesamiWithoutCredentials("failure.aws.mfa"))));
        window.shell.signIn(desk, SignInDialogs::new);
        answer();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    private void answer() {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }

    private void press(FxRobot robot, String id) {
        robot.interact(() -> ((Button) find(id)).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Node find(String id) {
        return window.shell.scene().lookup(id);
    }

    private void answers(FxRobot robot, Function<Attempt, Outcome> outcome) {
        service.outcome = outcome;
        robot.interact(this::answer);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String focused() {
        return window.shell.scene().getFocusOwner().getId();
    }

    @Test
    void whoWaitedCanGoOnWithEnter(FxRobot robot) {
        press(robot, "#banner-sign-in");
        assertThat(focused()).isEqualTo("dialog-cancel");
        assertThat(((FontIcon) ((Labeled) find("#dialog-why")).getGraphic()).glyph())
                .as("nothing is locked, it takes a while").isEqualTo(Glyph.CLOCK_OUTLINE);
        assertThat(((Button) find("#dialog-primary")).getGraphic()).isNull();
        assertThat(((Button) find("#dialog-primary")).getText()).as("nothing was tried yet").isEqualTo("Open the page");

        answers(robot, _ -> new Outcome.Refused(Phrase.of("signIn.tooLate")));

        assertThat(focused()).isEqualTo("dialog-primary");
        assertThat(((Button) find("#dialog-primary")).getText()).isEqualTo("Try again");
    }

    @Test
    void anotherCodeIsOfferedWhileNobodyAnswersToTheOneThatIsShown(FxRobot robot) {
        press(robot, "#banner-sign-in");
        answers(robot, attempt -> {
            attempt.confirm(CODE);
            assertThat(find("#sign-in-again").isVisible()).isFalse();
            attempt.lost(CODE);
            assertThat(find("#sign-in-again").isVisible()).isTrue();
            return new Outcome.Refused(Phrase.of("signIn.lost"));
        });
        assertThat(Window.texts(find("#sign-in-dialog")))
                .contains("AWS stopped answering, and the code has expired");
        assertThat(find("#sign-in-again").isVisible()).as("the primary button does it").isFalse();
    }

    @Test
    void enterEndsNoLoginThatHasJustBegun(FxRobot robot) {
        service.command = true;
        robot.interact(desk::look);
        robot.interact(this::answer);
        press(robot, "#banner-sign-in");
        waiting.clear();

        press(robot, "#sign-in-command");

        assertThat(((Button) find("#dialog-primary")).isDisabled()).isTrue();
        assertThat(focused()).as("it is not left to chance").isEqualTo("dialog-cancel");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        answers(robot, _ -> new Outcome.Refused(Phrase.of("signIn.noCommand")));
        assertThat(service.asked).containsExactly("command default");
        assertThat(focused()).isEqualTo("dialog-primary");
    }

    @Test
    void whoTakesACodeInPlaceOfTheCommandGoesOnWithEnter(FxRobot robot) {
        service.command = true;
        robot.interact(desk::look);
        robot.interact(this::answer);
        press(robot, "#banner-sign-in");
        press(robot, "#sign-in-command");
        waiting.clear();
        assertThat(find("#sign-in-instead").isVisible()).isTrue();
        robot.interact(() -> find("#sign-in-instead").requestFocus());

        press(robot, "#sign-in-instead");

        assertThat(focused()).isEqualTo("dialog-cancel");
        assertThat(find("#sign-in-instead").isVisible()).isFalse();
        answers(robot, attempt -> {
            attempt.confirm(CODE);
            assertThat(focused()).isEqualTo("dialog-primary");
            assertThat(((Button) find("#dialog-primary")).getText()).isEqualTo("Open the page again");
            return new Outcome.GivenUp();
        });
        assertThat(service.asked).containsExactly("device company");
    }

    @Test
    void theIconOfATroubleStandsBesideItsFirstLine(FxRobot robot) {
        press(robot, "#banner-sign-in");
        assertThat(find("#sign-in-trouble").getParent().isVisible()).as("no trouble, no icon").isFalse();
        answers(robot, _ -> new Outcome.Refused(Phrase.of("signIn.unwritten", "/a folder/of a long name".repeat(9))));
        Window.texts(find("#sign-in-dialog"));

        Bounds text = onScreen(find("#sign-in-trouble"));
        FontIcon icon = (FontIcon) find("#sign-in-trouble").getParent().lookup(".wd-icon");
        assertThat(text.getHeight()).as("several lines").isGreaterThan(40);
        assertThat(onScreen(icon).getCenterY()).isBetween(text.getMinY(), text.getMinY() + 20);
        assertThat(icon.glyph()).isEqualTo(Glyph.ALERT_OCTAGON);
    }

    @Test
    void theNextCodeIsTypedWhereTheWrongOneWas(FxRobot robot) {
        press(robot, "#banner-sign-in-2");
        robot.interact(() -> {
            ((TextField) find("#sign-in-typed")).setText("123456");
            find("#dialog-primary").requestFocus();
        });
        press(robot, "#dialog-primary");

        answers(robot, _ -> new Outcome.Refused(Phrase.of("signIn.code.wrong")));

        assertThat(focused()).isEqualTo("sign-in-typed");
    }

    @Test
    void profilesStandInRowsOfOneHeightWithTheirNamesBesideTheButtons(FxRobot robot) {
        robot.interact(() -> window.shell.show(Place.ofSettings("signin")));
        robot.interact(this::answer);
        Window.texts(find("#profiles"));

        Node button = find("#profile-default").lookup(".button");
        assertThat(find("#profile-keys").getLayoutBounds().getHeight())
                .isEqualTo(find("#profile-default").getLayoutBounds().getHeight());
        for (String row : List.of("#profile-default", "#profile-keys")) {
            assertThat(middle(find(row))).isEqualTo(onScreen(find(row)).getCenterY(), within());
        }
        assertThat(onScreen(button).getCenterY()).isEqualTo(onScreen(find("#profile-default")).getCenterY(), within());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.api.Assertions.within(1.0);
    }

    private static Bounds onScreen(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /// The middle of what is written about a profile.
    private static double middle(Node row) {
        List<Node> lines = row.lookup(".wd-strong").getParent().getChildrenUnmodifiable();
        return (onScreen(lines.getFirst()).getMinY() + onScreen(lines.getLast()).getMaxY()) / 2;
    }
}
