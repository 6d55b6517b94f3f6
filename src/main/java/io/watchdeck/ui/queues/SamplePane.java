package io.watchdeck.ui.queues;

import atlantafx.base.controls.ToggleSwitch;
import io.watchdeck.ui.kit.BodyText;
import io.watchdeck.ui.kit.BodyText.Look;
import io.watchdeck.ui.kit.BodyText.Span;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Segment;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.HorizontalDirection;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// One dead letter: its body, what SQS tells of it, its attributes.
final class SamplePane extends VBox {

    private final LettersViewModel model;
    private final Words words;
    private final Label title = Texts.yielding("", "wd-14", "wd-strong");
    private final Button previous = step(Glyph.CHEVRON_LEFT, "sample-previous");
    private final Button next = step(Glyph.CHEVRON_RIGHT, "sample-next");
    private final Label size = Texts.label("", "wd-12", "wd-muted");
    private final ToggleSwitch personal;
    private final TextFlow body = new TextFlow();
    private final Label note = Texts.wrapping("", "wd-12", "wd-muted");
    private final GridPane facts = grid();
    private final GridPane attributes = grid();
    private final Label attributesTitle;
    private final Label empty;
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final Button copy;
    private final Button export;
    private final Map<Look, ToggleButton> looks = new EnumMap<>(Look.class);
    private Optional<BodyText.Shown> shown = Optional.empty();

    SamplePane(LettersViewModel model, Words words, Desktop desktop) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("wd-card", "sample-card");
        setId("letter-sample");
        personal = new ToggleSwitch(words.say("ui.queues.sample.personal"));
        personal.setId("sample-personal");
        personal.setLabelPosition(HorizontalDirection.RIGHT);
        personal.setMinWidth(USE_PREF_SIZE);
        personal.selectedProperty().subscribe(model::showPersonal);
        attributesTitle = Texts.label(words.say("ui.queues.sample.attributes"), "wd-strong");
        empty = Texts.wrapping(words.say("ui.queues.sample.none"), "wd-muted", "groups-empty");
        copy = button("sample-copy", Glyph.CONTENT_COPY, words.say("ui.queues.sample.copy"));
        copy.setTooltip(Texts.tooltip(words.say("ui.queues.sample.copyWhy")));
        copy.setOnAction(_ -> model.body().ifPresent(desktop::copy));
        export = button("letters-export", Glyph.EXPORT_VARIANT, "");
        export.setTooltip(Texts.tooltip(words.say("ui.queues.exportWhy")));
        export.setOnAction(_ -> model.export().ifPresent(one -> desktop.save(one.name(), one::content)));
        body.setId("sample-body");
        body.getStyleClass().add("body-text");
        content.getStyleClass().add("sample-content");
        content.getChildren().addAll(bodyHead(), body, note, facts, attributesTitle, attributes);
        scroll.getStyleClass().addAll("edge-to-edge", "sample-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(empty, Priority.ALWAYS);
        empty.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        var foot = new HBox(copy, Texts.spacer(), export);
        foot.getStyleClass().add("pane-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head(), empty, scroll, foot);
        model.sampleProperty().subscribe(this::show);
        model.headProperty().subscribe(head -> {
            export.setText(head.exports());
            export.setDisable(head.exports().isEmpty());
            Texts.shown(export, !head.exports().isEmpty());
        });
    }

    private Button step(Glyph icon, String id) {
        var button = new Button(null, Icons.icon(icon));
        button.setId(id);
        button.getStyleClass().addAll("icon-button", "small");
        button.setOnAction(_ -> model().step(id.equals("sample-next") ? 1 : -1));
        return button;
    }

    private LettersViewModel model() {
        return model;
    }

    private static Button button(String id, Glyph icon, String text) {
        var button = new Button(text, Icons.icon(icon));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(0);
        return button;
    }

    private Node head() {
        previous.setAccessibleText(words.say("ui.queues.sample.previous"));
        next.setAccessibleText(words.say("ui.queues.sample.next"));
        previous.setTooltip(Texts.tooltip(words.say("ui.queues.sample.previous")));
        next.setTooltip(Texts.tooltip(words.say("ui.queues.sample.next")));
        title.setId("sample-title");
        var head = new HBox(title, Texts.spacer(), previous, next);
        head.getStyleClass().addAll("section-head", "letters-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node bodyHead() {
        var segments = new HBox();
        segments.getStyleClass().addAll("segments", "body-looks");
        var group = new ToggleGroup();
        for (Look one : Look.values()) {
            ToggleButton button = Segment.of(words.say("ui.queues.sample.look." + one), group,
                    () -> model.showAs(one));
            button.setId("sample-" + one.name().toLowerCase(Locale.ROOT));
            looks.put(one, button);
            segments.getChildren().add(button);
        }
        var line = new FlowPane(Texts.label(words.say("ui.queues.sample.body"), "wd-strong"), size, segments, personal);
        line.getStyleClass().add("body-head");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("sample-facts");
        var names = new ColumnConstraints();
        names.setMinWidth(76);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        grid.getColumnConstraints().addAll(names, values);
        return grid;
    }

    private void show(Optional<SampleFacts> one) {
        Texts.shown(empty, one.isEmpty());
        Texts.shown(scroll, one.isPresent());
        previous.setDisable(one.isEmpty());
        next.setDisable(one.isEmpty());
        copy.setDisable(one.isEmpty());
        Texts.shown(copy, one.isPresent());
        title.setText(one.map(SampleFacts::position).orElseGet(() -> words.say("ui.queues.sample.title")));
        one.ifPresent(this::tell);
        if (one.isEmpty()) {
            body.getChildren().clear();
            shown = Optional.empty();
        }
    }

    private void tell(SampleFacts facts) {
        size.setText(facts.size());
        Texts.shown(personal, facts.personal());
        personal.setSelected(!facts.hidden() && facts.personal());
        looks.forEach((look, button) -> button.setSelected(look == facts.look()));
        if (!shown.equals(Optional.of(facts.body()))) {
            shown = Optional.of(facts.body());
            write(facts.body());
        }
        Texts.set(note, facts.note());
        fill(this.facts, facts.facts());
        fill(attributes, facts.attributes());
        Texts.shown(attributesTitle, !facts.attributes().isEmpty());
        Texts.shown(attributes, !facts.attributes().isEmpty());
    }

    private void write(BodyText.Shown text) {
        var nodes = new java.util.ArrayList<Node>();
        for (List<Span> line : text.lines()) {
            if (!nodes.isEmpty()) {
                nodes.add(new Text("\n"));
            }
            for (Span span : line) {
                var part = new Text(span.text());
                part.getStyleClass().add("body-" + span.kind().name().toLowerCase(Locale.ROOT));
                nodes.add(part);
            }
        }
        body.getChildren().setAll(nodes);
        body.setAccessibleText(text.text());
        scroll.setVvalue(0);
    }

    private static void fill(GridPane grid, List<SampleFacts.Fact> facts) {
        grid.getChildren().clear();
        for (int row = 0; row < facts.size(); row++) {
            SampleFacts.Fact fact = facts.get(row);
            Label name = Texts.yielding(fact.name(), "wd-12", "wd-muted");
            Texts.explain(name, fact.name());
            Label value = Texts.wrapping(fact.value(), "wd-12");
            if (fact.code()) {
                value.getStyleClass().add("wd-mono");
            }
            fact.tone().on(value);
            Texts.explain(value, fact.explanation());
            grid.addRow(row, name, value);
        }
    }
}
