package io.watchdeck.ui.queues;

import io.watchdeck.metrics.Series;
import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Sparkline;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.queues.RedriveFacts.Bar;
import io.watchdeck.ui.queues.RedriveFacts.Step;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The redrive of the selected dead-letter queue, and the buttons that begin and end one. They open dialogs: nothing is
/// sent from here.
final class RedriveStatePane extends VBox {

    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");

    private final RedriveViewModel model;
    private final Words words;
    private final FontIcon icon = Icons.icon(Glyph.PROGRESS_CLOCK);
    private final Label title = Texts.yielding("", "wd-14", "wd-strong");
    private final Label by = Texts.yielding("", "wd-12", "wd-muted");
    private final FreshnessLabel age = new FreshnessLabel();
    private final VBox content;
    private final VBox steps = new VBox();
    private final VBox moving = new VBox();
    private final Label moved = Texts.yielding("", "wd-16", "wd-strong");
    private final Label back = Texts.label("", "wd-16", "wd-strong");
    private final MoveBarPane bar = new MoveBarPane();
    private final FlowPane legend = new FlowPane();
    private final Label rate = Texts.wrapping("", "wd-12");
    private final Label ends = Texts.wrapping("", "wd-12");
    private final Label waiting = Texts.label("", "wd-12");
    private final Sparkline spark = new Sparkline(72, 20);
    private final HBox source;
    private final VBox verdict = new VBox();
    private final Label verdictTitle = Texts.wrapping("", "wd-strong");
    private final Label verdictText = Texts.wrapping("", "wd-12");
    private final FontIcon verdictIcon = Icons.icon(Glyph.INFORMATION);
    private final Label about = Texts.wrapping("", "wd-muted");
    private final Label cancelHint = Texts.wrapping("", "wd-12", "wd-muted");
    /// That it is being cancelled, or why it was not.
    private final Label cancelTold = Texts.wrapping("", "wd-12", "redrive-cancel-told");
    private final Button redrive;
    private final Button purge;
    private final Button cancel;

    RedriveStatePane(RedriveViewModel model, Words words, Runnable onRedrive, Runnable onPurge, Runnable onCancel) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("wd-card", "redrive-card");
        setId("redrive-state");
        redrive = button("queue-redrive", "ui.queues.deed.redrive", onRedrive);
        purge = button("queue-purge", "ui.queues.deed.purge", onPurge);
        purge.getStyleClass().addAll("button-outlined", "danger");
        cancel = button("queue-cancel-redrive", "ui.queues.deed.cancel", onCancel);
        cancel.getStyleClass().addAll("button-outlined", "danger");
        cancel.setGraphic(Icons.icon(Glyph.CLOSE_CIRCLE_OUTLINE));
        source = new HBox(Texts.label(words.say("ui.queues.redrive.source"), "wd-12", "wd-muted"), waiting, spark);
        source.getStyleClass().add("redrive-source");
        source.setAlignment(Pos.CENTER_LEFT);
        steps.getStyleClass().add("redrive-steps");
        moving.getStyleClass().add("redrive-moving");
        legend.getStyleClass().add("redrive-legend");
        verdict.getStyleClass().add("redrive-verdict");
        verdict.setId("redrive-verdict");
        about.setId("redrive-about");
        verdictTitle.setGraphic(verdictIcon);
        verdict.getChildren().setAll(verdictTitle, verdictText);
        moving.getChildren().setAll(new HBox(moved, Texts.spacer(), back), bar, legend);
        content = new VBox(about, steps, moving, rate, ends, source, verdict);
        content.getStyleClass().add("redrive-content");
        var scroll = new ScrollPane(content);
        scroll.getStyleClass().addAll("edge-to-edge", "sample-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(), scroll, foot());
        model.factsProperty().subscribe(this::show);
        model.lockProperty().subscribe(_ -> lock());
        model.possibleProperty().subscribe(possible -> {
            redrive.setDisable(!possible);
            purge.setDisable(!possible);
        });
    }

