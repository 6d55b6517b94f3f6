package io.watchdeck.ui.explorer;

import io.watchdeck.metrics.SeriesId;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The chosen series, each in its colour; a press takes it away.
final class ChipsPane extends FlowPane {

    private final ExplorerViewModel model;
    private final Words words;
    private boolean room = true;

    ChipsPane(ExplorerViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("chips");
        setId("explorer-chips");
        model.legend().addListener((ListChangeListener<Row<SeriesId, LegendLine>>) _ -> fill());
        fill();
    }

    private void fill() {
        getChildren().setAll(model.legend().stream().map(this::chip).toList());
        Texts.shown(this, room && !model.legend().isEmpty());
    }

    /// @param enough whether there is room for it
    void room(boolean enough) {
        room = enough;
        Texts.shown(this, room && !model.legend().isEmpty());
    }

    private Node chip(Row<SeriesId, LegendLine> row) {
        LegendLine line = row.facts();
        var swatch = new Region();
        swatch.getStyleClass().addAll("swatch", PickCell.style(line.colour()));
        var name = Texts.yielding(line.name(), "wd-12");
        name.setMaxWidth(260);
        row.factsProperty().subscribe(now -> name.setText(now.name()));
        var content = new HBox(swatch, name, Icons.icon(Glyph.CLOSE, "chip-close"));
        content.getStyleClass().add("chip-content");
        content.setAlignment(Pos.CENTER_LEFT);
        var chip = new Button(null, content);
        chip.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        chip.getStyleClass().add("chip");
        Offer offer = line.offer();
        String full = words.say("ui.explorer.offer", offer.stack(), offer.component(), offer.figure());
        chip.setAccessibleText(words.say("ui.explorer.remove", full));
        Texts.explain(chip, words.say("ui.explorer.remove", full));
        chip.setOnAction(_ -> model.toggle(row.key()));
        return chip;
    }
}
