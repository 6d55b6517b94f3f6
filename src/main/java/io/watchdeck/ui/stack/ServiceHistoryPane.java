package io.watchdeck.ui.stack;

import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.SectionPane;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.TimeChart;
import io.watchdeck.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The load and the tasks of the selected service over the time that the page's own chart shows; looking closer at one
/// looks closer at both.
final class ServiceHistoryPane extends VBox {

    private static final double HEIGHT = 216;

    /// @param explore shows the same in the metric explorer
    ServiceHistoryPane(HistoryViewModel model, Words words, Runnable explore) {
        Label span = Texts.yielding("", "wd-12", "wd-muted");
        span.textProperty().bind(model.ofService().spanProperty());
        var more = new Button(null, Icons.icon(Glyph.CHART_MULTILINE));
        more.getStyleClass().addAll("flat", "tiny");
        more.setId("drawer-explore");
        more.setAccessibleText(words.say("ui.history.explore"));
        more.setTooltip(Texts.tooltip(words.say("ui.history.explore")));
        more.setOnAction(_ -> explore.run());
        var right = new HBox(span, more);
        right.getStyleClass().add("header-line");
        right.setAlignment(Pos.CENTER_RIGHT);
        var chart = new TimeChart(words);
        chart.setId("drawer-chart");
        chart.setPrefHeight(HEIGHT);
        chart.onLook(model.chart()::look);
        chart.onOpen(explore);
        chart.widthProperty().subscribe(width -> model.ofService().width(width.doubleValue()));
        model.ofService().chartProperty().subscribe(chart::show);
        model.ofService().closerProperty().subscribe(chart::closer);
        var section = new SectionPane(words.say("ui.history.title"), right);
        section.setContent(List.of(chart));
        getStyleClass().add("drawer-history");
        getChildren().add(section);
    }
}
