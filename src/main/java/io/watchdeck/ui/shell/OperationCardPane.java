package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What came of an operation, or a reminder, as one card among others.
final class OperationCardPane extends VBox {

    private final OperationsViewModel model;
    private final Words words;
    private final Consumer<Place> go;
    private final Consumer<Node> gone;

    /// @param go   shows a place
    /// @param gone takes it away
    OperationCardPane(OperationCard card, OperationsViewModel model, Words words, Consumer<Place> go,
            Consumer<Node> gone) {
        this.model = model;
        this.words = words;
        this.go = go;
        this.gone = gone;
        Label title = Texts.yielding(card.title(), "wd-strong", "card-title");
        title.setWrapText(true);
        title.setMinHeight(0);
        title.setMaxHeight(CardsPane.TWO_LINES);
        Texts.explain(title, card.title());
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(Icons.icon(icon(card), "card-icon"), title, close(card));
        head.getStyleClass().add("card-head");
        head.setAlignment(Pos.CENTER_LEFT);
        Label text = text(card);
        HBox.setHgrow(text, Priority.ALWAYS);
        var told = new HBox(text);
        told.setAlignment(Pos.BOTTOM_LEFT);
        getChildren().addAll(head, told);
        var buttons = new HBox();
        card.offer().ifPresent(offer -> {
            var button = new Button(offer.label());
            button.getStyleClass().addAll("small", "accent", "card-offer");
            button.setOnAction(_ -> model.accept(card));
            buttons.getChildren().add(button);
        });
        card.place().ifPresent(place -> (card.offer().isPresent() ? buttons : told).getChildren()
                .add(entry(card, place)));
        buttons.getStyleClass().add("card-buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        Texts.shown(buttons, !buttons.getChildren().isEmpty());
        getChildren().add(buttons);
        getStyleClass().add("operation-card");
        setMaxWidth(CardsPane.WIDEST);
        setMinHeight(USE_PREF_SIZE);
        setAccessibleText(card.title() + ". " + card.text());
        card.tone().on(this);
        CardsPane.passUnseen(this);
    }

    /// What has an entry is told there in full.
    private static Label text(OperationCard card) {
        Label text = Texts.wrapping(card.text(), "wd-12", "card-text");
        if (card.kind() == OperationCard.Kind.ENDED) {
            text.setMinHeight(0);
            text.setMaxHeight(CardsPane.TWO_LINES);
            Texts.explain(text, card.text());
        }
        return text;
    }

    /// Whoever reads its entry has seen it; a reminder stays until it is dealt with.
    private Hyperlink entry(OperationCard card, Place place) {
        var link = new Hyperlink(words.say("ui.screen.activity"));
        link.setMinWidth(USE_PREF_SIZE);
        link.setTooltip(Texts.tooltip(words.say("ui.operation.showEntry")));
        link.getStyleClass().addAll("wd-12", "card-entry");
        link.setAccessibleText(words.say("ui.operation.showEntry") + ": " + card.title());
        link.setOnAction(_ -> {
            if (card.kind() != OperationCard.Kind.REMINDER) {
                model.dismiss(card);
                gone.accept(this);
            }
            go.accept(place);
        });
        return link;
    }

    private static Glyph icon(OperationCard card) {
        return card.result().map(Icons::of).orElse(card.kind() == OperationCard.Kind.SENT
                ? Glyph.CHECK_CIRCLE_OUTLINE : Glyph.ALARM);
    }

    private Button close(OperationCard card) {
        var close = new Button(null, Icons.icon(Glyph.CLOSE));
        close.getStyleClass().addAll("flat", "icon-button", "tiny", "card-close");
        close.setMinWidth(USE_PREF_SIZE);
        String said = words.say(card.place().isPresent() ? "ui.operation.closeCard" : "ui.operation.closeNotice");
        close.setAccessibleText(said);
        close.setTooltip(Texts.tooltip(said));
        close.setOnAction(_ -> {
            model.dismiss(card);
            gone.accept(this);
        });
        return close;
    }
}
