package io.watchdeck.ui.cost;

import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The plan of the selected stack, line by line.
final class PlanPane extends VBox {

    private final Words words;
    private final Label name = Texts.yielding("", "wd-14", "wd-strong");
    private final EnvironmentBadge badge = new EnvironmentBadge();
    private final Label note = Texts.yielding("", "wd-12", "wd-muted", "cost-caption");
    private final CostTablePane table;

    PlanPane(CostViewModel model, Words words, Desktop desktop) {
        this.words = words;
        getStyleClass().addAll("wd-card", "cost-card");
        name.setId("cost-plan-name");
        note.setId("cost-plan-note");
        note.setGraphic(Icons.icon(MaterialDesignI.INFORMATION_OUTLINE));
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.setMaxWidth(Double.MAX_VALUE);
        table = new CostTablePane(words, CostTablePane.Shape.PLAN, "cost-lines", model.lines());
        table.table().setAccessibleText(words.say("ui.costs.linesTable"));
        table.placeholder(words.say("ui.costs.noLines"));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(head(model, desktop), note, table);
        model.planProperty().subscribe(this::show);
    }

    private void show(Optional<PlanPage> page) {
        name.setText(page.map(PlanPage::name).orElse(""));
        Texts.shown(badge, page.isPresent());
        page.ifPresent(one -> badge.show(one.environment(), words));
        Texts.set(note, page.map(PlanPage::note).orElse(""));
    }

    private Node head(CostViewModel model, Desktop desktop) {
        var export = new Button(words.say("ui.costs.export"), Icons.icon(MaterialDesignT.TABLE_ARROW_DOWN));
        export.setId("cost-csv");
        export.getStyleClass().addAll("small", "flat");
        export.setMinWidth(Region.USE_PREF_SIZE);
        Texts.explain(export, words.say("ui.costs.exportWhy"));
        export.setOnAction(_ -> {
            Csv csv = model.csv();
            desktop.save(csv.name() + ".csv", csv.text());
        });
        var head = new HBox(name, badge, Texts.yielding(words.say("ui.costs.lineByLine"), "wd-12", "wd-muted"),
                Texts.spacer(), export);
        head.getStyleClass().addAll("section-head", "chart-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }
}
