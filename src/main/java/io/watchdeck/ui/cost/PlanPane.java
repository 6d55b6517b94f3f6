package io.watchdeck.ui.cost;

import io.watchdeck.model.StackId;
import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The plan of the selected stack, line by line.
final class PlanPane extends VBox {

    private final Words words;
    private final Label name = Texts.yielding("", "wd-14", "wd-strong");
    private final Label lineByLine = Texts.yielding("", "wd-12", "wd-muted");
    private final EnvironmentBadge badge = new EnvironmentBadge();
    private final Label note = Texts.wrapping("", "wd-12", "wd-muted", "cost-caption");
    private final CostTablePane table;
    private final Desktop desktop;
    private final Button remedy = new Button();
    private final HBox where = new HBox();
    private final Label path = Texts.label("", "wd-12");
    private final Button copy;
    private Optional<StackId> shown = Optional.empty();

    PlanPane(CostViewModel model, Words words, Desktop desktop) {
        this.words = words;
        this.desktop = desktop;
        copy = new Button(words.say("ui.costs.remedy.copy"));
        getStyleClass().addAll("wd-card", "cost-card");
        name.setId("cost-plan-name");
        note.setId("cost-plan-note");
        note.setGraphic(Icons.icon(Glyph.INFORMATION_OUTLINE));
        note.setMaxWidth(Double.MAX_VALUE);
        table = new CostTablePane(words, CostTablePane.Shape.PLAN, "cost-lines", model.lines());
        table.table().setAccessibleText(words.say("ui.costs.linesTable"));
        table.placeholder(words.say("ui.costs.noLines"));
        VBox.setVgrow(table, Priority.ALWAYS);
        remedy.setId("cost-remedy");
        remedy.getStyleClass().addAll("small");
        remedy.setMinWidth(Region.USE_PREF_SIZE);
        remedy.setOnAction(_ -> Texts.shown(where, !where.isVisible()));
        getChildren().addAll(head(model), where(), note, table);
        model.planProperty().subscribe(this::show);
    }

    /// Where the file is, once somebody has asked.
    private HBox where() {
        path.setId("cost-remedy-path");
        path.setWrapText(true);
        path.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(path, Priority.ALWAYS);
        copy.setId("cost-remedy-copy");
        copy.getStyleClass().addAll("small");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> shown.flatMap(desktop::stackFile).map(Object::toString).ifPresent(desktop::copy));
        where.getStyleClass().add("cost-where");
        where.setAlignment(Pos.CENTER_LEFT);
        where.getChildren().setAll(path, copy);
        Texts.shown(where, false);
        return where;
    }

    private void show(Optional<PlanPage> page) {
        if (!shown.equals(page.map(PlanPage::stack))) {
            Texts.shown(where, false);
        }
        shown = page.map(PlanPage::stack);
        Optional<PlanPage.Remedy> wanted = page.flatMap(PlanPage::remedy);
        Texts.shown(remedy, wanted.isPresent());
        wanted.ifPresentOrElse(one -> {
            Optional<Path> file = shown.flatMap(stack -> desktop.stackFile(stack));
            remedy.setText(one.label());
            path.setText(
                    one.text() + " " + file.map(Path::toString).orElseGet(() -> words.say("ui.costs.remedy.noFile")));
            Texts.shown(copy, file.isPresent());
        }, () -> Texts.shown(where, false));
        name.setText(page.map(PlanPage::name).orElse(""));
        Texts.shown(badge, page.isPresent());
        Texts.set(lineByLine, page.isPresent() ? words.say("ui.costs.lineByLine") : "");
        page.ifPresent(one -> badge.show(one.environment(), words));
        Texts.set(note, page.map(PlanPage::note).orElse(""));
    }

    private Node head(CostViewModel model) {
        var export = new Button(words.say("ui.costs.export"), Icons.icon(Glyph.TABLE_ARROW_DOWN));
        export.setId("cost-csv");
        export.getStyleClass().addAll("small", "flat");
        export.setMinWidth(Region.USE_PREF_SIZE);
        Texts.explain(export, words.say("ui.costs.exportWhy"));
        export.setOnAction(_ -> {
            Csv csv = model.csv();
            desktop.save(csv.name() + ".csv", csv.text());
        });
        var head = new HBox(name, badge, lineByLine,
                Texts.spacer(), remedy, export);
        head.getStyleClass().addAll("section-head", "chart-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }
}
