package io.watchdeck.ui.spot;

import io.watchdeck.ui.kit.Texts;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/// The four figures, equally wide and high.
final class SpotCardsPane extends Pane {

    private static final double GAP = 12;

    SpotCardsPane(SpotViewModel model) {
        setId("spot-cards");
        model.pageProperty().subscribe(page -> {
            getChildren().setAll(page.cards().stream().map(SpotCardsPane::card).toList());
            Texts.shown(this, !page.cards().isEmpty());
        });
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double cardWidth(double width) {
        int count = Math.max(1, getChildren().size());
        return Math.floor((width - (count - 1) * GAP) / count);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        double each = cardWidth(width < 0 ? getWidth() : width);
        return getChildren().stream().mapToDouble(card -> card.prefHeight(each)).max().orElse(0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double each = cardWidth(getWidth());
        List<Node> cards = getChildren();
        for (int index = 0; index < cards.size(); index++) {
            cards.get(index).resizeRelocate(index * (each + GAP), 0, each, getHeight());
        }
    }

    private static Node card(SpotCard card) {
        Label title = Texts.yielding(card.title(), "wd-12", "wd-muted");
        Label beside = Texts.label(card.beside(), "wd-12", "wd-muted");
        var head = new HBox(title, Texts.spacer(), beside);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("spot-card-head");
        Label value = Texts.yielding(card.value(), "wd-strong", card.known() ? "wd-24" : "wd-16");
        card.tone().on(value);
        Label detail = Texts.yielding(card.detail(), "wd-12", "wd-muted");
        List.of(title, beside, value).forEach(label -> Texts.explain(label, card.said()));
        Texts.explain(detail, card.detail().equals(card.said()) ? card.detail() : card.detail() + "\n\n" + card.said());
        var pane = new VBox(head, value, detail);
        pane.setId("spot-card-" + card.id());
        pane.getStyleClass().addAll("wd-card", "spot-card");
        pane.setAccessibleText(card.title() + ": " + card.value() + ", " + card.detail());
        return pane;
    }
}
