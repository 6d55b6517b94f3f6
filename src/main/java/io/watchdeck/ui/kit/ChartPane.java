package io.watchdeck.ui.kit;

import io.watchdeck.words.Words;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;

/// A chart with the choice of how far back it goes, the way back from a part of it, its values as a table, and both as
/// files. The ids of its nodes begin with the name of its place: `history-chart`, `history-range-1h`.
public final class ChartPane extends VBox {

    private static final double SHARP = 2;

    private final ChartViewModel model;
    private final Words words;
    private final Desktop desktop;
    private final String place;
    private final Supplier<Csv> csv;
    private final TimeChart chart;
    private final ChartValuesPane values;
    private final HBox ranges = new HBox();
    private final Label caption = Texts.blank("wd-12", "wd-strong", "chart-caption");
    private final VBox frame = new VBox();
    private final Button asTable = new Button();

    /// @param csv the values that are saved
    public ChartPane(ChartViewModel model, Words words, Desktop desktop, String place, Supplier<Csv> csv) {
        this.model = model;
        this.words = words;
        this.desktop = desktop;
        this.place = place;
        this.csv = csv;
        chart = new TimeChart(words);
        chart.setId(place + "-chart");
        chart.onLook(model::look);
        chart.onOpen(() -> table(true));
        chart.widthProperty().subscribe(width -> model.width(width.doubleValue()));
        values = new ChartValuesPane(words);
        values.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER) {
                table(false);
                event.consume();
            }
        });
        Texts.shown(values, false);
        Texts.shown(caption, false);
        frame.getChildren().addAll(caption, chart, values);
        frame.getStyleClass().add("chart-frame");
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox.setVgrow(values, Priority.ALWAYS);
        VBox.setVgrow(frame, Priority.ALWAYS);
        getStyleClass().add("chart-pane");
        getChildren().addAll(tools(), frame);
        model.chartProperty().subscribe(data -> {
            chart.show(data);
            if (values.isVisible()) {
                values.show(data);
            }
        });
        model.closerProperty().subscribe(chart::closer);
    }

    public TimeChart chart() {
        return chart;
    }

    public void chartHeight(double height) {
        chart.setPrefHeight(height);
        values.setPrefHeight(height);
    }

    /// Adds something below the chart that belongs on its picture, such as a legend.
    public void below(Node legend) {
        frame.getChildren().add(legend);
    }

    private HBox tools() {
        ranges.getStyleClass().add("segments");
        ranges.setMinWidth(USE_PREF_SIZE);
        var group = new ToggleGroup();
        for (ChartRange range : ChartRange.values()) {
            ToggleButton button = Segment.of(words.say(range.key()), group, () -> model.choose(range));
            button.setId(place + "-range-" + range.word());
            model.rangeProperty().subscribe(now -> button.setSelected(now == range));
            ranges.getChildren().add(button);
        }
        var back = new Button(words.say("ui.history.back"), Icons.icon(Glyph.MAGNIFY_MINUS_OUTLINE));
        back.getStyleClass().addAll("small", "flat");
        back.setId(place + "-back");
        back.setOnAction(_ -> model.look(Optional.empty()));
        model.closerProperty().subscribe(closer -> Texts.shown(back, closer));
        asTable.setId(place + "-values");
        asTable.getStyleClass().addAll("flat", "icon-button");
        asTable.setTooltip(Texts.tooltip(""));
        asTable.setOnAction(_ -> table(!values.isVisible()));
        offerTable(true);
        var tools = new HBox(ranges, back, Texts.spacer(),
                asTable,
                button("ui.history.png", "png", Glyph.IMAGE_OUTLINE, this::savePicture),
                button("ui.history.csv", "csv", Glyph.TABLE_ARROW_DOWN, () -> {
                    Csv saved = csv.get();
                    desktop.save(saved.name() + ".csv", saved.text());
                }));
        tools.getStyleClass().addAll("chart-head", "chart-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private Button button(String key, String id, Glyph icon, Runnable act) {
        var button = new Button(null, Icons.icon(icon));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setId(place + "-" + id);
        button.setAccessibleText(words.say(key));
        button.setTooltip(Texts.tooltip(words.say(key)));
        button.setOnAction(_ -> act.run());
        return button;
    }

    /// The numbers instead of the picture, or the picture again.
    private void table(boolean wanted) {
        if (wanted) {
            values.show(model.chartProperty().get());
        }
        Texts.shown(values, wanted);
        Texts.shown(chart, !wanted);
        offerTable(!wanted);
        if (wanted) {
            values.focusTable();
        } else {
            chart.requestFocus();
        }
    }

    /// @param table whether the button leads to the numbers; else it leads back to the picture
    private void offerTable(boolean table) {
        String does = words.say(table ? "ui.history.values" : "ui.history.chart");
        asTable.setGraphic(Icons.icon(table ? Glyph.TABLE : Glyph.CHART_LINE));
        asTable.setAccessibleText(does);
        asTable.getTooltip().setText(does);
    }

    /// The chart with a line that says what and when, as sharp as print wants it.
    private void savePicture() {
        boolean asTable = values.isVisible();
        Texts.shown(values, false);
        Texts.shown(chart, true);
        chart.cursorAt(null);
        caption.setText(model.caption());
        Texts.shown(caption, true);
        double height = frame.getHeight() + caption.prefHeight(frame.getWidth());
        var sharp = new Scale(SHARP, SHARP);
        frame.getTransforms().add(sharp);
        frame.resize(frame.getWidth(), height);
        frame.applyCss();
        chart.show(chart.shown());
        frame.layout();
        Picture picture = Picture.of(frame, frame.getWidth() * SHARP, height * SHARP, 1);
        frame.getTransforms().remove(sharp);
        chart.show(chart.shown());
        Texts.shown(caption, false);
        Texts.shown(values, asTable);
        Texts.shown(chart, !asTable);
        desktop.save(model.fileName() + ".png", picture::png);
    }
}
