package io.watchdeck.ui.spot;

import io.watchdeck.ui.kit.ChartData;
import io.watchdeck.ui.kit.CountBars;
import io.watchdeck.ui.kit.CountBarsPane;
import io.watchdeck.ui.kit.Segment;
import io.watchdeck.ui.kit.SeriesLabel;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.TimeChart;
import io.watchdeck.ui.kit.ToolsRow;
import io.watchdeck.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Interruptions and placement failures by hours or days, or the share of Spot over the same time.
final class PicturePane extends VBox {

    private static final double LOWEST = 110;

    private final CountBarsPane bars;
    private final TimeChart share;
    private final HBox legend = new HBox();
    /// Of the lines of shares, each with its whole name.
    private final FlowPane names = new FlowPane();
    private final Label title = Texts.yielding("", "wd-14", "wd-strong");

    PicturePane(SpotViewModel model, Words words) {
        getStyleClass().addAll("wd-card", "spot-picture");
        bars = new CountBarsPane(words);
        bars.setId("spot-bars");
        share = new TimeChart(words);
        share.setId("spot-share");
        share.setMinHeight(LOWEST);
        bars.setMinHeight(LOWEST);
        legend.getStyleClass().add("spot-legend");
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.setMinWidth(Region.USE_PREF_SIZE);
        var frame = new StackPane(bars, share);
        frame.getStyleClass().add("spot-frame");
        frame.setMinHeight(0);
        VBox.setVgrow(frame, Priority.ALWAYS);
        names.setId("spot-share-names");
        names.getStyleClass().addAll("spot-legend", "spot-share-names");
        names.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head(model, words), names, frame);
        model.pageProperty().subscribe(page -> page.bars().ifPresent(this::show));
        model.share().chartProperty().subscribe(this::show);
        model.share().closerProperty().subscribe(_ -> share.closer(false));
        share.widthProperty().subscribe(width -> model.share().width(width.doubleValue()));
        model.drawnProperty().subscribe(now -> {
            Texts.shown(bars, now != Drawn.SHARE);
            Texts.shown(share, now == Drawn.SHARE);
            Texts.shown(legend, now != Drawn.SHARE);
            showNames();
        });
    }

    private void show(ChartData newest) {
        share.show(newest);
        List<String> called = newest.plots().stream().flatMap(plot -> plot.lines().stream())
                .filter(line -> line.label().isEmpty()).map(ChartData.Line::name).toList();
        if (!names.getChildren().stream().map(one -> ((SeriesLabel) one).getText()).toList().equals(called)) {
            names.getChildren().setAll(newest.plots().stream().flatMap(plot -> plot.lines().stream())
                    .filter(line -> line.label().isEmpty())
                    .map(line -> new SeriesLabel(line.name(), line.colour())).toList());
        }
        showNames();
    }

    private void showNames() {
        Texts.shown(names, share.isVisible() && !names.getChildren().isEmpty());
    }

    private void show(CountBars newest) {
        bars.show(newest);
        List<Node> marks = newest.parts().stream()
                .<Node>map(part -> new SeriesLabel(part.name(), part.colour())).toList();
        if (legend.getChildren().size() != marks.size()) {
            legend.getChildren().setAll(marks);
        }
    }

    /// Where there is no room for its title, the selected service beside it is the title.
    void narrow(boolean now) {
        Texts.shown(title, !now);
    }

    private Node head(SpotViewModel model, Words words) {
        title.setId("spot-about");
        model.pageProperty().subscribe(page -> {
            title.setText(page.about());
            Texts.explain(title, page.about());
        });
        var segments = new HBox();
        segments.getStyleClass().add("segments");
        segments.setMinWidth(USE_PREF_SIZE);
        segments.setAccessibleText(words.say("ui.spot.drawn"));
        var group = new ToggleGroup();
        for (Drawn one : Drawn.values()) {
            ToggleButton button = Segment.of(words.say("ui.spot.drawn." + one.word()), group,
                    () -> model.draw(one));
            button.setId("spot-drawn-" + one.word());
            model.drawnProperty().subscribe(now -> button.setSelected(now == one));
            if (one == Drawn.HOURS) {
                model.spanProperty().subscribe(now -> button.setDisable(!now.hasHours()));
            }
            segments.getChildren().add(button);
        }
        var head = new ToolsRow(title, Texts.spacer(), legend, segments);
        head.getStyleClass().addAll("section-head", "chart-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }
}