    private Button button(String id, String key, Runnable deed) {
        var button = new Button(words.say(key));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> deed.run());
        return button;
    }

    private Node head() {
        age.setId("redrive-age");
        var head = new HBox(icon, title, by, Texts.spacer(), age);
        head.getStyleClass().addAll("section-head", "letters-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /// What is to be said of the buttons stands above them, as wide as the pane.
    private Node foot() {
        cancelHint.setText(words.say("ui.queues.redrive.cancelHint"));
        cancelHint.visibleProperty().bind(cancel.visibleProperty());
        cancelHint.managedProperty().bind(cancel.visibleProperty());
        cancelTold.setId("redrive-cancel-told");
        model.cancelToldProperty().subscribe(said -> Texts.set(cancelTold, said));
        var buttons = new HBox(redrive, purge, Texts.spacer(), cancel);
        buttons.getStyleClass().add("redrive-buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        var foot = new VBox(cancelTold, cancelHint, buttons);
        foot.getStyleClass().addAll("pane-foot", "redrive-foot");
        foot.setMinHeight(USE_PREF_SIZE);
        return foot;
    }

    /// How many messages wait in the queue that they are moved to.
    void source(String count, Series lastHour, Instant from) {
        waiting.setText(count);
        spark.range(from, from.plus(QueueText.SHOWN));
        spark.show(lastHour, Series.empty(), OptionalDouble.empty(), Tone.PLAIN,
                words.say(lastHour.isEmpty() ? "ui.queues.sparkNone" : "ui.queues.spark", lastHour.size()));
        Texts.shown(source, !count.isEmpty());
    }

    /// @param text of the button that cancels it
    void cancelText(String text) {
        cancel.setText(text);
    }

    private void lock() {
        boolean closed = model.lockProperty().get().filter(one -> !one.isOpen()).isPresent();
        redrive.setGraphic(Icons.icon(closed ? Glyph.LOCK_OUTLINE : Glyph.REPLAY));
        purge.setGraphic(Icons.icon(closed ? Glyph.LOCK_OUTLINE : Glyph.DELETE_OUTLINE));
        cancel.setGraphic(Icons.icon(closed ? Glyph.LOCK_OUTLINE : Glyph.CLOSE_CIRCLE_OUTLINE));
    }

    private void show(RedriveFacts facts) {
        boolean running = facts.state().isRunning();
        pseudoClassStateChanged(RUNNING, running);
        icon.show(facts.state().goesOn() ? Glyph.PROGRESS_CLOCK : Glyph.REPLAY);
        title.setText(facts.title());
        Texts.shown(age, facts.age().isPresent());
        facts.age().ifPresent(age::show);
        place(!facts.state().goesOn());
        Texts.set(by, facts.by());
        Texts.explain(by, facts.by());
        steps.getChildren().setAll(facts.steps().stream().map(this::step).toList());
        Texts.shown(steps, !facts.steps().isEmpty());
        Texts.shown(moving, facts.bar().isPresent());
        facts.bar().ifPresent(this::tell);
        Texts.set(rate, facts.rate());
        Texts.set(ends, facts.ends());
        Texts.set(about, facts.about());
        Texts.set(verdictTitle, facts.verdictTitle());
        Texts.set(verdictText, facts.verdict());
        verdictIcon.show(icon(facts.tone()));
        facts.tone().on(verdict);
        Texts.shown(verdict, !facts.verdict().isEmpty());
        Texts.shown(redrive, !running);
        Texts.shown(purge, !running);
        Texts.shown(cancel, facts.handle().isPresent());
    }

    /// What came of it is what is read first, once it is over; before, it is the newest that is known.
    private void place(boolean first) {
        int wanted = first ? 0 : content.getChildren().size() - 1;
        if (content.getChildren().indexOf(verdict) != wanted) {
            content.getChildren().remove(verdict);
            content.getChildren().add(first ? 0 : content.getChildren().size(), verdict);
        }
    }

    private static Glyph icon(Tone tone) {
        return switch (tone) {
            case FINE -> Glyph.CHECK_CIRCLE;
            case WARNING -> Glyph.ALERT;
            case CRITICAL -> Glyph.ALERT_OCTAGON;
            case PLAIN, MUTED, NOTICE -> Glyph.INFORMATION;
        };
    }

    private Node step(Step step) {
        FontIcon sign = Icons.icon(switch (step.progress()) {
            case DONE -> Glyph.CHECK_CIRCLE;
            case NOW -> Glyph.CIRCLE_HALF_FULL;
            case LATER -> Glyph.CIRCLE_OUTLINE;
            case FAILED -> Glyph.ALERT_OCTAGON;
            case PARTLY -> Glyph.ALERT;
            case NONE -> Glyph.MINUS_CIRCLE_OUTLINE;
            case UNKNOWN -> Glyph.HELP_CIRCLE_OUTLINE;
        }, "step-icon");
        (switch (step.progress()) {
            case DONE -> Tone.FINE;
            case NOW -> Tone.NOTICE;
            case LATER, NONE -> Tone.MUTED;
            case FAILED -> Tone.CRITICAL;
            case PARTLY, UNKNOWN -> Tone.WARNING;
        }).on(sign);
        Label text = Texts.wrapping(step.text(), "wd-13");
        Tone.strong(text, step.progress() == Step.Progress.NOW);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(sign, text, Texts.label(step.when(), "wd-12", "wd-muted"));
        line.getStyleClass().add("redrive-step");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setAccessibleText(words.say("ui.queues.redrive.progress." + step.progress(), step.text(), step.when()));
        return line;
    }

    private void tell(Bar now) {
        bar.show(now);
        moved.setText(now.movedText());
        Texts.set(back, now.backText());
        (now.back().orElse(0L) > 0 ? Tone.CRITICAL : Tone.MUTED).on(back);
        legend.getChildren().setAll(mark("accepted", now.acceptedText()));
        if (!now.backLegend().isEmpty()) {
            legend.getChildren().add(mark("back", now.backLegend()));
        }
        legend.getChildren().add(mark("left", now.leftText()));
    }

    private static Label mark(String which, String text) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("swatch", "move-" + which);
        Label label = Texts.label(text, "wd-12", "wd-muted");
        label.setGraphic(swatch);
        return label;
    }
}
