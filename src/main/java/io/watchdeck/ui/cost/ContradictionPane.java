package io.watchdeck.ui.cost;

import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Says that the selected plan contradicts itself, while it does.
final class ContradictionPane extends HBox {

    private final Label title = Texts.label("", "wd-strong");
    private final Label text = Texts.yielding("");

    ContradictionPane(CostViewModel model) {
        setId("cost-contradiction");
        getStyleClass().addAll("banner", "cost-banner");
        setAlignment(Pos.CENTER_LEFT);
        Tone.WARNING.on(this);
        getChildren().addAll(Icons.icon(Glyph.ALERT), title, text);
        model.planProperty().subscribe(page -> show(page.flatMap(PlanPage::contradiction)));
    }

    private void show(Optional<PlanPage.Contradiction> contradiction) {
        title.setText(contradiction.map(PlanPage.Contradiction::title).orElse(""));
        text.setText(contradiction.map(PlanPage.Contradiction::text).orElse(""));
        Texts.explain(text, text.getText());
        Texts.shown(this, contradiction.isPresent());
    }
}
