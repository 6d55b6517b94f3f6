package io.watchdeck.ui.operations;

import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.TextWidth;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What an operation changes, a row each: icon, what it is about, the sentence, now and then. The last row names the
/// requests with their fields.
final class ConsequencesPane extends VBox {

    private static final PseudoClass WARNS = PseudoClass.getPseudoClass("warns");
    private static final PseudoClass REFUSES = PseudoClass.getPseudoClass("refuses");
    private static final double NAME = 140;
    private static final double SIZE = 13;
    /// What is wider stands below the sentence, which it would leave no room for.
    private static final double BESIDE = 200;

    private final Words words;
    private final OperationViewModel model;

    ConsequencesPane(OperationViewModel model, Words words) {
        this.model = model;
        this.words = words;
        setId("operation-consequences");
        getStyleClass().add("consequences");
        model.previewProperty().subscribe(_ -> show());
        model.tellingProperty().subscribe(_ -> show());
    }

    private void show() {
        var rows = new ArrayList<Node>();
        if (model.previewProperty().get().isEmpty()) {
            var asking = new HBox(new ProgressIndicator(), Texts.label(words.say("ui.operation.asking"), "wd-muted"));
            asking.getStyleClass().add("consequence");
            asking.setAlignment(Pos.CENTER_LEFT);
            rows.add(asking);
        } else if (!model.tellingProperty().get()) {
            rows.add(untold());
        }
        model.consequences().forEach(line -> rows.add(row(line)));
        if (!model.callsProperty().get().isEmpty()) {
            rows.add(calls(model.callsProperty().get()));
        }
        getChildren().setAll(rows);
    }

    /// A field holds what cannot be taken; above the buttons is said what may be typed.
    private Node untold() {
        Label sentence = Texts.wrapping(words.say("ui.operation.untold"), "wd-muted");
        sentence.setId("operation-untold");
        var row = new HBox(Icons.icon(Glyph.HELP_CIRCLE_OUTLINE, "warning-icon"), sentence);
        row.getStyleClass().add("consequence");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node row(ConsequenceLine line) {
        Label sentence = Texts.wrapping(line.sentence(), "consequence-text");
        Optional<ConnectionShares> shares = line.topic() == Topic.HEADROOM ? model.connections() : Optional.empty();
        HBox row = row(icon(line.topic(), line.weight()), line.name(),
                shares.<Region>map(known -> drawn(sentence, known)).orElse(sentence), line.change());
        row.setId("consequence-" + line.topic().name().toLowerCase(Locale.ROOT));
        row.pseudoClassStateChanged(WARNS, line.weight().warns());
        row.pseudoClassStateChanged(REFUSES, line.weight() == Weight.REFUSED);
        row.setAccessibleText(line.name() + ": " + line.sentence() + " " + line.change());
        return row;
    }

    private VBox drawn(Label sentence, ConnectionShares shares) {
        var both = new VBox(sentence, new ConnectionsPane(shares, words));
        both.getStyleClass().add("consequence-drawn");
        both.setMinWidth(0);
        return both;
    }

    private Node calls(String text) {
        int count = model.previewProperty().get().map(preview -> preview.steps().size()).orElse(0);
        return row(Icons.icon(Glyph.CONSOLE_LINE, "topic-icon"), words.say("ui.operation.topic.calls"),
                new CallsPane(text), words.say("ui.operation.calls", count));
    }

    private static HBox row(FontIcon icon, String name, Region sentence, String change) {
        Label about = Texts.label(name, "wd-strong");
        about.setMinWidth(NAME);
        about.setPrefWidth(NAME);
        Label then = Texts.label(change, "wd-strong", "consequence-change");
        then.setMinWidth(USE_PREF_SIZE);
        boolean below = TextWidth.of(change, true, SIZE) > BESIDE;
        Region said = below ? new VBox(sentence, then) : sentence;
        HBox.setHgrow(said, Priority.ALWAYS);
        said.setMinWidth(0);
        said.setMaxWidth(Double.MAX_VALUE);
        var row = new HBox(icon, about, said);
        if (!below) {
            then.setAlignment(Pos.CENTER_RIGHT);
            row.getChildren().add(then);
        }
        row.getStyleClass().add("consequence");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static FontIcon icon(Topic topic, Weight weight) {
        return switch (weight) {
            case REFUSED -> Icons.icon(Glyph.ALERT_OCTAGON, "refuse-icon");
            case WARNING -> Icons.icon(Glyph.ALERT, "warning-icon");
            case UNKNOWN -> Icons.icon(Glyph.HELP_CIRCLE_OUTLINE, "warning-icon");
            case FINE -> Icons.icon(Glyph.CHECK_CIRCLE, "fine-icon");
            case SAME -> Icons.icon(Glyph.INFORMATION_OUTLINE, "topic-icon");
            case TOLD -> Icons.icon(told(topic), "topic-icon");
        };
    }

    private static Glyph told(Topic topic) {
        return switch (topic) {
            case COST -> Glyph.CURRENCY_USD;
            case SPOT -> Glyph.LIGHTNING_BOLT;
            default -> Glyph.INFORMATION_OUTLINE;
        };
    }

}
