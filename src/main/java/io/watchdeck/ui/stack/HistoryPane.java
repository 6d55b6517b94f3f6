package io.watchdeck.ui.stack;

import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.TimeChart;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The history chart with the choice of what stands above what.
final class HistoryPane extends VBox {

    private static final int SEGMENTS = 4;

    private final StackViewModel model;
    private final TimeChart chart;
    private final HBox segments = new HBox();
    private final ComboBox<Optional<History.Choice>> second = new ComboBox<>();
    private boolean filling;

    HistoryPane(StackViewModel model, Words words, Desktop desktop) {
        this.model = model;
        getStyleClass().addAll("wd-card", "history-pane");
        chart = new TimeChart(words);
        chart.setId("history-chart");
        model.chartProperty().subscribe(chart::show);
        segments.getStyleClass().add("segments");
        segments.setMinWidth(USE_PREF_SIZE);
        second.getStyleClass().add("second-metric");
        second.setId("history-second");
        second.setConverter(converter(words));
        second.setAccessibleText(words.say("ui.history.with"));
        second.valueProperty().subscribe(this::choose);
        Label note = Texts.yielding("", "wd-12", "wd-muted");
        note.textProperty().bind(model.historyNoteProperty());
        Label with = Texts.label(words.say("ui.history.with"), "wd-12", "wd-muted");
        var export = new Button(null, Icons.icon(MaterialDesignT.TABLE_ARROW_DOWN));
        export.getStyleClass().addAll("flat", "icon-button");
        export.setAccessibleText(words.say("ui.row.export"));
        export.setTooltip(Texts.tooltip(words.say("ui.row.export")));
        export.setOnAction(_ -> {
            Csv csv = model.historyCsv();
            desktop.save(csv.name() + ".csv", csv.text());
        });
        var head = new HBox(Icons.icon(MaterialDesignC.CHART_LINE),
                Texts.label(words.say("ui.history.title"), "wd-14", "wd-strong"), segments, with, second,
                Texts.spacer(), note, export);
        head.getStyleClass().addAll("section-head", "history-head");
        head.setAlignment(Pos.CENTER_LEFT);
        var frame = new VBox(chart);
        frame.getStyleClass().add("chart-frame");
        getChildren().addAll(head, frame);
        model.choices().addListener((ListChangeListener<History.Choice>) _ -> fill());
        model.firstProperty().subscribe(_ -> fill());
        model.secondProperty().subscribe(_ -> fill());
        var parts = List.of(frame, segments, with, second, export);
        Runnable showParts = () -> parts.forEach(part -> Texts.shown(part, !model.choices().isEmpty()));
        model.choices().addListener((ListChangeListener<History.Choice>) _ -> showParts.run());
        showParts.run();
    }

    void chartHeight(double height) {
        chart.setPrefHeight(height);
    }

    private void choose(@Nullable Optional<History.Choice> value) {
        if (!filling && value != null) {
            model.plotSecond(value);
        }
    }

    private void fill() {
        filling = true;
        Optional<History.Choice> first = model.firstProperty().get();
        var group = new ToggleGroup();
        List<History.Choice> front = model.choices().stream().limit(SEGMENTS).toList();
        segments.getChildren().setAll(front.stream().map(choice -> segment(choice, group, first)).toList());
        second.getItems().setAll(java.util.stream.Stream
                .concat(java.util.stream.Stream.of(Optional.<History.Choice>empty()),
                        model.choices().stream().filter(choice -> first.filter(choice::equals).isEmpty())
                                .map(Optional::of))
                .toList());
        second.setValue(model.secondProperty().get().filter(choice -> first.filter(choice::equals).isEmpty()));
        filling = false;
    }

    private ToggleButton segment(History.Choice choice, ToggleGroup group, Optional<History.Choice> first) {
        var button = new ToggleButton(choice.label());
        button.getStyleClass().add("segment");
        button.setToggleGroup(group);
        button.setSelected(first.filter(choice::equals).isPresent());
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.plotFirst(Optional.of(choice));
        });
        return button;
    }

    private static StringConverter<Optional<History.Choice>> converter(Words words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Optional<History.Choice> choice) {
                return choice == null ? "" : choice.map(History.Choice::label).orElse(words.say("ui.history.nothing"));
            }

            @Override
            public Optional<History.Choice> fromString(String text) {
                return Optional.empty();
            }
        };
    }
}
