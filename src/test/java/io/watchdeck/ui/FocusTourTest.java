package io.watchdeck.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Theme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Every screen over the simulated account with Tab alone: all that can be pressed is reached, in the order in which it is
/// read, has a name and is in sight, and it is seen where the focus is.
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class FocusTourTest extends OperatedInTheSandbox {

    /// Left out of the way with Tab, because a key does the same.
    private static final Set<String> WITH_KEYS_OF_THEIR_OWN = Set.of("alarms-all"); // Ctrl+A

    private static final List<String> SECTIONS = List.of("speech", "you", "notices", "cost", "history", "stacks",
            "files");

    private final Set<Node> pictured = new HashSet<>();

    FocusTourTest() {
        super("tiketi-prod", "sesami-prod", "glimpse-prod");
    }

    @Start
    void start(Stage stage) {
        open(stage);
        stage.setWidth(1440);
        stage.setHeight(900);
    }

    @ParameterizedTest
    @CsvSource({"en, DARK", "ko, LIGHT"})
    void everyScreenIsUsableWithoutAMouse(Locale language, Theme theme, FxRobot robot) {
        robot.interact(() -> {
            window.shell.use(theme);
            window.shell.use(language);
        });
        var all = new SoftAssertions();
        for (Place place : places()) {
            robot.interact(() -> window.shell.show(place));
            WaitForAsyncUtils.waitForFxEvents();
            tour(place.screen().word() + place.component().map(part -> " " + part).orElse(""), robot, all);
        }
        all.assertAll();
    }

    private static List<Place> places() {
        return Stream.concat(Stream.of(Screen.values()).filter(screen -> screen != Screen.STACKS).map(Place::of),
                Stream.concat(Stream.of(Place.of(new StackId("tiketi-prod"))),
                        SECTIONS.stream().map(Place::ofSettings)))
                .toList();
    }

    private void tour(String screen, FxRobot robot, SoftAssertions all) {
        var tour = new FocusTour(robot, window.shell.scene());
        FocusTour.Rings rings = tour.new Rings();
        var hidden = new ArrayList<String>();
        Optional<Node> first = Optional.ofNullable(window.shell.scene().getFocusOwner());
        all.assertThat(first).as(screen + " begins with something that has the focus").isPresent();
        List<Node> met = tour.go(false, node -> {
            if (!FocusTour.seen(node) || !FocusTour.isShown(node)) {
                hidden.add(FocusTour.what(node));
            }
            if (pictured.add(node)) {
                rings.picture(node);
            }
        });
        all.assertThat(Optional.ofNullable(window.shell.scene().getFocusOwner())).as(screen + " is gone around")
                .isEqualTo(first);
        all.assertThat(texts(rings.unmarked(Set.of()))).as(screen + ": with and without the focus look alike")
                .isEmpty();
        all.assertThat(tour.jumps()).as(screen + ": not in the order of reading").isEmpty();
        List<Node> back = tour.go(true, _ -> {});
        all.assertThat(texts(back.reversed())).as(screen + ": the way back").hasSameElementsAs(texts(met));
        all.assertThat(hidden).as(screen + ": out of sight with the focus").isEmpty();
        all.assertThat(texts(tour.usable().stream().filter(node -> !met.contains(node) && node.isFocusTraversable()
                && !FocusTour.arrowsLead(node, met)).toList())).as(screen + ": never has the focus").isEmpty();
        all.assertThat(texts(tour.usable().stream().filter(node -> !node.isFocusTraversable()
                && !FocusTour.arrowsLead(node, met)
                && !WITH_KEYS_OF_THEIR_OWN.contains(String.valueOf(node.getId()))).toList()))
                .as(screen + ": cannot have the focus").isEmpty();
        all.assertThat(texts(met.stream().filter(node -> FocusTour.name(node).isBlank()).toList()))
                .as(screen + ": has no name").isEmpty();
        all.assertThat(texts(tour.mute())).as(screen + ": says nothing to a screen reader").isEmpty();
    }

    private static List<String> texts(List<Node> nodes) {
        return nodes.stream().map(FocusTour::what).toList();
    }
}
