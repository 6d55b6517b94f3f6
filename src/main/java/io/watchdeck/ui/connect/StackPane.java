package io.watchdeck.ui.connect;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.NotePane;
import io.watchdeck.ui.kit.Segment;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import io.watchdeck.yaml.FileProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What was found for a stack beside the file that comes of it.
final class StackPane extends StepPane {

    private static final int TOLD = 4;

    private final StackDraft draft;
    private final Words words;
    private final Function<Failure, String> sentence;
    private final TextField name = new TextField();
    private final VBox choice = new VBox();

    /// @param sentence tells a failure with its action
    StackPane(StackDraft draft, Words words, Function<Failure, String> sentence) {
        super("connect-stack");
        this.draft = draft;
        this.words = words;
        this.sentence = sentence;
        name.setId("connect-name");
        name.textProperty().bindBidirectional(draft.nameProperty());
        Label label = Texts.label(words.say("ui.connect.name"), "wd-13", "wd-strong");
        label.setLabelFor(name);
        HBox.setHgrow(name, Priority.ALWAYS);
        var named = new HBox(label, name);
        named.getStyleClass().add("connect-line");
        named.setAlignment(Pos.CENTER_LEFT);
        choice.getStyleClass().add("connect-clusters");
        choice.getChildren().addAll(named, environments(), guess());
        var found = new ScrollPane(found());
        found.setId("connect-found");
        found.getStyleClass().addAll("edge-to-edge", "connect-found");
        found.setFitToWidth(true);
        found.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        var left = new VBox(choice, found);
        left.getStyleClass().add("connect-half");
        VBox.setVgrow(found, Priority.ALWAYS);
        draft.editedProperty().subscribe(edited -> {
            choice.setDisable(edited);
            found.getContent().setDisable(edited);
        });
        var both = new HBox(left, file());
        both.getStyleClass().add("connect-both");
        getChildren().add(both);
    }

    private Node environments() {
        var group = new ToggleGroup();
        var line = new HBox(Texts.label(words.say("ui.connect.environment"), "wd-13", "wd-strong"));
        line.getStyleClass().add("connect-line");
        line.setAlignment(Pos.CENTER_LEFT);
        var buttons = new HBox();
        for (Environment one : Environment.values()) {
            ToggleButton button = Segment.of(words.say("ui.connect.environment." + one.word()), group,
                    () -> draft.environmentProperty().set(Optional.of(one)));
            button.setId("connect-environment-" + one.word());
            draft.environmentProperty().subscribe(chosen -> button.setSelected(chosen.filter(one::equals).isPresent()));
            buttons.getChildren().add(button);
        }
        line.getChildren().add(buttons);
        return line;
    }

    private Node guess() {
        Label why = Texts.wrapping("", "wd-12", "wd-muted");
        draft.environmentProperty().subscribe(chosen -> why.setText(chosen.isEmpty()
                ? words.say("ui.connect.environment.choose") : said(draft.guess())));
        return why;
    }

    private String said(List<Phrase> reasons) {
        return reasons.stream().filter(why -> !why.key().equals("discover.environment.unknown")).map(words::say)
                .collect(Collectors.joining("; "));
    }

    private VBox found() {
        Map<String, List<Part>> sections = draft.parts().stream()
                .collect(Collectors.groupingBy(Part::section, LinkedHashMap::new, Collectors.toList()));
        var box = new VBox();
        box.getStyleClass().add("connect-parts");
        draft.missing().forEach(gap -> {
            Label told = Texts.wrapping(words.say("ui.connect.missing", words.say("ui.connect.section."
                    + gap.section()), sentence.apply(gap.failure())), "wd-12", "connect-missing");
            box.getChildren().add(new NotePane(Icons.icon(Glyph.ALERT, "warning-icon"), told));
        });
        sections.forEach((section, parts) -> {
            box.getChildren().add(Texts.label(words.say("ui.connect.section." + section) + " · " + parts.size(),
                    "wd-12", "wd-strong", "connect-section"));
            parts.forEach(part -> box.getChildren().add(part(part)));
        });
        return box;
    }

    private Node part(Part part) {
        var box = new CheckBox(part.name());
        box.setId("connect-part-" + part.section() + "-" + part.name());
        box.setMnemonicParsing(false);
        box.setMinWidth(0);
        box.selectedProperty().bindBidirectional(part.taken());
        String why = said(part.reasons());
        Label reason = Texts.yielding(why, "wd-12", "wd-muted", "connect-reason");
        Texts.explain(reason, why);
        box.setAccessibleText(part.name() + ", " + why);
        return why.isEmpty() ? box : new VBox(box, reason);
    }

    private Node file() {
        var text = new TextArea();
        text.setId("connect-text");
        text.getStyleClass().addAll("wd-mono", "connect-text");
        text.setAccessibleText(words.say("ui.connect.text"));
        text.textProperty().bindBidirectional(draft.textProperty());
        draft.environmentProperty().subscribe(chosen -> text.setEditable(chosen.isPresent()));
        VBox.setVgrow(text, Priority.ALWAYS);
        Label problems = Texts.wrapping("", "wd-12", "connect-trouble");
        problems.setId("connect-problems");
        var listed = new NotePane(Icons.icon(Glyph.ALERT_OCTAGON), problems);
        listed.getStyleClass().add("connect-trouble");
        draft.problemsProperty().subscribe(all -> Texts.set(problems, all.stream().limit(TOLD).map(this::told)
                .collect(Collectors.joining("\n"))));
        var again = new Button(words.say("ui.connect.again.made"));
        again.setId("connect-made");
        again.getStyleClass().add("small");
        again.setMinWidth(Button.USE_PREF_SIZE);
        again.setOnAction(_ -> draft.make());
        Label head = Texts.yielding("", "wd-12", "wd-muted");
        draft.editedProperty().subscribe(edited -> {
            Texts.shown(again, edited);
            head.setText(words.say(edited ? "ui.connect.edited" : "ui.connect.preview"));
        });
        var top = new HBox(head, Texts.spacer(), again);
        top.getStyleClass().add("connect-line");
        top.setAlignment(Pos.CENTER_LEFT);
        var right = new VBox(top, text, listed);
        right.getStyleClass().add("connect-half");
        HBox.setHgrow(right, Priority.ALWAYS);
        return right;
    }

    private String told(FileProblem problem) {
        String text = (problem.problem() + " " + problem.remedy()).strip();
        return problem.line() > 0 ? words.say("ui.settings.mistake", problem.line(), problem.column(), text) : text;
    }

    @Override
    Node first() {
        return name;
    }
}
