package io.watchdeck.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.identity.Door;
import io.watchdeck.identity.FakeSignIn;
import io.watchdeck.identity.Outcome;
import io.watchdeck.identity.Profile;
import io.watchdeck.identity.SignInDesk;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.shell.Connecting;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.signin.SignInDialogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// From the banner of the sandbox to a stack file in the folder that is followed.
@ExtendWith(ApplicationExtension.class)
class ConnectDialogTest {

    private static final Door.Sso COMPANY = new Door.Sso(Optional.of("company"), "https://company.example/start",
            SandboxProspects.SEOUL, List.of());

    @TempDir
    static Path home;

    private final SandboxProspects prospects = new SandboxProspects();
    private final FakeSignIn service = new FakeSignIn(Snapshots.NOW, new Profile("ops", Profile.Kind.SSO,
            Optional.of(SandboxProspects.SEOUL), Optional.of(COMPANY), Optional.empty()));
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final AtomicInteger ended = new AtomicInteger();
    private Path folder;
    private Window window;

    @Start
    void open(Stage stage) throws Exception {
        folder = Files.createTempDirectory(home, "stacks");
        window = new Window(stage, Snapshots.sandbox());
        window.shell.connecting().begin(new Connecting.Way(
                Optional.of(() -> new SignInDesk(service, service, waiting::add, () -> {})), ended::incrementAndGet),
                SignInDialogs::new, context -> new ConnectDialogs(context, prospects.desk(folder, Runnable::run,
                        Runnable::run)));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
        assertThat(ended).hasValue(1);
    }

