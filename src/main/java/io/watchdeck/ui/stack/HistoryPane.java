package io.watchdeck.ui.stack;

import io.watchdeck.ui.kit.ChartValuesPane;
import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Picture;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.TimeChart;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The history chart with the choice of what stands above what, and of how far back it goes; the same as a table.
final class HistoryPane extends VBox {

    private static final int SEGMENTS = 4;
    private static final double SHARP = 2;

    private final HistoryViewModel model;
    private final Words words;
    private final Desktop desktop;
    private final TimeChart chart;
    private final ChartValuesPane values;
    private final HBox segments = new HBox();
    private final HBox ranges = new HBox();
    private final ComboBox<Optional<History.Choice>> second = new ComboBox<>();
    private final Label caption = Texts.blank("wd-12", "wd-strong", "chart-caption");
    private final VBox frame = new VBox();
    private boolean filling;

    HistoryPane(HistoryViewModel model, Words words, Desktop desktop) {
        this.model = model;
        this.words = words;
        this.desktop = desktop;
        getStyleClass().addAll("wd-card", "history-pane");
        chart = new TimeChart(words);
        chart.setId("history-chart");
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
        HBox head = head();
        HBox tools = tools();
        getChildren().addAll(head, tools, frame);
        model.chartProperty().subscribe(data -> {
            chart.show(data);
            if (values.isVisible()) {
                values.show(data);
            }
        });
        model.closerProperty().subscribe(chart::closer);
        model.firstProperty().subscribe(_ -> fill());
        model.secondProperty().subscribe(_ -> fill());
        List<Node> parts = List.of(frame, segments, second, tools);
        Runnable showParts = () -> parts.forEach(part -> Texts.shown(part, !model.choices().isEmpty()));
        model.choices().addListener((ListChangeListener<History.Choice>) _ -> {
            fill();
            showParts.run();
        });
        showParts.run();
    }

    void chartHeight(double height) {
        chart.setPrefHeight(height);
        values.setPrefHeight(height);
    }

    private HBox head() {
        segments.getStyleClass().add("segments");
        segments.setMinWidth(USE_PREF_SIZE);
        second.getStyleClass().add("second-metric");
        second.setId("history-second");
        second.setConverter(converter(words));
        second.setAccessibleText(words.say("ui.history.with"));
        second.valueProperty().subscribe(this::choose);
        Label with = Texts.label(words.say("ui.history.with"), "wd-12", "wd-muted");
        with.visibleProperty().bind(second.visibleProperty());
        Label note = Texts.yielding("", "wd-12", "wd-muted");
        note.setId("history-note");
        note.textProperty().bind(model.noteProperty());
        var head = new HBox(Icons.icon(MaterialDesignC.CHART_LINE),
                Texts.label(words.say("ui.history.title"), "wd-14", "wd-strong"), segments, with, second,
                Texts.spacer(), note);
        head.getStyleClass().addAll("section-head", "history-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox tools() {
        ranges.getStyleClass().add("segments");
        ranges.setMinWidth(USE_PREF_SIZE);
        var group = new ToggleGroup();
        for (ChartRange range : ChartRange.values()) {
            ToggleButton button = segment(words.say(range.key()), group, () -> model.choose(range));
            button.setId("history-range-" + range.word());
            model.rangeProperty().subscribe(now -> button.setSelected(now == range));
            ranges.getChildren().add(button);
        }
        var back = new Button(words.say("ui.history.back"), Icons.icon(MaterialDesignM.MAGNIFY_MINUS_OUTLINE));
        back.getStyleClass().addAll("small", "flat");
        back.setId("history-back");
        back.setOnAction(_ -> model.look(Optional.empty()));
        model.closerProperty().subscribe(closer -> Texts.shown(back, closer));
        var tools = new HBox(ranges, back, Texts.spacer(),
                button("ui.history.values", "history-values", MaterialDesignT.TABLE,
                        () -> table(!values.isVisible())),
                button("ui.history.png", "history-png", MaterialDesignI.IMAGE_OUTLINE, this::savePicture),
                button("ui.history.csv", "history-csv", MaterialDesignT.TABLE_ARROW_DOWN, () -> {
                    Csv csv = model.csv();
                    desktop.save(csv.name() + ".csv", csv.text());
                }));
        tools.getStyleClass().addAll("history-head", "history-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private Button button(String key, String id, Ikon icon, Runnable act) {
        var button = new Button(null, Icons.icon(icon));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setId(id);
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
        if (wanted) {
            values.focusTable();
        } else {
            chart.requestFocus();
        }
    }

    /// The chart with a line that says what and when, as sharp as print wants it.
    private void savePicture() {
        boolean asTable = values.isVisible();
        Texts.shown(values, false);
        Texts.shown(chart, true);
        chart.cursorAt(null);
        caption.setText(model.caption());
        Texts.shown(caption, true);
        double height = frame.prefHeight(frame.getWidth());
        frame.resize(frame.getWidth(), height);
        frame.applyCss();
        frame.layout();
        Picture picture = Picture.of(frame, frame.getWidth(), height, SHARP);
        Texts.shown(caption, false);
        Texts.shown(values, asTable);
        Texts.shown(chart, !asTable);
        desktop.save(model.fileName() + ".png", picture.png());
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
        segments.getChildren().setAll(model.choices().stream().limit(SEGMENTS).map(choice -> {
            ToggleButton button = segment(choice.label(), group, () -> model.plotFirst(Optional.of(choice)));
            button.setSelected(first.filter(choice::equals).isPresent());
            return button;
        }).toList());
        second.getItems().setAll(Stream.concat(Stream.of(Optional.<History.Choice>empty()), model.choices().stream()
                .filter(choice -> first.filter(choice::equals).isEmpty()).map(Optional::of)).toList());
        second.setValue(model.secondProperty().get().filter(choice -> first.filter(choice::equals).isEmpty()));
        filling = false;
    }

    /// A button of a group of which one is always chosen.
    private static ToggleButton segment(String text, ToggleGroup group, Runnable choose) {
        var button = new ToggleButton(text);
        button.getStyleClass().add("segment");
        button.setToggleGroup(group);
        button.setOnAction(_ -> {
            button.setSelected(true);
            choose.run();
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
