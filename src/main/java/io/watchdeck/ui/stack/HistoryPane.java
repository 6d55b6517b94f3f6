package io.watchdeck.ui.stack;

import io.watchdeck.ui.kit.ChartPane;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Segment;
import io.watchdeck.ui.kit.Texts;
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
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The history chart of a stack with the choice of what stands above what.
final class HistoryPane extends VBox {

    private static final int SEGMENTS = 4;

    private final HistoryViewModel model;
    private final Words words;
    private final ChartPane chart;
    private final HBox segments = new HBox();
    private final ComboBox<Optional<History.Choice>> second = new ComboBox<>();
    private boolean filling;

    /// @param explore shows the same in the metric explorer
    HistoryPane(HistoryViewModel model, Words words, Desktop desktop, Runnable explore) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("wd-card", "history-pane");
        chart = new ChartPane(model.chart(), words, desktop, "history", model.chart()::csv);
        getChildren().addAll(head(explore), chart);
        model.firstProperty().subscribe(_ -> fill());
        model.secondProperty().subscribe(_ -> fill());
        List<Node> parts = List.of(chart, segments, second);
        Runnable showParts = () -> parts.forEach(part -> Texts.shown(part, !model.choices().isEmpty()));
        model.choices().addListener((ListChangeListener<History.Choice>) _ -> {
            fill();
            showParts.run();
        });
        showParts.run();
    }

    void chartHeight(double height) {
        chart.chartHeight(height);
    }

    private HBox head(Runnable explore) {
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
        var more = new Button(null, Icons.icon(Glyph.CHART_MULTILINE));
        more.getStyleClass().addAll("flat", "icon-button");
        more.setId("history-explore");
        more.setAccessibleText(words.say("ui.history.explore"));
        more.setTooltip(Texts.tooltip(words.say("ui.history.explore")));
        more.setOnAction(_ -> explore.run());
        more.visibleProperty().bind(second.visibleProperty());
        var head = new HBox(Icons.icon(Glyph.CHART_LINE),
                Texts.label(words.say("ui.history.title"), "wd-14", "wd-strong"), segments, with, second,
                Texts.spacer(), note, more);
        head.getStyleClass().addAll("section-head", "chart-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
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
            ToggleButton button = Segment.of(choice.label(), group,
                    () -> model.plotFirst(Optional.of(choice)));
            button.setSelected(first.filter(choice::equals).isPresent());
            return button;
        }).toList());
        second.getItems().setAll(Stream.concat(Stream.of(Optional.<History.Choice>empty()), model.choices().stream()
                .filter(choice -> first.filter(choice::equals).isEmpty()).map(Optional::of)).toList());
        second.setValue(model.secondProperty().get().filter(choice -> first.filter(choice::equals).isEmpty()));
        filling = false;
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
