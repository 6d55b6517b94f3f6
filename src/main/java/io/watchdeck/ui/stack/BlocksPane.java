package io.watchdeck.ui.stack;

import io.watchdeck.metrics.Series;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.AbsencePane;
import io.watchdeck.ui.kit.Meter;
import io.watchdeck.ui.kit.SeverityIcon;
import io.watchdeck.ui.kit.Sparkline;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The blocks of a card's column, below each other. A block that says the same as before keeps its nodes.
final class BlocksPane extends VBox {

    private static final Duration SHOWN = Duration.ofHours(1);

    private final Supplier<Instant> now;
    private final double least;
    private List<CardFacts.Block> shown = List.of();

    /// @param kept of its width, where it has so much to say, before others give way
    BlocksPane(Supplier<Instant> now, double kept) {
        this.now = now;
        least = kept;
        getStyleClass().add("component-column");
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.min(least, prefWidth(-1));
    }

    void show(List<CardFacts.Block> blocks) {
        int kept = Math.min(shown.size(), blocks.size());
        getChildren().remove(kept, getChildren().size());
        for (int index = 0; index < blocks.size(); index++) {
            CardFacts.Block block = blocks.get(index);
            if (index >= kept) {
                getChildren().add(node(block));
            } else if (block instanceof CardFacts.Spark spark && getChildren().get(index) instanceof Sparkline line) {
                show(spark, line);
            } else if (!block.equals(shown.get(index))) {
                getChildren().set(index, node(block));
            }
        }
        shown = blocks;
    }

    private Node node(CardFacts.Block block) {
        return switch (block) {
            case CardFacts.Big big -> big(big);
            case CardFacts.Missing(var absence) -> {
                var pane = new AbsencePane();
                pane.show(absence);
                yield pane;
            }
            case CardFacts.Line line -> new LinePane(line, least > 0);
            case CardFacts.Lacking(var what, var absence) -> lacking(what, absence);
            case CardFacts.Sentence(var text, var tone, var full) -> {
                Label label = Texts.yielding(text, "wd-12");
                label.setWrapText(true);
                Texts.explain(label, full);
                tone.on(label);
                yield label;
            }
            case CardFacts.Spark spark -> spark(spark);
            case CardFacts.Bar bar -> bar(bar);
        };
    }

    private static Node big(CardFacts.Big big) {
        Label value = Texts.label(big.value(), "wd-20", "wd-strong");
        big.tone().on(value);
        Label caption = Texts.yielding(big.caption(), "wd-12", "wd-muted");
        Texts.explainWhole(caption, "");
        var line = new HBox(value, caption);
        line.getStyleClass().add("big-figure");
        line.setAlignment(Pos.BASELINE_LEFT);
        Severity severity = severity(big.tone());
        if (severity == null) {
            return line;
        }
        var withIcon = new HBox(new SeverityIcon(severity, false, "large"), line);
        withIcon.getStyleClass().add("big-figure");
        withIcon.setAlignment(Pos.CENTER_LEFT);
        return withIcon;
    }

    private static @org.jspecify.annotations.Nullable Severity severity(Tone tone) {
        return switch (tone) {
            case CRITICAL -> Severity.CRITICAL;
            case WARNING -> Severity.WARNING;
            case NOTICE -> Severity.NOTICE;
            case FINE, PLAIN, MUTED -> null;
        };
    }

    private static Node lacking(String what, Absence absence) {
        var pane = new AbsencePane();
        pane.show(absence);
        var line = new HBox(Texts.label(what, "wd-12", "wd-muted"), pane);
        line.getStyleClass().add("lacking");
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private Node spark(CardFacts.Spark spark) {
        var line = new Sparkline(80, 40);
        line.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        VBox.setVgrow(line, Priority.ALWAYS);
        show(spark, line);
        return line;
    }

    private void show(CardFacts.Spark spark, Sparkline line) {
        line.range(now.get().minus(SHOWN), now.get());
        line.show(spark.series(), Series.empty(), spark.limit(), spark.tone(), spark.sentence());
    }

    private static Node bar(CardFacts.Bar bar) {
        var meter = new Meter(8);
        if (bar.tickIsPlan()) {
            meter.tickIsPlan();
        }
        meter.show(bar.value(), bar.extension(), bar.tick(), bar.tone(), bar.sentence());
        var captions = new HBox(Texts.yielding(bar.caption(), "wd-11", "wd-muted"), Texts.spacer(),
                Texts.label(bar.tickCaption(), "wd-11",
                        bar.tickIsPlan() || bar.tick().isEmpty() ? "wd-muted" : "alarm-caption"));
        var both = new VBox(meter, captions);
        Texts.shown(captions, !bar.caption().isEmpty() || !bar.tickCaption().isEmpty());
        return both;
    }
}
