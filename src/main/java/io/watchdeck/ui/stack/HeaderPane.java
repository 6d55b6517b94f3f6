package io.watchdeck.ui.stack;

import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.SeverityIcon;
import io.watchdeck.ui.kit.TextWidth;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Which stack, how it is and why, where it lives. Why stands beside the name where it has room, else below it.
final class HeaderPane extends HBox {

    private final Words words;
    private final SeverityIcon icon = new SeverityIcon("huge");
    private final Label name = Texts.label("", "wd-20", "wd-strong");
    private final EnvironmentBadge environment = new EnvironmentBadge();
    private final Label severity = Texts.label("", "wd-badge");
    private final Label owner = Texts.yielding("", "wd-12", "wd-muted");
    private final Label headline = Texts.yielding("");
    private final Label second = Texts.yielding("", "wd-12", "wd-muted");
    private final Label place = Texts.wrapping("", "wd-12", "wd-muted");
    private Optional<AwsReference> cluster = Optional.empty();

    /// @param actions what can be done to the selected service
    HeaderPane(Words words, Desktop desktop, Node actions) {
        this.words = words;
        getStyleClass().add("stack-header");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        name.setId("stack-name");
        owner.setId("stack-owner");
        headline.setId("stack-headline");
        var copy = new Button(null, Icons.icon(Glyph.CONTENT_COPY));
        copy.getStyleClass().addAll("flat", "tiny");
        copy.setAccessibleText(words.say("ui.stack.copyCluster"));
        copy.setTooltip(Texts.tooltip(words.say("ui.stack.copyCluster")));
        copy.setOnAction(_ -> cluster.flatMap(AwsReference::arn).ifPresent(desktop::copy));
        second.setPrefWidth(0); // only what the headline leaves, and only whole
        second.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> Math.ceil(TextWidth.of(second.getText(), false, 12)) <= second.getWidth(), second.textProperty(),
                second.widthProperty()));
        second.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(second, Priority.ALWAYS);
        copy.setMinWidth(USE_PREF_SIZE);
        var texts = new VBox(new OneOrTwoLinesPane(line(name, environment, severity, owner), line(headline, second)),
                line(place, copy));
        texts.getStyleClass().add("header-texts");
        texts.setAlignment(Pos.CENTER_LEFT);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var console = new Button(null, Icons.icon(Glyph.OPEN_IN_NEW));
        console.setId("stack-console");
        console.getStyleClass().add("icon-button");
        console.setAccessibleText(words.say("ui.row.console"));
        console.setTooltip(Texts.tooltip(words.say("ui.row.console")));
        console.setMinWidth(USE_PREF_SIZE);
        console.setOnAction(_ -> cluster.map(AwsReference::uri).ifPresent(desktop::open));
        getChildren().addAll(icon, texts, actions, console);
    }

    private static HBox line(Node... nodes) {
        var line = new HBox(nodes);
        line.getStyleClass().add("header-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    void show(HeaderFacts facts) {
        icon.show(facts.severity(), facts.owned().isPresent());
        name.setText(facts.name());
        environment.show(facts.environment(), words);
        severity.setText(facts.severityWord());
        owner.setText(facts.owned().orElse(""));
        Texts.shown(owner, facts.owned().isPresent());
        Tone.of(facts.severity()).on(severity);
        headline.setText(facts.headline());
        Texts.explain(headline, facts.second().isEmpty() ? facts.headline()
                : facts.headline() + "\n" + facts.second());
        second.setText(facts.second());
        Texts.explain(second, facts.second());
        place.setText(facts.place());
        Texts.explain(place, facts.who());
        cluster = Optional.of(facts.cluster());
    }
}
