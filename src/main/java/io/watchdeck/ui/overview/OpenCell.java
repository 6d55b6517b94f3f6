package io.watchdeck.ui.overview;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.RowCell;
import io.watchdeck.ui.kit.SeverityIcon;
import io.watchdeck.ui.kit.Sparkline;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One open alarm: severity, since when, where, what it says, who evaluates it, how it came.
final class OpenCell extends RowCell<AlarmKey, OpenFacts> {

    private static final Duration SHOWN = Duration.ofHours(1);
    /// Of a narrower row the columns beside the sentence take only what their texts need.
    private static final double ROOMY = 1100;

    private final Words words;
    private final Supplier<Instant> now;
    private final SeverityIcon icon = new SeverityIcon();
    private final Label word = Texts.label("", "wd-strong");
    private final Label time = Texts.label("", "wd-strong");
    private final Label age = Texts.yielding("", "wd-12", "wd-muted");
    private final Label stack = Texts.yielding("");
    private final EnvironmentBadge badge = new EnvironmentBadge();
    private final Label sentence = Texts.yielding("");
    private final FontIcon source = Icons.icon(Glyph.LAPTOP, "source-icon");
    private final Label component = Texts.name("wd-12", "wd-muted");
    private final Sparkline line = new Sparkline(74, 20);
    private final Button open;
    private final Button take;
    private final HBox content;

    /// @param first of the list
    /// @param end   of the line that is drawn
    private record Part(OpenFacts facts, boolean first, Instant end) {}

    /// @param onOpen shows its stack
    /// @param onTake shows where it can be taken up
    /// @param past   whether what is shown is over, so that it cannot be
    OpenCell(Words words, Supplier<Instant> now, Consumer<OpenFacts> onOpen, Consumer<OpenFacts> onTake,
            ObservableBooleanValue past) {
        super("open-cell");
        this.words = words;
        this.now = now;
        open = button("ui.row.open", onOpen);
        take = button("ui.open.take", onTake);
        take.disableProperty().bind(past);
        line.unfilled();
        component.setGraphic(source);
        HBox what = FactsCell.line(sentence);
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMinWidth(0);
        content = new HBox(wide(FactsCell.line(icon, word), 104, 84), wide(FactsCell.line(time, age), 138, 112),
                wide(FactsCell.line(stack, badge), 140, 122), what, component, line, take, open);
        content.getStyleClass().add("open-line");
        content.setAlignment(Pos.CENTER_LEFT);
        component.prefWidthProperty().bind(share(0.16, 0.15));
        // A column: a long sentence beside it gives way instead.
        component.minWidthProperty().bind(component.prefWidthProperty());
        component.maxWidthProperty().bind(component.prefWidthProperty());
        line.minWidthProperty().bind(share(0.08, 0.07).map(width -> width - 20));
        line.prefWidthProperty().bind(line.minWidthProperty());
        line.maxWidthProperty().bind(line.minWidthProperty());
    }

    private Button button(String key, Consumer<OpenFacts> action) {
        var button = new Button(words.say(key));
        button.getStyleClass().add("small");
        button.setFocusTraversable(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            if (getItem() != null) {
                action.accept(getItem().facts());
            }
        });
        return button;
    }

    @Override
    protected Object part(OpenFacts newest) {
        return new Part(newest, getIndex() == 0, now.get());
    }

    @Override
    protected Region written(OpenFacts newest) {
        icon.show(newest.severity(), false);
        word.setText(newest.word());
        time.setText(newest.time());
        age.setText(newest.age());
        stack.setText(newest.stackName());
        Texts.explain(stack, newest.stackName());
        badge.show(newest.environment(), words);
        sentence.setText(newest.sentence());
        boolean critical = newest.severity() == Severity.CRITICAL;
        take.getStyleClass().remove("accent");
        if (critical && getIndex() == 0) {
            take.getStyleClass().add("accent");
        }
        (!newest.known() ? Tone.MUTED : critical ? Tone.CRITICAL : Tone.PLAIN).on(sentence);
        source.show(newest.cloud() ? Glyph.CLOUD_OUTLINE : Glyph.LAPTOP);
        component.setText(newest.component());
        Texts.explain(component, Stream.concat(Stream.of(source(newest.cloud(), newest.name())),
                newest.twin().stream().map(name -> source(!newest.cloud(), name))).collect(Collectors.joining("\n")));
        Texts.explain(sentence, newest.sentence());
        Instant end = now.get();
        line.range(end.minus(SHOWN), end);
        line.show(newest.series(), io.watchdeck.metrics.Series.empty(), newest.threshold(), Tone.of(newest.severity()),
                newest.sentence());
        line.setVisible(!newest.series().isEmpty());
        content.setAccessibleText(newest.word() + ", " + newest.stackName() + ": " + newest.sentence());
        return content;
    }

    private String source(boolean cloud, String name) {
        return cloud ? words.say("ui.open.cloud", name) : words.say("ui.open.rule", words.rule(name));
    }

    private ObservableValue<Double> share(double usual, double narrow) {
        return widthProperty().map(all -> all.doubleValue() * (all.doubleValue() < ROOMY ? narrow : usual));
    }

    private Region wide(Region node, double usual, double narrow) {
        node.setMinWidth(Region.USE_PREF_SIZE);
        node.setMaxWidth(Region.USE_PREF_SIZE);
        node.prefWidthProperty().bind(widthProperty().map(all -> all.doubleValue() < ROOMY ? narrow : usual));
        return node;
    }
}
