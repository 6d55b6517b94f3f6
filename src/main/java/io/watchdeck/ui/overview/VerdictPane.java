package io.watchdeck.ui.overview;

import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.SeverityIcon;
import io.watchdeck.ui.kit.TextWidth;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Whether everything is fine, in words; beside it the five counters, which filter.
final class VerdictPane extends HBox {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double LARGE = 20;
    private static final List<Severity> COUNTED = List.of(Severity.CRITICAL, Severity.WARNING, Severity.NOTICE,
            Severity.FINE, Severity.UNKNOWN);

    private final OverviewViewModel model;
    private final Words words;
    private final Label headline;
    private final VBox texts;
    private final Map<Severity, ToggleButton> counters = new EnumMap<>(Severity.class);
    private final Map<Severity, Label> numbers = new EnumMap<>(Severity.class);

    VerdictPane(OverviewViewModel model, Words words, ObservableBooleanValue narrow) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("wd-card", "verdict");
        setId("verdict");
        setAlignment(Pos.CENTER_LEFT);
        var icon = new SeverityIcon("huge");
        headline = text(model.headlineProperty(), "verdict-headline", "wd-20", "wd-strong");
        texts = new VBox(headline,
                wrapping(text(model.secondProperty(), "verdict-second", "wd-12")),
                wrapping(text(model.completenessProperty(), "verdict-completeness", "wd-12", "wd-muted")));
        texts.getStyleClass().add("verdict-texts");
        texts.setAlignment(Pos.CENTER_LEFT);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        getChildren().addAll(icon, texts, counters());
        texts.widthProperty().subscribe(_ -> fit());
        model.headlineProperty().subscribe(_ -> fit());
        narrow.when(Texts.inWindow(this)).subscribe(small -> pseudoClassStateChanged(NARROW, small));
        model.severityProperty().subscribe(severity -> {
            icon.show(severity, model.ownedProperty().get().all());
            Tone.of(severity).on(this);
        });
        model.ownedProperty().subscribe(owned -> icon.show(model.severityProperty().get(), owned.all()));
        model.countsProperty().subscribe(this::showCounts);
        model.chosenProperty().subscribe(this::showChosen);
    }

    /// The name of a stack may be long: then the headline is written smaller, rather than cut off before what it says.
    private void fit() {
        boolean large = texts.getWidth() == 0
                || TextWidth.of(headline.getText(), true, LARGE) <= texts.getWidth() - 1;
        headline.getStyleClass().removeAll("wd-20", "wd-16");
        headline.getStyleClass().add(large ? "wd-20" : "wd-16");
    }

    private static Label text(javafx.beans.property.ReadOnlyStringProperty text, String id, String... styleClasses) {
        Label label = Texts.yielding("", styleClasses);
        label.setId(id);
        text.subscribe(said -> {
            Texts.set(label, said);
            Texts.explain(label, said);
        });
        return label;
    }

    /// What is not known is never cut off before its reason.
    private static Label wrapping(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private Node counters() {
        var all = new HBox();
        all.getStyleClass().add("counters");
        all.setAlignment(Pos.CENTER);
        all.setMinWidth(USE_PREF_SIZE);
        for (Severity severity : COUNTED) {
            all.getChildren().add(counter(severity));
        }
        return all;
    }

    private Node counter(Severity severity) {
        Label number = Texts.label("0", "wd-16", "wd-strong");
        numbers.put(severity, number);
        var top = new HBox(new SeverityIcon(severity, false), number);
        top.getStyleClass().add("counter-top");
        top.setAlignment(Pos.CENTER);
        var content = new VBox(top, Texts.label(words.say("severity." + severity.word()), "wd-11", "wd-muted"));
        content.setAlignment(Pos.CENTER);
        var button = new ToggleButton(null, content);
        button.setId("count-" + severity.word());
        button.getStyleClass().add("counter");
        button.setOnAction(_ -> model.toggle(severity));
        counters.put(severity, button);
        return button;
    }

    private void showCounts(Map<Severity, Integer> counts) {
        numbers.forEach((severity, label) -> {
            int count = counts.getOrDefault(severity, 0);
            label.setText(words.number(count));
            (count == 0 ? Tone.MUTED : Tone.PLAIN).on(label);
            counters.get(severity).setAccessibleText(
                    words.say("ui.counter", count, words.say("severity." + severity.word())));
        });
    }

    private void showChosen(Optional<Severity> chosen) {
        counters.forEach((severity, button) -> button.setSelected(chosen.filter(severity::equals).isPresent()));
    }
}
