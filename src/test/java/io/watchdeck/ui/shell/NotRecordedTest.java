package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.watch.PastSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The screens at a moment at which most had not answered yet.
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class NotRecordedTest {

    private static final Instant THEN = Snapshots.NOW.minusSeconds(3600);
    private final FakeWatch watch = new FakeWatch(Snapshots.moment());
    private Shell shell;

    @Start
    void start(Stage stage) {
        watch.past((moment, _, answer) -> answer
                .accept(new PastSnapshot(moment, Optional.of(Snapshots.loading()), List.of())));
        shell = new Shell(watch, Snapshots.CLOCK, new FxExecutor(), new FakeDesktop(),
                new Words(Locale.ENGLISH, Snapshots.ZONE), new Look(Theme.DARK, 1440, 900), Window.SCREENS);
        stage.setScene(shell.scene());
        stage.setWidth(1440);
        stage.setHeight(900);
        Window.toTheCorner(stage);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(shell::close);
    }

    @Test
    void whatHadNotComeByThenIsNotRecordedAndNotAskedFor(FxRobot robot) {
        assertThat(texts(robot, Place.of(new StackId("sesami-prod")).at(THEN), "#stack"))
                .contains("Not recorded").filteredOn(said -> said.contains("asking")).isEmpty();
        assertThat(texts(robot, Place.of(Screen.OVERVIEW).at(THEN), "#overview-table"))
                .contains("Not recorded").filteredOn(said -> said.contains("asking")).isEmpty();
    }

    private List<String> texts(FxRobot robot, Place place, String part) {
        robot.interact(() -> {
            shell.show(place);
            shell.scene().getRoot().applyCss();
            shell.scene().getRoot().layout();
        });
        return Window.texts(robot.lookup(part).query());
    }
}
