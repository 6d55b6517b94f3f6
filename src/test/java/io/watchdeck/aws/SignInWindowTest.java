package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.identity.SignInDesk;
import io.watchdeck.refresh.Background;
import io.watchdeck.refresh.ClockPace;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.overview.OverviewView;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.ui.signin.SignInDialogs;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// From the banner to signed in: the window, the real clients, and a service that takes its time.
@ExtendWith({TestKeys.class, ApplicationExtension.class})
class SignInWindowTest {

    private final WholeAccount account = new WholeAccount(Duration.ofSeconds(10));
    private final FakeDesktop desktop = new FakeDesktop();
    private SignedOutHome home;
    private LiveWatch watch;
    private SignInDesk desk;
    private Shell shell;

    @BeforeEach
    void configure(@TempDir Path folder) {
        home = SignedOutHome.confirmed(account, folder);
    }

    @AfterEach
    void close(FxRobot robot) throws Exception {
        robot.interact(shell::close);
        desk.close();
        watch.close();
        account.close();
        home.close();
    }

    private void open(FxRobot robot, String profile) throws Exception {
        ClockPace pace = account.pace(1);
        StackFile shop = WholeAccount.shop("profile: " + profile + "\n");
        watch = account.watch(account.connector, Rhythm.standard(), pace, shop);
        desk = new SignInDesk(new SharedProfiles(account.clock), account.connector.signIn(),
                work -> Background.run("sign-in", work, Throwable::printStackTrace), watch::refresh);
        watch.start();
        pace.settle();
        robot.interact(() -> {
            shell = new Shell(watch, account.clock, new FxExecutor(), desktop,
                    new Words(Locale.ENGLISH, ZoneOffset.UTC),
                    new Look(Theme.DARK, 1100, 700), Map.of(Screen.OVERVIEW, OverviewView::new));
            shell.signIn(desk, SignInDialogs::new);
            var stage = new Stage();
            stage.setScene(shell.scene());
            Window.toTheCorner(stage);
            stage.show();
            shell.show(Screen.OVERVIEW);
        });
        until(() -> shell.scene().lookup("#banner-sign-in") != null);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    private Node find(String id) {
        return shell.scene().lookup(id);
    }

    private boolean isShown(String id) {
        return find(id) != null && find(id).isVisible();
    }

    @Test
    void theBannerLeadsToTheBrowserAndBackToEverythingRead(FxRobot robot) throws Exception {
        open(robot, "work");
        assertThat(find("#sign-in-dialog")).as("nothing opens by itself").isNull();
        assertThat(desktop.opened).isEmpty();

        robot.interact(() -> ((Button) find("#banner-sign-in")).fire());
        until(() -> isShown("#sign-in-code") && !((Label) find("#sign-in-code")).getText().isEmpty());

        assertThat(((Label) find("#sign-in-code")).getText()).isEqualTo(FakeSignInService.USER_CODE);
        assertThat(desktop.opened).singleElement()
                .satisfies(page -> assertThat(page).hasQuery("user_code=" + FakeSignInService.USER_CODE));
        robot.interact(() -> ((Button) find("#sign-in-copy")).fire());
        assertThat(desktop.copied).containsExactly(FakeSignInService.USER_CODE);

        until(() -> find("#sign-in-dialog") == null && find("#banner-expired") == null);

        assertThat(home.token()).exists();
        assertThat(watch.current().stacks()).singleElement().satisfies(stack -> assertThat(
                stack.identity().state().problem()).isEmpty());
        assertThat(account.aws.requests("DescribeServices")).isNotEmpty().allSatisfy(
                request -> assertThat(request.authorization()).contains("ASIAWORKWORKWORKWORK"));
    }

    @Test
    void cancelGivesUpAndKeepsNothing(FxRobot robot) throws Exception {
        account.aws.on("CreateToken", FakeSignInService.pending());
        open(robot, "work");
        robot.interact(() -> ((Button) find("#banner-sign-in")).fire());
        until(() -> isShown("#sign-in-code") && home.asked("CreateToken") > 0);

        robot.interact(() -> ((Button) find("#dialog-cancel")).fire());
        int asked = home.asked("CreateToken");

        assertThat(find("#sign-in-dialog")).isNull();
        assertThat(find("#banner-sign-in")).isNotNull();
        assertThat(desk.state().progress()).isEmpty();
        assertThat(Files.exists(home.token())).isFalse();
        assertThat(home.asked("CreateToken")).isLessThanOrEqualTo(asked + 1);
    }

    @Test
    void theCodeOfADeviceIsTypedInTheWindow(FxRobot robot) throws Exception {
        open(robot, "careful");
        robot.interact(() -> ((Button) find("#banner-sign-in")).fire());
        robot.interact(() -> {
            TextField typed = (TextField) find("#sign-in-typed");
            assertThat(typed.isFocused()).isTrue();
            assertThat(find("#dialog-primary").isDisabled()).isTrue();
            typed.setText("12x");
            assertThat(typed.getText()).as("digits alone").isEmpty();
            typed.setText("123456");
            ((Button) find("#dialog-primary")).fire();
        });

        until(() -> find("#sign-in-dialog") == null && find("#banner-expired") == null);
        assertThat(account.aws.requests("AssumeRole").getFirst().parameter("TokenCode")).isEqualTo("123456");
    }
}
