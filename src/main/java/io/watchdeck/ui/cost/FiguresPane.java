package io.watchdeck.ui.cost;

import io.watchdeck.ui.kit.EqualRowPane;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The four figures, each with the day that it is of.
final class FiguresPane extends EqualRowPane {

    FiguresPane(CostViewModel model) {
        setId("cost-figures");
        model.figuresProperty().subscribe(this::show);
    }

    private void show(List<FigureFacts> figures) {
        getChildren().setAll(figures.stream().map(FiguresPane::card).toList());
    }

    private static Node card(FigureFacts figure) {
        Label title = Texts.wrapping(figure.title(), "wd-12", "wd-muted");
        Label mark = Texts.label("", "wd-12", "wd-muted", "figure-mark");
        mark.setGraphic(Icons.icon(Glyph.CALENDAR_BLANK_OUTLINE));
        Texts.set(mark, figure.mark());
        var head = new HBox(title, Texts.spacer(), mark);
        head.setAlignment(Pos.TOP_LEFT);
        head.getStyleClass().add("figure-head");
        var values = new VBox();
        figure.values().forEach(value -> {
            Label label = Texts.yielding(value.text(), "wd-strong",
                    !figure.known() ? "wd-16" : figure.values().size() > 1 ? "wd-20" : "wd-24");
            value.tone().on(label);
            values.getChildren().add(label);
        });
        Label detail = Texts.wrapping(figure.detail(), "wd-12", "wd-muted");
        List.of(title, detail).forEach(label -> Texts.explain(label, figure.explanation()));
        Texts.shown(detail, !figure.detail().isEmpty());
        var card = new VBox(head, values, detail);
        card.setId("cost-figure-" + figure.id());
        card.getStyleClass().addAll("wd-card", "figure-card");
        card.setAccessibleText(figure.explanation());
        return card;
    }
}
