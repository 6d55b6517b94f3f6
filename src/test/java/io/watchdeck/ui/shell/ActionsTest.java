package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class ActionsTest {

    private static final Bounds ROOM = new BoundingBox(0, 0, 100, 100);

    @Test
    void aSwitchASliderAndASpinnerArePressedToo() {
        Actions found = CompletableFuture.supplyAsync(() -> {
            List<Control> controls = List.of(new ToggleSwitch(), new Slider(), new Spinner<>(1, 9, 1),
                    new Label("said"));
            controls.forEach(one -> one.resizeRelocate(10, 20 + 30 * controls.indexOf(one), 40, 20));
            var part = new Pane(controls.toArray(Control[]::new));
            part.resize(200, 200);
            return Actions.in(part);
        }, Platform::runLater).join();

        assertThat(found.places()).containsExactly(new BoundingBox(10, 20, 40, 20), new BoundingBox(10, 50, 40, 20),
                new BoundingBox(10, 80, 40, 20));
    }

    @Test
    void goesWhereItCoversNothing() {
        var one = new Actions(List.of(new BoundingBox(10, 20, 40, 20)));

        assertThat(one.aside(new BoundingBox(20, 20, 20, 20), 0, 20)).as("no place").isEqualTo(Point2D.ZERO);
        assertThat(one.aside(new BoundingBox(20, 30, 20, 20), 0, 100)).isEqualTo(new Point2D(0, 40));
    }

    @Test
    void whereNoPlaceIsFreeItGoesToTheNearestThatCoversTheFewest() {
        var rows = new Actions(List.of(new BoundingBox(0, 80, 100, 10), new BoundingBox(0, 92, 100, 5),
                new BoundingBox(0, 50, 100, 10), new BoundingBox(0, 0, 100, 40)));

        assertThat(rows.aside(new BoundingBox(70, 76, 20, 20), 60, 70)).as("from two to one").isEqualTo(
                new Point2D(0, 10));
        assertThat(rows.isCovered(new BoundingBox(70, 66, 20, 20))).isTrue();
    }

    @Test
    void whatStandsCloseToSomethingCoversIt() {
        var one = new Actions(List.of(new BoundingBox(10, 20, 40, 20)));

        assertThat(one.isCovered(new BoundingBox(20, 30, 5, 5))).isTrue();
        assertThat(one.isCovered(new BoundingBox(54, 20, 5, 5))).as("four pixels of air").isTrue();
        assertThat(one.isCovered(new BoundingBox(55, 20, 5, 5))).isFalse();
        assertThat(one.isCovered(new BoundingBox(10, 45, 5, 5))).isFalse();
        assertThat(new Actions(List.of()).isCovered(ROOM)).isFalse();
    }

    @Test
    void theSamePlaceIsNotLookedForTwice() {
        var last = new LastAside();
        var wanted = new BoundingBox(20, 20, 20, 20);
        Point2D first = last.of(all(90), wanted, ROOM);

        assertThat(last.of(all(90), new BoundingBox(20, 20, 20, 20), ROOM)).isSameAs(first);
        assertThat(last.of(all(30), wanted, ROOM)).as("something has moved").isNotSameAs(first);
        Point2D moved = last.of(all(30), wanted, ROOM);
        assertThat(last.of(all(30), new BoundingBox(20, 20, 20, 30), ROOM)).as("more is told").isNotSameAs(moved);
        Point2D larger = last.of(all(30), wanted, ROOM);
        assertThat(last.of(all(30), wanted, new BoundingBox(0, 0, 200, 100))).as("the window is wider")
                .isNotSameAs(larger);
    }

    /// One thing below everything.
    private static Actions all(double high) {
        return new Actions(List.of(new BoundingBox(0, 0, 100, high)));
    }
}
