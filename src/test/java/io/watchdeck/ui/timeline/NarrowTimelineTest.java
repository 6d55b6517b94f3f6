package io.watchdeck.ui.timeline;

import static io.watchdeck.ui.timeline.TimelineStory.GLIMPSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.StackId;
import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.LaneChart;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.PageFactory;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.watch.PastDesk;
import io.watchdeck.watch.PastSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The timeline in a window in which the details lie over the lanes.
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class NarrowTimelineTest {

    private final FakeWatch watch = TimelineStory.watch();
    private Shell shell;

    @Start
    void start(Stage stage) {
        PastDesk story = watch.past();
        watch.past(new PastDesk() {
            @Override
            public void at(Instant moment, Set<StackId> stacks, Consumer<PastSnapshot> answer) {
                story.at(moment, stacks, answer);
            }

            @Override
            public List<Failure> unread(StackId stack) {
                return List.of(Failure.denied("rds:DescribeEvents"));
            }
        });
        Map<Screen, PageFactory> screens = new EnumMap<>(Window.SCREENS);
        screens.put(Screen.TIMELINE, context -> new TimelineView(context, Optional.of(TimelineStory.timeline()),
                TimelineStory.handingOver()));
        shell = new Shell(watch, Snapshots.CLOCK, new FxExecutor(), new FakeDesktop(), StoryArchive.WORDS,
                new Look(Theme.DARK, 1100, 700), screens);
        stage.setScene(shell.scene());
        stage.setWidth(1100);
        stage.setHeight(700);
        Window.toTheCorner(stage);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(shell::close);
    }

    @Test
    void theDetailsStandBesideTheCursorAndNotOverIt(FxRobot robot) {
        for (Duration ago : List.of(Duration.ofHours(2), Duration.ofHours(22), Duration.ofHours(1))) {
            show(robot, ago);
            robot.interact(() -> robot.lookup("#timeline-detail-open").queryAs(ButtonBase.class).fire());
            robot.interact(() -> shell.scene().getRoot().layout());
            Node detail = robot.lookup("#timeline-moment-detail").query();
            LaneChart lanes = robot.lookup("#timeline-lanes").queryAs(LaneChart.class);
            double cursor = lanes.localToScene(lanes.xOf(TimelineStory.NOW.minus(ago)), 0).getX();
            assertThat(detail.isVisible()).isTrue();
            assertThat(detail.localToScene(detail.getLayoutBounds()).contains(cursor, 300)).as("%s ago", ago)
                    .isFalse();
        }
    }

    @Test
    void whatIsRefusedStandsAboveTheEvents(FxRobot robot) {
        show(robot, Duration.ofHours(2));

        Node refused = robot.lookup("#timeline-unread").query();
        assertThat(refused.isVisible()).isTrue();
        assertThat(Window.texts(refused.getParent())).contains("Missing here: Denied rds:DescribeEvents");
    }

    private void show(FxRobot robot, Duration ago) {
        robot.interact(() -> {
            shell.show(Place.of(GLIMPSE, TimelineStory.NOW.minus(ago)));
            shell.scene().getRoot().applyCss();
            shell.scene().getRoot().layout();
            shell.scene().getRoot().layout();
        });
    }
}
