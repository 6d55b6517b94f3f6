package io.watchdeck.ui.cost;

import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.DayBars;
import io.watchdeck.ui.kit.DayBarsPane;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Segment;
import io.watchdeck.ui.kit.SeriesLabel;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The month or some months day by day, by stacks or by services.
final class DaysPane extends VBox {

    private static final double LOWEST = 190;

    private final FlowPane legend = new FlowPane();
    private final DayBarsPane bars;
    private final Label note = Texts.wrapping("", "wd-12", "wd-muted", "cost-caption");
    private final Label nothing = Texts.label("", "wd-muted", "days-empty");

    DaysPane(CostViewModel model, Words words, Desktop desktop) {
        getStyleClass().addAll("wd-card", "cost-card");
        legend.getStyleClass().add("days-legend");
        legend.setMinHeight(Region.USE_PREF_SIZE);
        bars = new DayBarsPane(words);
        bars.setId("cost-days");
        bars.setMinHeight(LOWEST);
        bars.setPrefHeight(LOWEST);
        VBox.setVgrow(bars, Priority.ALWAYS);
        note.setId("cost-days-note");
        note.setGraphic(Icons.icon(Glyph.INFORMATION_OUTLINE));
        note.setMaxWidth(Double.MAX_VALUE);
        var frame = new VBox(bars);
        frame.getStyleClass().add("days-frame");
        VBox.setVgrow(frame, Priority.ALWAYS);
        getChildren().addAll(head(model, words, desktop), legend, frame, nothing, note);
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
        List<Node> marks = shown.parts().stream()
                .<Node>map(part -> new SeriesLabel(part.name(), part.colour())).toList();
        legend.getChildren().setAll(marks);
    }

    private static Node head(CostViewModel model, Words words, Desktop desktop) {
        var parts = new ToggleGroup();
        var by = new HBox();
        by.getStyleClass().add("segments");
        for (Breakdown one : Breakdown.values()) {
            String word = one.name().toLowerCase(Locale.ROOT);
            by.getChildren().add(segment("cost-by-" + word, words.say("ui.costs.by." + word), parts,
                    model.breakdownProperty(), one, () -> model.breakDown(one)));
        }
        var ranges = new ToggleGroup();
        var over = new HBox();
        over.getStyleClass().add("segments");
        for (DayRange one : DayRange.values()) {
            over.getChildren()
                    .add(segment("cost-range-" + one.word(), words.say("ui.costs.range." + one.word()), ranges,
                            model.rangeProperty(), one, () -> model.look(one)));
        }
        var export = new Button(words.say("ui.costs.export"), Icons.icon(Glyph.TABLE_ARROW_DOWN));
        export.setId("cost-days-csv");
        export.getStyleClass().addAll("small", "flat");
        export.setMinWidth(Region.USE_PREF_SIZE);
        Texts.explain(export, words.say("ui.costs.exportDaysWhy"));
        export.setOnAction(_ -> {
            Csv csv = model.dayCsv();
            desktop.save(csv.name() + ".csv", csv.text());
        });
        var head = new HBox(Texts.yielding(words.say("ui.costs.byDay"), "wd-14", "wd-strong"), Texts.spacer(), export,
                over, by);
        head.getStyleClass().addAll("section-head", "chart-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static <T> ToggleButton segment(String id, String text, ToggleGroup group,
            ReadOnlyObjectProperty<T> chosen, T which, Runnable choose) {
        ToggleButton button = Segment.of(text, group, choose);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        chosen.subscribe(now -> button.setSelected(now == which));
        return button;
    }
}
