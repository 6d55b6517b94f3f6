package io.watchdeck.ui.stack;

import io.watchdeck.metrics.Series;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.AbsencePane;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Meter;
import io.watchdeck.ui.kit.ReferenceMenu;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.SeverityIcon;
import io.watchdeck.ui.kit.Sparkline;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// One component: a head with its name and age, and what there is to say in one or two columns.
final class CardPane extends VBox {

    private static final Duration SHOWN = Duration.ofHours(1);

    private final Supplier<Instant> now;
    private final FreshnessLabel age = new FreshnessLabel();
    private final Label name = Texts.yielding("", "wd-12", "wd-muted");
    private final HBox body = new HBox();
    private List<CardFacts.Block> left = List.of();
    private List<CardFacts.Block> right = List.of();

    CardPane(Row<String, CardFacts> row, Words words, Desktop desktop, Supplier<Instant> now) {
        this.now = now;
        CardFacts facts = row.facts();
        getStyleClass().addAll("wd-card", "component-card");
        setId("card-" + facts.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        setPrefWidth(facts.basis());
        setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(Icons.icon(icon(facts)), Texts.label(facts.title(), "wd-strong"), name, age);
        head.getStyleClass().add("component-head");
        head.setAlignment(Pos.CENTER_LEFT);
        body.getStyleClass().add("component-body");
        body.setMinWidth(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
        facts.reference().ifPresent(reference -> ReferenceMenu.install(this, reference, words, desktop));
        row.factsProperty().subscribe(this::show);
    }

    private void show(CardFacts facts) {
        name.setText(facts.name());
        Texts.explain(name, facts.name());
        facts.age().ifPresent(age::show);
        Texts.shown(age, facts.age().isPresent());
        if (!facts.left().equals(left) || !facts.right().equals(right)) {
            left = facts.left();
            right = facts.right();
            body.getChildren().setAll(column(left));
            if (!right.isEmpty()) {
                body.getChildren().add(column(right));
                HBox.setHgrow(body.getChildren().getFirst(), Priority.SOMETIMES);
            }
        }
    }

    private Node column(List<CardFacts.Block> blocks) {
        var column = new VBox();
        column.getStyleClass().add("component-column");
        column.setMinWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        blocks.forEach(block -> column.getChildren().add(node(block)));
        return column;
    }

    private Node node(CardFacts.Block block) {
        return switch (block) {
            case CardFacts.Big big -> big(big);
            case CardFacts.Missing(var absence) -> {
                var pane = new AbsencePane();
                pane.show(absence);
                yield pane;
            }
            case CardFacts.Line line -> line(line);
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

    private static Node line(CardFacts.Line line) {
        Label name = Texts.yielding(line.name(), "wd-12", "wd-muted");
        Label value = Texts.label(line.value(), "wd-12");
        line.tone().on(value);
        if (line.tone() == Tone.WARNING || line.tone() == Tone.CRITICAL) {
            value.getStyleClass().add("wd-strong");
        }
        value.setMinWidth(30);
        value.setAlignment(Pos.CENTER_RIGHT);
        Texts.explain(name, line.tooltip());
        Texts.explain(value, line.tooltip());
        return new HBox(name, Texts.spacer(), value);
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
        line.range(now.get().minus(SHOWN), now.get());
        line.show(spark.series(), Series.empty(), spark.limit(), spark.tone(), spark.sentence());
        return line;
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

    private static Ikon icon(CardFacts facts) {
        if (facts.key().endsWith("/contradictions")) {
            return MaterialDesignA.ALERT_OUTLINE;
        }
        return switch (facts.kind()) {
            case LOAD_BALANCER, TARGET_GROUP -> MaterialDesignS.SCALE_BALANCE;
            case DATABASE -> MaterialDesignD.DATABASE;
            case CACHE -> MaterialDesignC.CHIP;
            case QUEUE -> MaterialDesignT.TRAY_FULL;
            case BATCH_QUEUE -> MaterialDesignB.BRIEFCASE_OUTLINE;
            case PIPE -> MaterialDesignP.PIPE;
            case PIPELINE -> MaterialDesignS.SOURCE_BRANCH;
            case SERVICE -> MaterialDesignC.CUBE_OUTLINE;
            case STACK -> MaterialDesignC.CURRENCY_USD;
        };
    }
}
