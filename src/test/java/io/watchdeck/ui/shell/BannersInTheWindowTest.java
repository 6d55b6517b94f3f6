package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.identity.Door;
import io.watchdeck.identity.FakeSignIn;
import io.watchdeck.identity.Profile;
import io.watchdeck.identity.SignInDesk;
import io.watchdeck.model.Region;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class BannersInTheWindowTest {

    private static final Door.Sso COMPANY = new Door.Sso(Optional.of("company"), "https://company.example/start",
            new Region("ap-northeast-2"), List.of());
    private static final Door.Mfa CAREFUL = new Door.Mfa("default", "device");

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.of(List.of(Snapshots.expiredTiketi(),
                Snapshots.sesamiWithoutCredentials("failure.aws.mfa"))));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void eachDoorHasItsOwnButtonAndTheDetailsAreCopiedWithTheTimeAndTheVersion(FxRobot robot) {
        var opened = new ArrayList<Door>();
        robot.interact(() -> {
            var way = new FakeSignIn(Snapshots.NOW, new Profile("default", Profile.Kind.SSO, Optional.empty(),
                    Optional.of(COMPANY), Optional.of(CAREFUL)));
            window.shell.signIn(new SignInDesk(way, way, Runnable::run, () -> {}), _ -> opened::add);
        });
        robot.interact(() -> {});

        press(robot, "#banner-sign-in");
        press(robot, "#banner-sign-in-2");
        assertThat(opened).containsExactly(COMPANY, CAREFUL);

        press(robot, "#banner-details-expired");
        assertThat(window.desktop.copied).singleElement().satisfies(text -> assertThat(text)
                .startsWith("What: ").contains("Stack: Tiketi", "Kind: expired")
                .containsPattern("Z \\(UTC\\), Watchdeck "));
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> ((Button) robot.lookup(id).query()).fire());
    }
}
