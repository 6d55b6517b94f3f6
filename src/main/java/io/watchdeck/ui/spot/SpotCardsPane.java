package io.watchdeck.ui.spot;

import io.watchdeck.ui.kit.EqualRowPane;
import io.watchdeck.ui.kit.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The four figures, equally wide and high.
final class SpotCardsPane extends EqualRowPane {

    /// So many letters have room in large type.
    private static final int LARGE = 14;

    SpotCardsPane(SpotViewModel model) {
        setId("spot-cards");
        model.pageProperty().subscribe(page -> {
            getChildren().setAll(page.cards().stream().map(SpotCardsPane::card).toList());
            Texts.shown(this, !page.cards().isEmpty());
        });
    }

    private static Node card(SpotCard card) {
        Label title = Texts.yielding(card.title(), "wd-12", "wd-muted");
        Label beside = Texts.label(card.beside(), "wd-12", "wd-muted");
        var head = new HBox(title, Texts.spacer(), beside);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("spot-card-head");
        Label value = Texts.yielding(card.value(), "wd-strong",
                card.known() && card.value().length() <= LARGE ? "wd-24" : "wd-16");
        card.tone().on(value);
        Label detail = Texts.wrapping(card.detail(), "wd-12", "wd-muted");
        List.of(title, beside, value).forEach(label -> Texts.explainWhole(label, card.said()));
        Texts.explain(detail, card.detail().equals(card.said()) ? card.detail() : card.detail() + "\n\n" + card.said());
        var pane = new VBox(head, value, detail);
        pane.setId("spot-card-" + card.id());
        pane.getStyleClass().addAll("wd-card", "spot-card");
        pane.setAccessibleText(card.title() + ": " + card.value() + ", " + card.detail());
        return pane;
    }
}
