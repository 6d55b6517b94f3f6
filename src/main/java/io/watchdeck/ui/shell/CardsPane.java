package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// In the corner of the window: what came of operations, and reminders. It takes no focus.
final class CardsPane extends VBox {

    private static final int MOST = 4;

    private final OperationsViewModel model;
    private final Words words;

    CardsPane(OperationsViewModel model, Words words) {
        this.model = model;
        this.words = words;
        setId("operation-cards");
        getStyleClass().add("operation-cards");
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAlignment(Pos.BOTTOM_RIGHT);
        model.cards().addListener((ListChangeListener<OperationCard>) _ -> show());
        show();
    }

    private void show() {
        getChildren().setAll(model.cards().stream().limit(MOST).map(this::card).toList());
    }

    private Node card(OperationCard card) {
        Tone tone = card.result().map(Tone::of).orElse(Tone.NOTICE);
        Label title = Texts.yielding(card.title(), "wd-strong");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var close = new Button(null, Icons.icon(MaterialDesignC.CLOSE));
        close.getStyleClass().addAll("flat", "icon-button", "tiny");
        close.setAccessibleText(words.say("ui.dialog.close"));
        close.setOnAction(_ -> model.dismiss(card));
        var head = new HBox(Icons.icon(card.result().map(Icons::of).orElse(MaterialDesignA.ALARM), "card-icon"), title,
                close);
        head.getStyleClass().add("cell-line");
        head.setAlignment(Pos.CENTER_LEFT);
        Label text = Texts.wrapping(card.text(), "wd-12");
        var box = new VBox(head, text);
        card.offer().ifPresent(offer -> {
            var button = new Button(offer.label());
            button.getStyleClass().addAll("small", "accent");
            button.setOnAction(_ -> model.accept(card));
            var foot = new HBox(Texts.spacer(), button);
            box.getChildren().add(foot);
        });
        box.getStyleClass().add("operation-card");
        box.setAccessibleText(card.title() + " " + card.text());
        tone.on(box);
        return box;
    }
}
