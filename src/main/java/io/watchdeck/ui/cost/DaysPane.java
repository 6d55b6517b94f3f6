package io.watchdeck.ui.cost;

import io.watchdeck.ui.kit.DayBars;
import io.watchdeck.ui.kit.DayBarsPane;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
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
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// The month day by day, by stacks or by services.
final class DaysPane extends VBox {

    private static final double LOWEST = 150;

    private final FlowPane legend = new FlowPane();
    private final DayBarsPane bars;
    private final Label note = Texts.yielding("", "wd-12", "wd-muted", "cost-caption");
    private final Label nothing = Texts.label("", "wd-muted", "days-empty");

    DaysPane(CostViewModel model, Words words) {
        getStyleClass().addAll("wd-card", "cost-card");
        legend.getStyleClass().add("days-legend");
        legend.setMinHeight(Region.USE_PREF_SIZE);
        bars = new DayBarsPane(words);
        bars.setId("cost-days");
        bars.setMinHeight(LOWEST);
        bars.setPrefHeight(LOWEST);
        VBox.setVgrow(bars, Priority.ALWAYS);
        note.setId("cost-days-note");
        note.setGraphic(Icons.icon(MaterialDesignI.INFORMATION_OUTLINE));
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.setMaxWidth(Double.MAX_VALUE);
        var frame = new VBox(bars);
        frame.getStyleClass().add("days-frame");
        VBox.setVgrow(frame, Priority.ALWAYS);
        getChildren().addAll(head(model, words), legend, frame, nothing, note);
        model.daysProperty().subscribe(chart -> {
            chart.bars().ifPresent(this::show);
            Texts.shown(legend, chart.bars().isPresent());
            Texts.shown(frame, chart.bars().isPresent());
            Texts.set(nothing, chart.bars().isPresent() ? "" : chart.note());
            Texts.set(note, chart.bars().isPresent() ? chart.note() : "");
        });
    }

    private void show(DayBars shown) {
        bars.show(shown);
        List<Node> marks = shown.parts().stream().map(part -> {
            var swatch = new Region();
            swatch.getStyleClass().addAll("swatch", "series-" + part.colour());
            Label label = Texts.label(part.name(), "wd-12", "wd-muted");
            label.setGraphic(swatch);
            return (Node) label;
        }).toList();
        legend.getChildren().setAll(marks);
    }

    private static Node head(CostViewModel model, Words words) {
        var group = new ToggleGroup();
        var segments = new HBox(segment(model, words, group, Breakdown.STACKS, "stacks"),
                segment(model, words, group, Breakdown.SERVICES, "services"));
        segments.getStyleClass().add("segments");
        var head = new HBox(Texts.label(words.say("ui.costs.byDay"), "wd-14", "wd-strong"), Texts.spacer(), segments);
        head.getStyleClass().addAll("section-head", "chart-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static ToggleButton segment(CostViewModel model, Words words, ToggleGroup group, Breakdown by,
            String word) {
        var button = new ToggleButton(words.say("ui.costs.by." + word));
        button.setId("cost-by-" + word);
        button.getStyleClass().add("segment");
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> model.breakDown(by));
        model.breakdownProperty().subscribe(now -> button.setSelected(now == by));
        button.selectedProperty().subscribe(_ -> {
            if (group.getSelectedToggle() == null && model.breakdownProperty().get() == by) {
                button.setSelected(true);
            }
        });
        return button;
    }
}
