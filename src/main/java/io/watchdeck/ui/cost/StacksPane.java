package io.watchdeck.ui.cost;

import io.watchdeck.model.StackId;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.RowActions;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All stacks with their sums, and what the sums leave out.
final class StacksPane extends VBox {

    private final CostViewModel model;
    private final CostTablePane table;

    StacksPane(CostViewModel model, Words words, Desktop desktop, Consumer<StackId> open) {
        this.model = model;
        getStyleClass().addAll("wd-card", "cost-card");
        table = new CostTablePane(words, CostTablePane.Shape.STACKS, "cost-stacks", model.stacks());
        table.table().setAccessibleText(words.say("ui.costs.stacksTable"));
        table.placeholder(words.say("ui.overview.none"));
        table.onSelect(key -> model.stackOf(key).ifPresentOrElse(model::select, this::mark));
        model.planProperty().subscribe(_ -> mark());
        new RowActions(words, desktop, Optional.of(() -> selected().ifPresent(open)),
                () -> selected().flatMap(model::reference), () -> selected().flatMap(model::policy), model::csv)
                .install(table.table());
        VBox.setVgrow(table, Priority.ALWAYS);
        Label caption = Texts.wrapping("", "wd-12", "wd-muted", "cost-caption");
        caption.setId("cost-caption");
        caption.setGraphic(Icons.icon(Glyph.INFORMATION_OUTLINE));
        caption.setMaxWidth(Double.MAX_VALUE);
        model.captionProperty().subscribe(text -> Texts.set(caption, text));
        getChildren().addAll(head(words), table, caption);
    }

    void focusTable() {
        table.table().requestFocus();
    }

    private void mark() {
        table.mark(model.selectedKey());
    }

    private Optional<StackId> selected() {
        return table.selected().flatMap(model::stackOf);
    }

    private Node head(Words words) {
        Label period = Texts.yielding("", "wd-12", "wd-muted");
        period.textProperty().bind(model.periodProperty());
        var head = new HBox(Texts.label(words.say("ui.overview.stacks"), "wd-14", "wd-strong"), period,
                Texts.spacer(), mark("to-date", words.say("ui.costs.legend.toDate")),
                mark("forecast", words.say("ui.costs.legend.forecast")),
                mark("plan", words.say("ui.costs.legend.plan")));
        head.getStyleClass().addAll("section-head", "chart-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Node mark(String which, String text) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("swatch", "bullet-" + which);
        Label label = Texts.label(text, "wd-12", "wd-muted");
        label.setGraphic(swatch);
        return label;
    }
}
