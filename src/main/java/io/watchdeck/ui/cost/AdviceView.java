package io.watchdeck.ui.cost;

import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What could cost less, the most first, and below it what cannot be told and why.
final class AdviceView extends VBox {

    private final VBox content = new VBox();
    private final AdviceViewModel model;

    AdviceView(AdviceViewModel model, Words words) {
        this.model = model;
        getStyleClass().addAll("wd-card", "cost-card");
        setId("cost-advice");
        setMinHeight(Region.USE_PREF_SIZE);
        content.getStyleClass().add("advice-content");
        var head = new HBox(Texts.label(words.say("ui.advice.title"), "wd-14", "wd-strong"),
                Texts.yielding(words.say("ui.advice.note", AdviceViewModel.DAYS), "wd-12", "wd-muted"));
        head.getStyleClass().addAll("section-head", "chart-head");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, content);
        model.linesProperty().subscribe(_ -> show());
        model.stateProperty().subscribe(_ -> show());
        model.missingProperty().subscribe(_ -> show());
    }

    private void show() {
        List<Node> nodes = new java.util.ArrayList<>();
        model.linesProperty().get().forEach(line -> nodes.add(advice(line)));
        if (!model.stateProperty().get().isEmpty()) {
            nodes.add(Texts.wrapping(model.stateProperty().get(), "wd-12"));
        }
        model.missingProperty().get().forEach(sentence -> nodes.add(Texts.wrapping(sentence, "wd-12", "wd-muted")));
        content.getChildren().setAll(nodes);
    }

    private static Node advice(AdviceLine line) {
        var first = new HBox(Texts.yielding(line.what(), "wd-strong"), Texts.spacer(),
                Texts.label(line.saving(), "wd-strong"));
        first.setAlignment(Pos.BASELINE_LEFT);
        return new VBox(first, Texts.wrapping(line.why(), "wd-12"),
                Texts.wrapping(line.arithmetic(), "wd-12", "wd-muted"),
                Texts.wrapping(line.risk(), "wd-12", "wd-muted"));
    }
}