    /// What the sign-in does beside the window.
    private void work(FxRobot robot) {
        robot.interact(() -> {
            while (!waiting.isEmpty()) {
                waiting.poll().run();
            }
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private <T extends Node> T node(FxRobot robot, String id) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(id).query();
    }

    private void fire(FxRobot robot, String id) {
        Button button = node(robot, id);
        robot.interact(button::fire);
    }

    /// With the profiles that there are.
    private void open(FxRobot robot) {
        fire(robot, "#banner-connect");
        work(robot);
    }

    @Test
    void whoIsOnTheWayToAnAccountFindsTheProfilesInTheSettings(FxRobot robot) {
        robot.interact(() -> window.shell.show(Place.ofSettings("signin")));
        work(robot);

        assertThat(Window.texts(node(robot, "#profile-ops"))).as("nobody of the simulated account")
                .containsExactly("ops · SSO", "signed out");
        Button enter = (Button) node(robot, "#profile-ops").lookup(".button");
        robot.interact(enter::fire);
        assertThat(robot.lookup("#sign-in-dialog").tryQuery()).isPresent();
    }

    private boolean isOpen(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#connect-dialog").tryQuery().isPresent();
    }

    private void press(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void severalMistakesHaveOneIconBesideTheFirst(FxRobot robot) {
        open(robot);
        press(robot, KeyCode.ENTER);
        CheckBox cluster = node(robot, "#connect-cluster-tiketi-cluster-prod");
        robot.interact(() -> cluster.setSelected(true));
        fire(robot, "#dialog-primary");
        TextArea text = node(robot, "#connect-text");

        robot.interact(() -> text.setText("nmae: a\nergion: b\ncluser: c\n"));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> window.shell.scene().getRoot().layout());

        Label problems = node(robot, "#connect-problems");
        assertThat(problems.getText().lines().count()).isGreaterThan(2);
        Node icon = problems.getParent().lookup(".wd-icon");
        assertThat(icon.localToScene(icon.getLayoutBounds()).getCenterY())
                .isBetween(problems.localToScene(0, 0).getY(), problems.localToScene(0, 20).getY());
    }

    @Test
    void anArrowKeyChoosesTheEnvironmentThatItGoesTo(FxRobot robot) {
        open(robot);
        press(robot, KeyCode.ENTER);
        CheckBox cluster = node(robot, "#connect-cluster-tiketi-cluster-prod");
        robot.interact(() -> cluster.setSelected(true));
        fire(robot, "#dialog-primary");
        ToggleButton production = node(robot, "#connect-environment-production");
        assertThat(production.isSelected()).isTrue();

        robot.interact(production::requestFocus);
        press(robot, KeyCode.LEFT);

        Node focused = window.shell.scene().getFocusOwner();
        assertThat(focused).isNotSameAs(production).isInstanceOfSatisfying(ToggleButton.class,
                button -> assertThat(button.isSelected()).isTrue());
        assertThat(this.<TextArea>node(robot, "#connect-text").getText()).containsPattern(
                "environment: " + focused.getId().substring("connect-environment-".length()) + " +# chosen by hand");
        press(robot, KeyCode.SPACE);
        assertThat(((ToggleButton) focused).isSelected()).as("one of them always is").isTrue();
    }

    @Test
    void withTheKeyboardAloneFromTheBannerToTheFile(FxRobot robot) {
        robot.interact(() -> window.shell.scene().lookup("#banner-connect").requestFocus());
        press(robot, KeyCode.SPACE);
        assertThat(isOpen(robot)).isTrue();
        work(robot);
        press(robot, KeyCode.ENTER);
        assertThat(robot.lookup("#connect-said").queryLabeled().getText()).contains("734594855464");
        for (int row = 0; row < 3; row++) {
            press(robot, KeyCode.TAB);
        }
        press(robot, KeyCode.SPACE);
        assertThat(this.<CheckBox>node(robot, "#connect-cluster-tiketi-cluster-prod").isSelected()).isTrue();
        press(robot, KeyCode.ENTER);
        assertThat(this.<TextArea>node(robot, "#connect-text").getText()).contains("tiketi-backend-service");
        press(robot, KeyCode.ENTER);
        assertThat(this.<TextField>node(robot, "#connect-file-tiketi-cluster-prod").getText()).isEqualTo(
                "tiketi-prod.yaml");
        press(robot, KeyCode.ENTER);

        Path file = folder.resolve("tiketi-prod.yaml");
        StackFile written = SandboxProspects.reader().read(file).stack().orElseThrow();
        assertThat(written.account()).hasValue("734594855464");
        assertThat(written.components().databases()).extracting("id").containsExactly("tiketi-db");
        assertThat(this.<Button>node(robot, "#dialog-primary").isFocused()).as("nothing else is left to do").isTrue();
        assertThat(this.<Button>node(robot, "#dialog-cancel").getText()).isEqualTo("Close");
        press(robot, KeyCode.ENTER);
        assertThat(isOpen(robot)).isFalse();
    }

    @Test
    void escapeClosesWithoutWritingAndKeepsWhatWasTyped(FxRobot robot) {
        open(robot);
        fire(robot, "#dialog-primary");
        CheckBox box = node(robot, "#connect-cluster-glimpse-prod");
        robot.interact(box::fire);
        fire(robot, "#dialog-primary");
        TextField name = node(robot, "#connect-name");
        robot.interact(() -> name.setText("Mine"));

        press(robot, KeyCode.ESCAPE);
        assertThat(isOpen(robot)).isFalse();
        fire(robot, "#banner-connect");

        assertThat(this.<TextField>node(robot, "#connect-name").getText()).isEqualTo("Mine");
        fire(robot, "#connect-back");
        assertThat(this.<CheckBox>node(robot, "#connect-cluster-glimpse-prod").isSelected()).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whoeverIsSignedOutSignsInInBetweenAndComesToTheAccount(FxRobot robot) {
        service.outcome = _ -> new Outcome.Refused(Phrase.of("signIn.denied"));
        fire(robot, "#banner-connect");
        work(robot);
        press(robot, KeyCode.DOWN);
        assertThat(this.<Button>node(robot, "#dialog-primary").getText()).isEqualTo("Sign in…");
        fire(robot, "#dialog-primary");
        work(robot);
        assertThat(robot.lookup("#sign-in-dialog").tryQuery()).isPresent();
        press(robot, KeyCode.ESCAPE);
        assertThat(this.<Node>node(robot, "#connect-profiles").isVisible()).isTrue();

        service.outcome = _ -> new Outcome.SignedIn(Optional.empty());
        fire(robot, "#dialog-primary");
        work(robot);

        assertThat(robot.lookup("#sign-in-dialog").tryQuery()).isEmpty();
        assertThat(this.<Node>node(robot, "#connect-clusters").isVisible()).isTrue();
        assertThat(prospects.asked).extracting(access -> access.profile().orElse("")).containsOnly("ops");
    }

    @Test
    void whereNobodyAnswersTheKeyboardIsAtTheButtonThatTriesAgain(FxRobot robot) {
        prospects.nobody = Optional.of(Failure.expired("default"));
        open(robot);
        fire(robot, "#dialog-primary");
        Button primary = node(robot, "#dialog-primary");
        assertThat(primary.getText()).isEqualTo("Try again");
        assertThat(primary.isFocused()).isTrue();

        prospects.nobody = Optional.empty();
        press(robot, KeyCode.ENTER);

        assertThat(this.<CheckBox>node(robot, "#connect-cluster-codemate-cluster").isFocused()).isTrue();
    }

    @Test
    void whereClustersMayNotBeListedTheKeyboardIsInTheField(FxRobot robot) {
        prospects.unlisted = Optional.of(Failure.denied("ecs:ListClusters"));
        open(robot);
        fire(robot, "#dialog-primary");

        assertThat(this.<TextField>node(robot, "#connect-cluster-typed").isFocused()).isTrue();
    }

    @Test
    void whileTheProfilesAreReadTheDialogSaysSoAndGoesNowhere(FxRobot robot) {
        fire(robot, "#banner-connect");
        ListView<ProfileLine> list = node(robot, "#connect-profiles");
        assertThat(list.getItems()).isEmpty();
        assertThat(this.<Label>node(robot, "#connect-profiles-reading").getText()).isEqualTo(
                "Reading the profiles of this computer…");
        press(robot, KeyCode.DOWN);
        press(robot, KeyCode.ENTER);
        assertThat(this.<Node>node(robot, "#connect-profiles").isVisible()).isTrue();
        assertThat(this.<Label>node(robot, "#dialog-why").getText()).isEqualTo("Reading the AWS configuration");

        work(robot);

        assertThat(list.getItems()).extracting(ProfileLine::name).containsExactly("Default credentials", "ops");
        assertThat(list.getSelectionModel().getSelectedIndex()).isZero();
        assertThat(list.isFocused()).isTrue();
    }

    @Test
    void whoHasNoDefaultCredentialsSeesTheProfileThatIsChosenInTheirPlace(FxRobot robot) {
        prospects.given = false;
        prospects.unset = true;

        open(robot);

        ListView<ProfileLine> list = node(robot, "#connect-profiles");
        assertThat(list.getSelectionModel().getSelectedItem().name()).isEqualTo("ops");
        assertThat(list.getFocusModel().getFocusedItem().name()).isEqualTo("ops");
    }

    @Test
    void whatIsChosenStaysChosenWhenTheListIsReadAgain(FxRobot robot) {
        open(robot);
        press(robot, KeyCode.DOWN);
        service.until.put(COMPANY, Snapshots.NOW.plusSeconds(3600));
        service.known = List.of(new Profile("new", Profile.Kind.STATIC, Optional.empty(), Optional.empty(),
                Optional.empty()), service.known.getFirst());
        robot.interact(() -> window.shell.connecting().signing().desk().orElseThrow().look());
        work(robot);

        ListView<ProfileLine> list = node(robot, "#connect-profiles");
        assertThat(list.getItems()).extracting(ProfileLine::name).containsExactly("Default credentials", "new", "ops");
        assertThat(list.getSelectionModel().getSelectedItem().name()).isEqualTo("ops");
        assertThat(list.getFocusModel().getFocusedIndex()).isEqualTo(2);
    }

    @Test
    void theSettingsAndThePaletteLeadThereToo(FxRobot robot) {
        robot.interact(() -> window.shell.show(Place.ofSettings("stacks")));
        fire(robot, "#settings-connect");
        assertThat(isOpen(robot)).isTrue();
        press(robot, KeyCode.ESCAPE);

        press(robot, KeyCode.CONTROL, KeyCode.K);
        robot.write("connect acc");
        press(robot, KeyCode.ENTER);
        assertThat(isOpen(robot)).isTrue();
    }
}
