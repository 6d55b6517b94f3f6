package io.watchdeck.ui.spot;

import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.ListColumn;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A service on Spot as a row of two lines.
final class ServiceRowPane extends HBox {

    private final Words words;
    private final Label name = Texts.name("wd-strong");
    private final Label stack = Texts.yielding("", "wd-12", "wd-muted");
    private final EnvironmentBadge badge = new EnvironmentBadge();
    private final TwoPane share = new TwoPane();
    private final TwoPane counted = new TwoPane();
    private final TwoPane rate = new TwoPane();
    private final TwoPane watched = new TwoPane();
    private final TwoPane replaced = new TwoPane();

    ServiceRowPane(Words words) {
        this.words = words;
        getStyleClass().add("spot-row");
        setAlignment(Pos.CENTER_LEFT);
        var below = new HBox(stack, badge);
        below.getStyleClass().add("cell-line");
        below.setAlignment(Pos.CENTER_LEFT);
        ListColumn.place(this, SpotColumns.SERVICES, List.of(ListColumn.lines(name, below), share, counted, rate,
                watched, replaced));
    }

    void show(ServiceLine line) {
        name.setText(line.name());
        Texts.explain(name, line.name());
        stack.setText(line.stackName());
        Texts.shown(badge, line.environment().isPresent());
        line.environment().ifPresent(environment -> badge.show(environment, words));
        share.show(line.share());
        counted.show(line.counted());
        rate.show(line.rate());
        watched.show(line.watched());
        replaced.show(line.replaced());
        setAccessibleText(words.say("ui.spot.spokenService", line.name(), line.stackName(), line.share().above(),
                line.counted().above(), line.rate().above(), line.watched().above(), line.replaced().above()));
    }

    /// Two lines of a column.
    private static final class TwoPane extends VBox {

        private final Label above = Texts.yielding("");
        private final Label below = Texts.yielding("", "wd-12");

        TwoPane() {
            getStyleClass().add("cell-lines");
            setAlignment(Pos.CENTER_LEFT);
            setMinWidth(0);
            getChildren().addAll(above, below);
        }

        void show(ServiceLine.Two two) {
            above.setText(two.above());
            two.tone().on(above);
            Texts.explainWhole(above, two.said());
            Texts.set(below, two.below());
            two.belowTone().on(below);
            Texts.explainWhole(below, two.said());
        }
    }
}
