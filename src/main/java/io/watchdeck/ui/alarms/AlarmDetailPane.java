package io.watchdeck.ui.alarms;

import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.DetailHeadPane;
import io.watchdeck.ui.kit.DetailScrollPane;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.SeverityIcon;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.TimeChart;
import io.watchdeck.words.Words;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Everything about one alarm: since when, who has it, its metric, who tells of it, the word to give, and its history.
final class AlarmDetailPane extends VBox {

    private static final double CHART = 160;

    private final Words words;
    private final Desktop desktop;
    private final SeverityIcon icon = new SeverityIcon("huge");
    private final DetailHeadPane head;
    private final Label state = Texts.blank("wd-badge");
    private final Label standing = Texts.wrapping("", "wd-12");
    private final FreshnessLabel age = new FreshnessLabel();
    private final VBox sources = new VBox();
    private final Label deadline = Texts.yielding("", "wd-12", "deadline");
    private final Label noMetric;
    private final TimeChart chart;
    private final WordPane word;
    private Optional<DetailFacts> shown = Optional.empty();
    private Optional<UUID> reading = Optional.empty();

    /// @param explore  shows the metric in the explorer
    /// @param timeline shows what happened around it
    AlarmDetailPane(AlarmDetailViewModel model, Words words, Desktop desktop, WordPane word, Runnable explore,
            Runnable timeline, Runnable close) {
        this.words = words;
        this.desktop = desktop;
        this.word = word;
        setId("alarm-detail");
        getStyleClass().addAll("wd-card", "alarm-detail");
        head = new DetailHeadPane(icon, words, "alarm", close);
        chart = new TimeChart(words);
        chart.setId("alarm-chart");
        chart.setMinHeight(CHART);
        chart.setPrefHeight(CHART);
        chart.onLook(model::look);
        chart.onOpen(explore);
        chart.widthProperty().subscribe(width -> model.chart().width(width.doubleValue()));
        model.chartProperty().subscribe(chart::show);
        noMetric = Texts.wrapping(words.say("ui.alarms.noMetric"), "wd-12", "wd-muted");
        deadline.setWrapText(true);
        sources.getStyleClass().add("alarm-sources");
        var plot = new VBox(chart, noMetric);
        plot.getStyleClass().add("alarm-plot");
        var content = new VBox(plot, sources, deadline, word, new EpisodesPane(model, words,
                desktop, () -> shown.map(DetailFacts::reference)));
        content.getStyleClass().add("alarm-detail-content");
        var scroll = new DetailScrollPane(content);
        getChildren().addAll(head, stateLine(timeline), scroll);
        model.factsProperty().subscribe(facts -> {
            boolean other = !model.reading().equals(reading);
            reading = model.reading();
            facts.ifPresent(this::show);
            shown = facts;
            if (other) {
                scroll.toTop();
            }
        });
    }

    private Button button(Glyph glyph, String key, Runnable action) {
        var button = new Button(null, Icons.icon(glyph));
        button.setId("alarm-" + key.substring(key.lastIndexOf('.') + 1));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(words.say(key));
        button.setTooltip(Texts.tooltip(words.say(key)));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Node stateLine(Runnable timeline) {
        standing.setId("alarm-standing");
        HBox.setHgrow(standing, Priority.ALWAYS);
        standing.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(state, standing, age,
                button(Glyph.CHART_TIMELINE_VARIANT, "ui.alarms.timeline", timeline),
                button(Glyph.CONTENT_COPY, "ui.row.copyArn", () -> shown.map(DetailFacts::reference)
                        .flatMap(AwsReference::arn).ifPresent(desktop::copy)),
                button(Glyph.OPEN_IN_NEW, "ui.row.console", () -> shown.map(DetailFacts::reference)
                        .map(AwsReference::uri).ifPresent(desktop::open)));
        line.getStyleClass().add("alarm-state");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void show(DetailFacts facts) {
        if (shown.filter(facts::equals).isPresent()) {
            return;
        }
        icon.show(facts.severity(), facts.owned());
        head.show(facts.title(), facts.sentence(), facts.stackName(), facts.environment(), facts.component());
        state.setText(facts.state());
        facts.stateTone().on(state);
        standing.setText(facts.standing());
        Texts.explain(standing, facts.standing());
        facts.age().ifPresent(age::show);
        Texts.shown(age, facts.age().isPresent());
        Texts.set(deadline, facts.deadline());
        Texts.shown(chart, facts.plotted());
        Texts.shown(noMetric, !facts.plotted());
        if (shown.filter(old -> old.sources().equals(facts.sources())).isEmpty()) {
            sources.getChildren().setAll(facts.sources().stream().map(this::source).toList());
        }
    }

    private Node source(DetailFacts.SourceLine line) {
        Label name = Texts.wrapping("", "wd-12", "wd-strong");
        String named = words.say(line.cloud() ? "ui.alarms.source.cloudNamed" : "ui.alarms.source.ruleNamed",
                line.name()).strip();
        name.setText(named + (line.says().isEmpty() ? "" : ": " + line.says()));
        Label beside = Texts.wrapping("", "wd-12", "wd-muted");
        Texts.set(beside, line.beside());
        var texts = new VBox(name, beside);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var row = new HBox(Icons.icon(line.cloud() ? Glyph.CLOUD_OUTLINE : Glyph.LAPTOP), texts);
        row.getStyleClass().add("alarm-source");
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    WordPane word() {
        return word;
    }
}
